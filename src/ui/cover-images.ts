import { onChange } from '../store/changes.ts';
import { readCovers } from '../store/read-covers.ts';
import type { CoverRow } from '../store/schema.ts';

/** Ms for which a cover is waited for that flies by: what has left the window by then is not read. */
const PATIENCE = 60;

/** So many covers are at hand; a window shows a tenth of it. */
const KEPT = 300;

type Listener = (cover: CoverRow | undefined) => void;

/** Reads the covers that are in the window, many at once. One for each window. */
class CoverImages {
  readonly #shown = new Map<string, Set<Listener>>();
  readonly #wanted = new Set<string>();
  /** The last ones that were shown, so that they are there at once when they come back. */
  readonly #kept = new Map<string, CoverRow>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isListening = false;

  /** Gives a document's cover to `listener`, and the next one when it changes, until `signal` aborts. */
  watch(documentId: string, listener: Listener, signal: AbortSignal): void {
    this.#listen();
    const listeners = this.#shown.get(documentId) ?? new Set();
    this.#shown.set(documentId, listeners.add(listener));
    signal.addEventListener('abort', () => this.#forget(documentId, listener), { once: true });
    const kept = this.#kept.get(documentId);
    if (kept) listener(kept);
    else this.#want([documentId]);
  }

  #forget(documentId: string, listener: Listener): void {
    const listeners = this.#shown.get(documentId);
    listeners?.delete(listener);
    if (listeners?.size !== 0) return;
    this.#shown.delete(documentId);
    this.#wanted.delete(documentId);
  }

  #want(documentIds: Iterable<string>): void {
    for (const id of documentIds) if (this.#shown.has(id)) this.#wanted.add(id);
    if (this.#wanted.size === 0 || this.#timer !== undefined) return;
    this.#timer = setTimeout(() => void this.#read(), PATIENCE);
  }

  async #read(): Promise<void> {
    this.#timer = undefined;
    const ids = [...this.#wanted];
    this.#wanted.clear();
    const covers = new Map((await readCovers(ids)).map((cover) => [cover.documentId, cover]));
    for (const id of ids) for (const listener of this.#shown.get(id) ?? []) listener(covers.get(id));
    for (const cover of covers.values()) this.#keep(cover);
  }

  #keep(cover: CoverRow): void {
    this.#kept.delete(cover.documentId);
    this.#kept.set(cover.documentId, cover);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > KEPT && oldest !== undefined) this.#kept.delete(oldest);
  }

  #listen(): void {
    if (this.#isListening) return;
    this.#isListening = true;
    const look = (ids: readonly string[] = [...this.#shown.keys(), ...this.#kept.keys()]): void => {
      for (const id of ids) this.#kept.delete(id);
      this.#want(ids);
    };
    onChange((change, ids) => void (change === 'covers' && look(ids)), new AbortController().signal);
  }
}

export const coverImages = new CoverImages();
