import { afterTimeAwake } from './awake-time.ts';
import { drawWith, returnDrawingThread } from './drawing-thread.ts';
import { textOfItems } from './page-text.ts';
import { type ParsingWorker, settlesWithin, startParsingWorker } from './parsing-worker.ts';
import {
  assetUrls,
  getDocument,
  type PDFDocumentLoadingTask,
  type PDFDocumentProxy,
  startDrawingThread,
} from './pdfjs-core.ts';
import { StoredFileTransport } from './stored-file-transport.ts';

/** See `OpenDocument`. */
const rangeChunkSize = 64 * 1024;
/** Ms. A document that has not opened by then, or a page that was not read, never will be. */
const openingTakesAtMost = 20_000;
/** Ms. */
const closingTakesAtMost = 3000;
/** Pixels of a cover. */
const coverRoom = { width: 320, height: 452 } as const;
const coverQuality = 0.82;

/** The document itself can't be read: it is damaged, or asks for a password. Nothing to try again. */
export class UnreadableDocumentError extends Error {
  override readonly name = 'UnreadableDocumentError';
}

/** The title and author that a document gives, as they stand there. */
export interface DocumentMetadata {
  readonly title: string | undefined;
  readonly author: string | undefined;
  readonly xmpTitle: string | undefined;
  readonly xmpAuthors: readonly string[];
}

export interface Cover {
  readonly image: Blob;
  readonly width: number;
  readonly height: number;
}

/**
 * Reads documents that nobody looks at, one at a time, beside the reader: its threads are its own, and started with the
 * first document. `end()` stops at once, in the middle of a page.
 */
export class BackgroundReader {
  #parser: ParsingWorker | undefined;
  #drawer: Worker | undefined;
  #document: BackgroundDocument | undefined;
  #isEnded = false;

  /**
   * Opens a document; the one before must be closed.
   *
   * @param draws whether its cover is wanted.
   * @throws {UnreadableDocumentError} or, when the stored bytes can't be read or pdf.js can't start, another error.
   */
  async open(file: Blob, draws: boolean): Promise<BackgroundDocument> {
    this.#parser ??= await startParsingWorker();
    const parser = this.#parser;
    if (this.#isEnded) this.#endThreads();
    if (this.#isEnded) throw new DOMException('The reader was needed for something else', 'AbortError');
    if (draws) this.#drawer ??= startDrawingThread();
    const document = new BackgroundDocument(file, parser, draws ? this.#drawer : undefined);
    this.#document = document;
    await document.opened.catch(async (cause: unknown) => {
      await this.close();
      throw cause;
    });
    return document;
  }

  /** Frees the document that is open. A thread that doesn't let go of it is ended. */
  async close(): Promise<void> {
    const document = this.#document;
    this.#document = undefined;
    if (!document || this.#isEnded) return;
    const { isParserFree, isDrawerFree } = await document.close();
    if (!isParserFree) this.#parser?.end();
    if (!isParserFree) this.#parser = undefined;
    if (!isDrawerFree) this.#drawer = undefined;
  }

  /** Whatever is under way fails. */
  end(): void {
    this.#isEnded = true;
    this.#document?.abandon();
    this.#endThreads();
  }

  #endThreads(): void {
    this.#parser?.end();
    this.#drawer?.terminate();
  }
}

/** One document that is read in the background. */
export class BackgroundDocument {
  /** @throws {UnreadableDocumentError} or what was wrong with the stored bytes. */
  readonly opened: Promise<void>;
  readonly #task: PDFDocumentLoadingTask;
  readonly #drawer: Worker | undefined;
  /** Rejects when there is no use in waiting any more. */
  readonly #over = Promise.withResolvers<never>();
  #pdf: PDFDocumentProxy | undefined;

  constructor(file: Blob, { pdfWorker }: ParsingWorker, drawer: Worker | undefined) {
    this.#drawer = drawer;
    this.#over.promise.catch(() => {}); // Somebody may or may not be waiting.
    const range = new StoredFileTransport(file, (cause) => this.#over.reject(cause));
    this.#task = drawWith(drawer, () =>
      getDocument({
        worker: pdfWorker,
        range,
        rangeChunkSize,
        disableAutoFetch: true,
        disableStream: true,
        disableWorkerRendering: drawer === undefined,
        ...assetUrls,
      }),
    );
    this.#task.onPassword = () => this.#over.reject(new UnreadableDocumentError('It asks for a password'));
    this.opened = this.#open();
  }

  get pageCount(): number {
    return this.#pdf?.numPages ?? 0;
  }

  async metadata(): Promise<DocumentMetadata> {
    const { info, metadata } = await this.#inTime(this.#opened().getMetadata());
    const { Title: title, Author: author } = info as { readonly Title?: unknown; readonly Author?: unknown };
    const creators: unknown = metadata?.get('dc:creator');
    return {
      title: textOf(title),
      author: textOf(author),
      xmpTitle: textOf(metadata?.get('dc:title')),
      xmpAuthors: (Array.isArray(creators) ? creators : [creators]).map(textOf).filter((each) => each !== undefined),
    };
  }

  /** A small picture of the first page on white paper. */
  async cover(): Promise<Cover> {
    const page = await this.#inTime(this.#opened().getPage(1));
    const { width, height } = page.getViewport({ scale: 1 });
    const viewport = page.getViewport({ scale: Math.min(coverRoom.width / width, coverRoom.height / height) });
    const canvas = document.createElement('canvas');
    canvas.width = Math.max(1, Math.round(viewport.width));
    canvas.height = Math.max(1, Math.round(viewport.height));
    await this.#inTime(page.render({ canvas, viewport, background: 'white' }).promise);
    const image = await pictureOf(canvas);
    page.cleanup();
    return { image, width: canvas.width, height: canvas.height };
  }

  /**
   * The words of a page; '' where it is damaged, which says nothing of the others.
   *
   * @param pageNumber from 1.
   */
  async textOfPage(pageNumber: number): Promise<string> {
    try {
      const page = await this.#inTime(this.#opened().getPage(pageNumber));
      const { items } = await this.#inTime(page.getTextContent());
      page.cleanup();
      return textOfItems(items);
    } catch (error) {
      if (error instanceof UnreadableDocumentError && error.cause !== undefined) return '';
      throw error;
    }
  }

  async close(): Promise<{ readonly isParserFree: boolean; readonly isDrawerFree: boolean }> {
    const freed = settlesWithin(this.#task.destroy(), closingTakesAtMost);
    const isDrawerFree = this.#drawer ? await returnDrawingThread(this.#drawer, freed) : true;
    return { isParserFree: await freed, isDrawerFree };
  }

  /** Its threads are gone. */
  abandon(): void {
    this.#over.reject(new DOMException('The reader was needed for something else', 'AbortError'));
    this.#task.destroy().catch(() => {}); // Nobody answers.
  }

  async #open(): Promise<void> {
    this.#pdf = await this.#inTime(this.#task.promise);
  }

  #opened(): PDFDocumentProxy {
    if (!this.#pdf) throw new Error('The document is not open');
    return this.#pdf;
  }

  /** @throws {UnreadableDocumentError} what pdf.js says of the document, or that it says nothing. */
  async #inTime<T>(reading: Promise<T>): Promise<T> {
    const late = Promise.withResolvers<never>();
    const stopWaiting = afterTimeAwake(openingTakesAtMost, () =>
      late.reject(new UnreadableDocumentError('Reading it takes too long')),
    );
    const said = reading.catch((cause: unknown) => {
      throw new UnreadableDocumentError('pdf.js can’t read it', { cause });
    });
    try {
      return await Promise.race([said, this.#over.promise, late.promise]);
    } finally {
      stopWaiting();
      late.promise.catch(() => {});
    }
  }
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** Browsers that can't write WebP give a PNG instead. */
function pictureOf(canvas: HTMLCanvasElement): Promise<Blob> {
  return new Promise((resolve, reject) => {
    canvas.toBlob(
      (image) => (image ? resolve(image) : reject(new Error('The cover has no picture'))),
      'image/webp',
      coverQuality,
    );
  });
}
