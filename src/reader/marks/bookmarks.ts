import { onChange } from '../../store/changes.ts';
import { changeMarks, listMarks } from '../../store/marks.ts';

/** The bookmarked pages of one document, as all windows see them. */
export class Bookmarks {
  readonly #documentId: string;
  readonly #onChange: () => void;
  readonly #signal: AbortSignal;
  #pages: ReadonlySet<number> = new Set();

  constructor(documentId: string, signal: AbortSignal, onPages: () => void) {
    this.#documentId = documentId;
    this.#signal = signal;
    this.#onChange = onPages;
    onChange((change) => void (change === 'marks' && this.#read()), signal);
    void this.#read();
  }

  /** From 1. */
  get pages(): ReadonlySet<number> {
    return this.#pages;
  }

  async toggle(page: number): Promise<void> {
    const documentId = this.#documentId;
    const id = `bookmark-${page}`;
    await (this.#pages.has(page)
      ? changeMarks(documentId, { remove: [id] })
      : changeMarks(documentId, { put: [{ documentId, id, kind: 'bookmark', page, addedAt: Date.now() }] }));
  }

  async #read(): Promise<void> {
    const rows = await listMarks(this.#documentId);
    if (this.#signal.aborted) return;
    this.#pages = new Set(rows.flatMap((row) => (row.kind === 'bookmark' ? [row.page] : [])));
    this.#onChange();
  }
}
