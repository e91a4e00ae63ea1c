import { Indexer } from '../library/search/indexer.ts';
import { type Reading, nextDue } from '../store/catalog.ts';
import { onChange } from '../store/changes.ts';
import { listIndexParts } from '../store/index-parts.ts';
import type { DocumentRow } from '../store/schema.ts';
import { idle } from './idle.ts';
import { doesSomebodyRead } from './reading-presence.ts';
import { parseRoute } from './route.ts';

/** Ms without a change or a document on the screen before anything begins. */
const QUIET = 1500;

/**
 * Reads titles, covers and words out of the library's documents while this window has nothing better to do, in one
 * window at a time. A document that is opened stops it at once; it goes on where it was.
 */
export function readInIdleTime(signal: AbortSignal): void {
  const reading = new IdleReading(signal);
  onChange((change, ids) => {
    if (change === 'documents' || change === 'removed') reading.look(ids, change === 'removed');
  }, signal);
  navigation.addEventListener('navigatesuccess', () => reading.navigate(), { signal });
  navigation.addEventListener('navigate', ({ destination }) => reading.leave(new URL(destination.url)), { signal });
  reading.look(undefined, true);
}

class IdleReading {
  readonly #signal: AbortSignal;
  /** Ends what is under way. */
  #turn: AbortController | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** What is being read: its own changes disturb nobody. */
  #current: string | undefined;
  /** Their bytes are gone, or something else than the document is wrong: not again in this window. */
  readonly #left = new Set<string>();
  /** Something has changed meanwhile. */
  #isLookedFor = false;
  /** Words of documents that are gone may lie in the index. */
  #isUntidy = false;

  constructor(signal: AbortSignal) {
    this.#signal = signal;
    signal.addEventListener('abort', () => this.#stop(), { once: true });
  }

  look(ids: readonly string[] | undefined, isUntidy: boolean): void {
    this.#isUntidy ||= isUntidy;
    if (ids?.every((id) => id === this.#current)) return;
    for (const id of ids ?? []) this.#left.delete(id);
    if (this.#turn) this.#isLookedFor = true;
    else this.#wait();
  }

  navigate(): void {
    if (!this.#turn) this.#wait();
  }

  /** A reader that opens must not share the processor with us. */
  leave(goal: URL): void {
    if (parseRoute(goal).screen === 'reader') this.#stop();
  }

  #stop(): void {
    clearTimeout(this.#timer);
    this.#turn?.abort(new DOMException('Something else came up', 'AbortError'));
    this.#turn = undefined;
  }

  #wait(): void {
    if (this.#signal.aborted) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#begin(), QUIET);
  }

  async #begin(): Promise<void> {
    if (parseRoute(new URL(location.href)).screen === 'reader') return; // Leaving it begins anew.
    const turn = new AbortController();
    this.#turn = turn;
    try {
      await navigator.locks.request('longhaul-read-in-idle-time', { signal: turn.signal }, () => this.#read(turn));
    } catch (error) {
      if (!turn.signal.aborted) reportError(error);
    }
    turn.abort(); // Its threads are of no more use.
    if (this.#turn !== turn) return;
    this.#turn = undefined;
    this.#current = undefined;
    if (this.#isLookedFor) this.#wait();
    this.#isLookedFor = false;
  }

  /** Until nothing is due, or somebody reads. */
  async #read({ signal }: AbortController): Promise<void> {
    const indexer = new Indexer(signal);
    let reader: LibraryReader | undefined;
    for (let due = await this.#next(); due; due = await this.#next()) {
      await idle();
      signal.throwIfAborted();
      if (await doesSomebodyRead()) return void (this.#isLookedFor = true);
      reader ??= await startReader(indexer, signal);
      await this.#readOne(reader, due);
      signal.throwIfAborted();
    }
    await this.#tidy(indexer);
  }

  async #readOne(reader: LibraryReader, { row, reading }: Due): Promise<void> {
    this.#current = row.id;
    try {
      await reader.read(row, reading);
    } catch (error) {
      if (error instanceof DOMException && error.name === 'AbortError') throw error;
      this.#left.add(row.id);
      if (!(error instanceof Error && error.name === 'MissingBytesError')) reportError(error);
    }
  }

  async #next(): Promise<Due | undefined> {
    for (const reading of ['by-catalogued', 'by-text'] as const) {
      const row = await nextDue(reading, this.#left);
      if (row) return { row, reading };
    }
    return undefined;
  }

  async #tidy(indexer: Indexer): Promise<void> {
    if (!this.#isUntidy) return;
    this.#isUntidy = false;
    if ((await listIndexParts()).length > 0) await indexer.work({ kind: 'tidy' });
  }
}

interface Due {
  readonly row: DocumentRow;
  readonly reading: Reading;
}

type LibraryReader = Awaited<ReturnType<typeof startReader>>;

/** pdf.js comes only when there is something to read. */
async function startReader(indexer: Indexer, signal: AbortSignal) {
  const { LibraryReader: Class } = await import('../reader/read-in-background.ts');
  return new Class(indexer, signal);
}
