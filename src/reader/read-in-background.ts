import type { Indexer } from '../library/search/indexer.ts';
import { sensibleAuthor, sensibleTitle } from '../library/sensible-title.ts';
import { type Reading, giveUpReading, storeCatalogEntry } from '../store/catalog.ts';
import { readFile } from '../store/files.ts';
import type { DocumentRow, TextRow } from '../store/schema.ts';
import { listPagesWithText, storeTexts } from '../store/texts.ts';
import { type BackgroundDocument, BackgroundReader, UnreadableDocumentError } from './background-reader.ts';

/** Pages whose words are stored at once: what a closed tab loses at most. */
const batch = 16;

/** The bytes of a document are not there: reading it has to wait until they are. */
export class MissingBytesError extends Error {
  override readonly name = 'MissingBytesError';
}

/** Reads out of documents what the library shows and finds of them, one at a time. Ends with `signal`, in the middle of a page. */
export class LibraryReader {
  readonly #reader = new BackgroundReader();
  readonly #indexer: Indexer;
  readonly #signal: AbortSignal;

  constructor(indexer: Indexer, signal: AbortSignal) {
    this.#indexer = indexer;
    this.#signal = signal;
    signal.addEventListener('abort', () => this.#reader.end(), { once: true });
  }

  /**
   * Reads what is due of one document. One that can't be read is not tried again.
   *
   * @throws {MissingBytesError} when its bytes are gone; the signal's reason; what went wrong with storage or pdf.js itself.
   */
  async read(row: DocumentRow, reading: Reading): Promise<void> {
    try {
      await (reading === 'by-catalogued' ? this.#catalogue(row) : this.#readWords(row));
    } catch (error) {
      this.#signal.throwIfAborted();
      if (!(error instanceof UnreadableDocumentError)) throw error;
      await giveUpReading(row.id, reading);
    } finally {
      await this.#reader.close();
    }
  }

  async #catalogue(row: DocumentRow): Promise<void> {
    const document = await this.#open(row, true);
    const metadata = await document.metadata();
    const title = sensibleTitle(metadata, row.fileName);
    const author = sensibleAuthor(metadata);
    const cover = await coverOf(document);
    this.#signal.throwIfAborted();
    await storeCatalogEntry(row.id, {
      ...(title === undefined ? {} : { title }),
      ...(author === undefined ? {} : { author }),
      ...(cover ? { cover } : {}),
      pages: document.pageCount,
    });
  }

  async #readWords(row: DocumentRow): Promise<void> {
    if (row.catalogued === 'failed') throw new UnreadableDocumentError('It was tried before');
    const there = await listPagesWithText(row.id);
    if (row.pages === undefined || there.size < row.pages) await this.#extract(row, there);
    await this.#indexer.work({ kind: 'add', documentId: row.id });
  }

  async #extract(row: DocumentRow, there: ReadonlySet<number>): Promise<void> {
    const document = await this.#open(row, false);
    let read: TextRow[] = [];
    for (let page = 1; page <= document.pageCount; page += 1) {
      if (there.has(page)) continue;
      read.push({ documentId: row.id, page, text: await document.textOfPage(page) });
      this.#signal.throwIfAborted();
      if (read.length < batch && page < document.pageCount) continue;
      await storeTexts(row.id, read);
      read = [];
    }
    if (read.length > 0) await storeTexts(row.id, read);
  }

  async #open({ id, type, size }: DocumentRow, draws: boolean): Promise<BackgroundDocument> {
    const file = await readFile(id, type);
    if (file?.size !== size) throw new MissingBytesError(`Bytes of ${id} are missing`);
    return this.#reader.open(file, draws);
  }
}

/** A document whose first page is damaged can have a title all the same. */
async function coverOf(document: BackgroundDocument) {
  try {
    return await document.cover();
  } catch (error) {
    if (error instanceof UnreadableDocumentError && error.cause !== undefined) return undefined;
    throw error;
  }
}
