import { assetUrls, getDocument, PasswordResponses, type PDFDocumentLoadingTask } from './pdfjs.ts';
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
  /** The stored bytes can't be read; the task will never settle by itself. */
  readonly onUnreadable: (cause: unknown) => void;
}

/**
 * Starts to open a stored PDF. Whoever opens it must `destroy()` the task, or its workers stay.
 *
 * @param file at least one byte.
 */
export function openDocument(file: Blob, { onPassword, onUnreadable }: OpenDocumentOptions): PDFDocumentLoadingTask {
  const task = getDocument({
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
