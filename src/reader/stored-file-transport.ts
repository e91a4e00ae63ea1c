import { PDFDataRangeTransport } from './pdfjs.ts';

/**
 * Gives pdf.js the bytes of a stored file, range by range. The file is never read whole.
 *
 * The base class has no way to say that a range can't be read: an unanswered range hangs the document for good.
 * So `onUnreadable` must end the loading task; it is called at most once.
 */
export class StoredFileTransport extends PDFDataRangeTransport {
  readonly #file: Blob;
  readonly #onUnreadable: (cause: unknown) => void;
  #ended = false;

  constructor(file: Blob, onUnreadable: (cause: unknown) => void) {
    super(file.size, null);
    this.#file = file;
    this.#onUnreadable = onUnreadable;
  }

  /** @param end first byte after the range, as in `Blob.slice()`. */
  override requestDataRange(begin: number, end: number): void {
    void this.#answer(begin, end);
  }

  override abort(): void {
    this.#ended = true;
  }

  async #answer(begin: number, end: number): Promise<void> {
    try {
      const bytes = new Uint8Array(await this.#file.slice(begin, end).arrayBuffer());
      // pdf.js forgets its ranges when it closes, and takes an answer that nobody waits for as its own bug.
      if (!this.#ended) this.onDataRange(begin, bytes);
    } catch (cause) {
      if (this.#ended) return;
      this.#ended = true;
      this.#onUnreadable(cause);
    }
  }
}
