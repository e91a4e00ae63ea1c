import { documentPages, readDocuments } from '../store/document-pages.ts';
import type { DocumentRow } from '../store/schema.ts';
import { mayGo } from './eviction.ts';

/** What the library takes, and what is to be said of its documents. */
export interface Survey {
  readonly count: number;
  /** Bytes of documents; those that the browser has cleared take none. */
  readonly taken: number;
  /** Which may be offered when room is needed. */
  readonly evictable: readonly DocumentRow[];
  /** Whose bytes the browser has cleared. */
  readonly missing: readonly DocumentRow[];
  /** Whose bytes came again as others. */
  readonly otherVersions: readonly DocumentRow[];
}

/** What is to be said of a library, kept as it changes: only what has changed is read again. */
export class LibrarySurvey {
  /** Bytes that each document takes. */
  readonly #taken = new Map<string, number>();
  /** Those of which there is something to say. */
  readonly #noted = new Map<string, DocumentRow>();

  get result(): Survey {
    const noted = [...this.#noted.values()];
    return {
      count: this.#taken.size,
      taken: [...this.#taken.values()].reduce((sum, bytes) => sum + bytes, 0),
      evictable: noted.filter(mayGo),
      missing: noted.filter(({ isMissing }) => isMissing),
      otherVersions: noted.filter(({ isOtherVersion }) => isOtherVersion),
    };
  }

  /**
   * Goes through the whole library.
   *
   * @param quiet resolves when the page has nothing better to do; asked for between pages of many documents.
   */
  async readAll(quiet: () => Promise<unknown>): Promise<void> {
    this.#forget([...this.#taken.keys()]);
    for await (const rows of documentPages()) {
      if (this.#taken.size > 0) await quiet();
      this.#note(rows);
    }
  }

  async readAgain(ids: readonly string[]): Promise<void> {
    const rows = await readDocuments(ids);
    const here = new Set(rows.map(({ id }) => id));
    this.#forget(ids.filter((id) => !here.has(id)));
    this.#note(rows);
  }

  #forget(ids: readonly string[]): void {
    for (const id of ids) for (const known of [this.#taken, this.#noted]) known.delete(id);
  }

  #note(rows: readonly DocumentRow[]): void {
    for (const row of rows) {
      this.#taken.set(row.id, row.isMissing ? 0 : row.size);
      if (row.isMissing || row.isOtherVersion || mayGo(row)) this.#noted.set(row.id, row);
      else this.#noted.delete(row.id);
    }
  }
}
