import { changeMarks, listMarks } from '../../store/marks.ts';
import type { AnnotationRow, FieldRow } from '../../store/schema.ts';
import type { PDFDocumentProxy } from '../pdfjs.ts';
import type { Editor, EditorLayer, EditorUi } from './editor.ts';
import { editorPrefix, fieldRowsOf, restoreFields } from './form-fields.ts';
import { isNote } from './note-shape.ts';
import { forSaving, removeFromPage, restoreMark } from './restore-mark.ts';
import { fingerprintOf, rowsOf } from './serialize-mark.ts';

type KeptRow = AnnotationRow | FieldRow;

interface Written {
  readonly fingerprint: string;
  readonly rows: readonly AnnotationRow[];
}

export interface DrawnMarks {
  /** Something of the file was taken away. */
  readonly mustRedraw: boolean;
  /** Why marks could not be made, one each. */
  readonly failures: readonly unknown[];
}

/**
 * The annotations and fields of one open document, between pdf.js and the store. What this window did not change it
 * does not write, so that two windows on a document keep each other's marks.
 */
export class KeptMarks {
  readonly #documentId: string;
  readonly #document: PDFDocumentProxy;
  /** As this window last read or wrote them. */
  readonly #rows = new Map<string, KeptRow>();
  /** Those that do not live on a page: it was not drawn yet, they are being made, or could not be made. */
  readonly #undrawn = new Map<string, AnnotationRow>();
  readonly #beingMade = new Set<AnnotationRow>();
  readonly #ids = new WeakMap<Editor, string>();
  readonly #written = new WeakMap<Editor, Written>();
  #writing: Promise<void> = Promise.resolve();

  constructor(documentId: string, document: PDFDocumentProxy) {
    this.#documentId = documentId;
    this.#document = document;
  }

  /** Whether there is anything that a copy of the document would carry. */
  get isChanged(): boolean {
    return this.#rows.size > 0;
  }

  /** Reads what was kept; fields are filled and marks are ready to be saved before a page is drawn. */
  async load(): Promise<void> {
    const rows = (await listMarks(this.#documentId)).filter((row) => row.kind !== 'bookmark');
    for (const row of rows) this.#rows.set(row.id, row);
    restoreFields(
      this.#document,
      rows.filter((row) => row.kind === 'field'),
    );
    for (const row of rows) if (row.kind === 'annotation') this.#putAside(row);
  }

  /**
   * Brings a page's marks to life when it is drawn. One that can't be made stays as it was kept.
   */
  async drawPage(ui: EditorUi, layer: EditorLayer): Promise<DrawnMarks> {
    const isToBeMade = (row: AnnotationRow): boolean => row.page === layer.pageIndex + 1 && !this.#beingMade.has(row);
    const rows = [...this.#undrawn.values()].filter(isToBeMade);
    for (const row of rows) this.#beingMade.add(row);
    let mustRedraw = false;
    const failures: unknown[] = [];
    for (const row of rows) {
      const editor = await this.#make(ui, layer, row).catch((cause: unknown) => void failures.push(cause));
      this.#beingMade.delete(row);
      this.#follow(editor, row);
      mustRedraw ||= editor !== undefined && row.type === 'removal';
    }
    return { mustRedraw, failures };
  }

  /** Writes what has changed, in the order of calls. */
  write(): Promise<void> {
    const now = this.#rowsNow();
    this.#writing = this.#writing.catch(() => {}).then(() => this.#writeRows(now));
    return this.#writing;
  }

  /** The mark as it lives on its page; `undefined` while that was not drawn. */
  find(id: string): Editor | undefined {
    return this.#editors().find((editor) => idOf(this.#ids, editor) === id);
  }

  /** @param editorId pdf.js' own name for a mark on a page. */
  isNote(editorId: string): boolean {
    return this.#editors().some((editor) => editor.id === editorId && isNote(editor));
  }

  /** Removes a mark that does not live on a page of this window. */
  async remove(id: string): Promise<void> {
    const row = this.#undrawn.get(id);
    if (row) this.#takeAway(row);
    this.#rows.delete(id);
    await changeMarks(this.#documentId, { remove: [id] });
  }

  /** The document with everything in it, as new bytes. */
  async save(): Promise<Uint8Array<ArrayBuffer>> {
    const { annotationStorage } = this.#document;
    const images = [...this.#undrawn.values()].filter(({ image }) => image);
    for (const row of images) annotationStorage.setValue(keyOf(row), await forSaving(row));
    try {
      // A copy in memory of its own, which pdf.js' type does not promise.
      return new Uint8Array(await this.#document.saveDocument());
    } finally {
      for (const row of images) annotationStorage.remove(keyOf(row));
    }
  }

  /** pdf.js saves plain marks too, but an image only with its pixels, and only once: those are put in at the end. */
  #putAside(row: AnnotationRow): void {
    this.#undrawn.set(row.id, row);
    if (!row.image) this.#document.annotationStorage.setValue(keyOf(row), { ...row.content });
  }

  #takeAway(row: AnnotationRow): void {
    this.#undrawn.delete(row.id);
    this.#document.annotationStorage.remove(keyOf(row));
  }

  /** @returns nothing for what takes away an annotation that is not there. */
  async #make(ui: EditorUi, layer: EditorLayer, row: AnnotationRow): Promise<Editor | undefined> {
    this.#document.annotationStorage.remove(keyOf(row));
    // Before it is on the page: pdf.js tells of it there, and what is being made is not to be written as a new one.
    const name = (editor: Editor): void => void this.#ids.set(editor, row.id);
    if (row.replaces === undefined) return restoreMark(ui, layer, row, name);
    return removeFromPage(layer, row.replaces, name);
  }

  /** From here on the mark on the page counts, or what was kept of one that could not be made. */
  #follow(editor: Editor | undefined, row: AnnotationRow): void {
    if (!this.#undrawn.has(row.id)) return editor?.remove(); // The person removed it meanwhile.
    if (!editor) return this.#putAside(row);
    this.#undrawn.delete(row.id);
    this.#written.set(editor, { fingerprint: fingerprintOf(editor), rows: [row] });
  }

  #editors(): readonly Editor[] {
    return [...this.#document.annotationStorage].flatMap(([key, value]: [string, object]) =>
      key.startsWith(editorPrefix) && 'serialize' in value ? [value as Editor] : [],
    );
  }

  #rowsNow(): readonly KeptRow[] {
    const fields = fieldRowsOf(this.#documentId, this.#document);
    const alive = this.#editors().filter((editor) => !this.#undrawn.has(this.#ids.get(editor) ?? ''));
    return [...this.#undrawn.values(), ...alive.flatMap((editor) => this.#rowsOf(editor)), ...fields];
  }

  #rowsOf(editor: Editor): readonly AnnotationRow[] {
    const before = this.#written.get(editor);
    // An image that is still being read, or a signature that is still being made.
    if (editor.div?.hidden === true) return before?.rows ?? [];
    const fingerprint = fingerprintOf(editor);
    if (before?.fingerprint === fingerprint) return before.rows;
    const rows = rowsOf(this.#documentId, idOf(this.#ids, editor), editor);
    this.#written.set(editor, { fingerprint, rows });
    return rows;
  }

  async #writeRows(now: readonly KeptRow[]): Promise<void> {
    const ids = new Set(now.map(({ id }) => id));
    const put = now.filter((row) => !isSame(this.#rows.get(row.id), row));
    const remove = [...this.#rows.keys()].filter((id) => !ids.has(id));
    await changeMarks(this.#documentId, { put, remove });
    for (const row of put) this.#rows.set(row.id, row);
    for (const id of remove) this.#rows.delete(id);
  }
}

function keyOf({ id }: AnnotationRow): string {
  return `${editorPrefix}${id}`;
}

function idOf(ids: WeakMap<Editor, string>, editor: Editor): string {
  const id = ids.get(editor) ?? crypto.randomUUID();
  ids.set(editor, id);
  return id;
}

function isSame(a: KeptRow | undefined, b: KeptRow): boolean {
  if (a === b) return true;
  if (!a || 'image' in a || 'image' in b) return false;
  return JSON.stringify(a.content) === JSON.stringify(b.content) && commentOf(a) === commentOf(b);
}

function commentOf(row: KeptRow): string {
  return row.kind === 'annotation' ? row.comment : '';
}
