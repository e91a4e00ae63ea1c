import type { ReadableFile } from '../library/readable-file.ts';
import { PDFDataRangeTransport } from './pdfjs-core.ts';

/**
 * Bytes of a stored file that are read at once, at least. pdf.js walks through a document by small ranges that lie near
 * each other, each asked for when the one before is there; every look into storage costs it some ms.
 */
const readAhead = 1024 * 1024;
/** A file of so many bytes is read whole: pdf.js looks into every corner of it anyway. */
const small = 4 * readAhead;
/** Places in the file whose bytes are kept for the next range. */
const places = 4;

interface ReadBytes {
  readonly begin: number;
  readonly end: number;
  readonly bytes: Promise<ArrayBuffer>;
}

/**
 * Gives pdf.js the bytes of a stored file, range by range. A large file is never read whole, and at most 4 MB of it are
 * held here.
 *
 * The base class has no way to say that a range can't be read: an unanswered range hangs the document for good.
 * So `onUnreadable` must end the loading task; it is called at most once.
 */
export class StoredFileTransport extends PDFDataRangeTransport {
  readonly #file: ReadableFile;
  readonly #readAhead: number;
  readonly #onUnreadable: (cause: unknown) => void;
  #ended = false;
  /** The last used at the end. */
  #read: readonly ReadBytes[] = [];

  constructor(file: ReadableFile, onUnreadable: (cause: unknown) => void) {
    super(file.size, null);
    this.#file = file;
    this.#readAhead = file.readAhead ?? readAhead;
    this.#onUnreadable = onUnreadable;
  }

  /** @param end first byte after the range, as in `Blob.slice()`. */
  override requestDataRange(begin: number, end: number): void {
    void this.#answer(begin, end);
  }

  override abort(): void {
    this.#ended = true;
    this.#read = [];
  }

  async #answer(begin: number, end: number): Promise<void> {
    try {
      const bytes = new Uint8Array(await this.#bytes(begin, end));
      // pdf.js forgets its ranges when it closes, and takes an answer that nobody waits for as its own bug.
      if (!this.#ended) this.onDataRange(begin, bytes);
    } catch (cause) {
      if (this.#ended) return;
      this.#ended = true;
      this.#onUnreadable(cause);
    }
  }

  /** A copy: pdf.js hands it over to its worker. */
  async #bytes(begin: number, end: number): Promise<ArrayBuffer> {
    if (end - begin >= this.#readAhead) return this.#file.slice(begin, end).arrayBuffer();
    const found = this.#read.find((read) => read.begin <= begin && end <= read.end);
    const read = found ?? this.#readFrom(begin);
    this.#read = [...this.#read.filter((other) => other !== read), read].slice(-places);
    return (await read.bytes).slice(begin - read.begin, end - read.begin);
  }

  #readFrom(wanted: number): ReadBytes {
    const { size } = this.#file;
    const isSmall = size <= small && this.#readAhead === readAhead;
    const begin = isSmall ? 0 : wanted;
    const end = isSmall ? size : Math.min(size, wanted + this.#readAhead);
    return { begin, end, bytes: this.#file.slice(begin, end).arrayBuffer() };
  }
}
