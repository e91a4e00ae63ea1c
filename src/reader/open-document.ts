import type { ReadableFile } from '../library/readable-file.ts';
import { keepDrawingThread, returnDrawingThread } from './drawing-thread.ts';
import { type ParsingWorker, returnParsingWorker, takeParsingWorker } from './parsing-worker.ts';
import {
  assetUrls,
  getDocument,
  PasswordResponses,
  type PDFDocumentLoadingTask,
  type PDFDocumentProxy,
} from './pdfjs.ts';
import { StoredFileTransport } from './stored-file-transport.ts';

/**
 * Bytes. 256 kB is a little faster to the first page of a big linear file (178 against 212 ms), but where all pages hang
 * on one node pdf.js reads every page's dictionary at once: 60 MB instead of 20 MB of a 60 MB file.
 */
const rangeChunkSize = 64 * 1024;

export interface OpenDocumentOptions {
  /**
   * The document is protected. May be called after loading too, when an attachment has a password of its own.
   *
   * @param unlock tries a password; a wrong one calls this again, an error gives up.
   * @param wrong whether a password was tried.
   */
  readonly onPassword: (unlock: (password: string | Error) => void, wrong: boolean) => void;
  /** The stored bytes can't be read; the document will never settle by itself. */
  readonly onUnreadable: (cause: unknown) => void;
}

/** pdf.js itself could not start. */
export class NotStartedError extends Error {
  override readonly name = 'NotStartedError';
}

/** A stored PDF from its opening to its closing. Whoever opens it must `close()` it, or its workers stay. */
export class OpenDocument {
  /**
   * Settles when the document is there; after `close()` maybe never.
   *
   * @throws {NotStartedError} or what pdf.js says of the file.
   */
  readonly loaded: Promise<PDFDocumentProxy>;
  #task: PDFDocumentLoadingTask | undefined;
  #worker: ParsingWorker | undefined;
  /** The warm one, unless it was in use. */
  #drawingThread: Worker | null | undefined;
  #isClosed = false;

  /** @param file at least one byte. */
  constructor(file: ReadableFile, options: OpenDocumentOptions) {
    this.loaded = this.#load(file, options);
  }

  /** Frees all that pdf.js holds of the document. Safe to call again. */
  close(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    if (this.#worker && this.#task) void closeLoading(this.#task, this.#worker, this.#drawingThread);
  }

  async #load(file: ReadableFile, options: OpenDocumentOptions): Promise<PDFDocumentProxy> {
    keepDrawingThread();
    const worker = await takeParsingWorker().catch((cause: unknown) => {
      throw new NotStartedError('pdf.js could not start', { cause });
    });
    if (this.#isClosed) {
      void returnParsingWorker(worker, Promise.resolve());
      throw new Error('Closed before it was opened');
    }
    this.#worker = worker;
    this.#task = startLoading(file, worker, options);
    this.#drawingThread = rendererOf(this.#task)?.port;
    return this.#task.promise;
  }
}

function startLoading(
  file: ReadableFile,
  { pdfWorker }: ParsingWorker,
  { onPassword, onUnreadable }: OpenDocumentOptions,
): PDFDocumentLoadingTask {
  const task = getDocument({
    worker: pdfWorker,
    range: new StoredFileTransport(file, onUnreadable),
    rangeChunkSize,
    // Without both, pdf.js goes on to read the whole file.
    disableAutoFetch: true,
    disableStream: true,
    enableXfa: true,
    ...assetUrls,
  });
  task.onPassword = (unlock: (password: string | Error) => void, reason: number) =>
    onPassword(unlock, reason === PasswordResponses.INCORRECT_PASSWORD);
  return task;
}

async function closeLoading(
  task: PDFDocumentLoadingTask,
  worker: ParsingWorker,
  drawingThread: Worker | null | undefined,
): Promise<void> {
  const renderer = rendererOf(task);
  // pdf.js has dropped a thread that did not answer.
  const wasConnected = renderer?.port === drawingThread;
  const closed = returnParsingWorker(worker, task.destroy()).then((isFreed) => {
    // pdf.js lets the thread that draws go only when the one that parses has answered.
    if (!isFreed) renderer?.destroy();
    return wasConnected;
  });
  if (drawingThread) await returnDrawingThread(drawingThread, closed);
}

/** What pdf.js' types keep private. */
interface Renderer {
  readonly port: Worker | null;
  destroy(): void;
}

function rendererOf(task: PDFDocumentLoadingTask): Renderer | null {
  return (task as unknown as { readonly _rendererWorker: Renderer | null })._rendererWorker;
}
