import type { ByteRange } from '../store/byte-range.ts';
import { onChange } from '../store/changes.ts';
import { readDocument } from '../store/documents.ts';
import { readPart } from '../store/files.ts';
import type { TaskRow } from '../store/schema.ts';
import { readTask } from '../store/tasks.ts';
import { TransferError } from '../transfer/errors.ts';
import { canFetchParts, fetchPart, isSameFile } from '../transfer/fetch-part.ts';
import type { ReadableFile } from './readable-file.ts';

/** A look at the line again, in ms, where nothing else says that it is back. */
const LOOK_AGAIN_AFTER = 5000;

/** Reading that takes longer, in ms, is said to wait. */
const WAITING_AFTER = 700;

/** The file that was being read will not come: it was cancelled, or is another one now. */
export class NoLongerComingError extends Error {
  override readonly name = 'NoLongerComingError';
}

/**
 * A file whose download is still under way. What is read of it comes out of storage; what is not there yet is fetched
 * first, and stays. Where that can't be, reading waits for the download.
 */
export class ComingFile implements ReadableFile {
  readonly size: number;
  readonly readAhead = 256 * 1024;
  readonly #row: TaskRow;
  readonly #signal: AbortSignal;
  /** Counts whatever may have brought bytes. */
  #changes = 0;
  readonly #onNextChange = new Set<() => void>();
  readonly #waiting = new Set<symbol>();
  readonly #watchers = new Set<(isWaiting: boolean) => void>();

  /**
   * @param row of a task whose length is known.
   * @param signal ends all reading.
   * @throws {RangeError} when the length is not known.
   */
  constructor(row: TaskRow, signal: AbortSignal) {
    const { length } = row.remote ?? {};
    if (length === undefined) throw new RangeError(`The length of ${row.name} is not known`);
    this.size = length;
    this.#row = row;
    this.#signal = signal;
    onChange((change) => void ((change === 'tasks' || change === 'documents') && this.#change()), signal);
    globalThis.addEventListener('online', () => this.#change(), { signal });
    signal.addEventListener('abort', () => this.#change(), { once: true });
  }

  slice(begin: number, end: number): { arrayBuffer(): Promise<ArrayBuffer> } {
    return { arrayBuffer: () => this.#read({ firstByte: begin, lastByte: Math.min(end, this.size) - 1 }) };
  }

  watchWaiting(listener: (isWaiting: boolean) => void, signal: AbortSignal): void {
    this.#watchers.add(listener);
    signal.addEventListener('abort', () => this.#watchers.delete(listener), { once: true });
    listener(this.#waiting.size > 0);
  }

  /** @throws {NoLongerComingError} */
  async #read(part: ByteRange): Promise<ArrayBuffer> {
    const reading = Symbol('reading');
    let timer: ReturnType<typeof setTimeout> | undefined;
    try {
      for (;;) {
        const seen = this.#changes;
        const row = await this.#rowNow();
        const found = await readPart(this.#row.id, part);
        if (found instanceof Blob) return await found.arrayBuffer();
        if (!row) throw new NoLongerComingError(`Bytes of ${this.#row.name} are gone`);
        timer ??= setTimeout(() => this.#setWaiting(reading, true), WAITING_AFTER);
        if (!(await this.#fetch(row, found)) && seen === this.#changes) await this.#nextChange();
      }
    } finally {
      clearTimeout(timer);
      this.#setWaiting(reading, false);
    }
  }

  /** @returns the task's row; nothing for a document whose bytes have all come. */
  async #rowNow(): Promise<TaskRow | undefined> {
    this.#signal.throwIfAborted();
    const row = await readTask(this.#row.id);
    if (row?.state.state === 'completed' || (!row && (await readDocument(this.#row.id)))) return undefined;
    const isComing = row && row.state.state !== 'failed' && isSameFile(row, this.#row);
    if (!isComing) throw new NoLongerComingError(`${this.#row.name} is no longer coming`);
    return row;
  }

  /** @returns false when the line does not bring it; then the download has to. */
  async #fetch(row: TaskRow, missing: readonly ByteRange[]): Promise<boolean> {
    if (!canFetchParts(row) || !navigator.onLine) return false;
    try {
      for (const part of missing) await fetchPart(row, part, this.#signal);
      return true;
    } catch (error) {
      if (error instanceof TransferError && error.code === 'file-changed') {
        throw new NoLongerComingError(error.message, { cause: error });
      }
      // The download meets the same, and says it in words.
      if (error instanceof TransferError) return false;
      throw error;
    }
  }

  /** Resolves when it is worth looking again: bytes were stored, the line is back, or a while has passed. */
  async #nextChange(): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#onNextChange.add(resolve);
    const timer = setTimeout(resolve, LOOK_AGAIN_AFTER);
    await promise;
    clearTimeout(timer);
    this.#onNextChange.delete(resolve);
  }

  #change(): void {
    this.#changes += 1;
    for (const resolve of this.#onNextChange) resolve();
  }

  #setWaiting(reading: symbol, isWaiting: boolean): void {
    const before = this.#waiting.size > 0;
    if (isWaiting) this.#waiting.add(reading);
    else this.#waiting.delete(reading);
    const now = this.#waiting.size > 0;
    if (now !== before) for (const watcher of this.#watchers) watcher(now);
  }
}
