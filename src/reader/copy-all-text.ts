import { textOfAllPages } from './document-text.ts';
import type { PDFDocumentProxy } from './pdfjs.ts';

/**
 * Puts the text of all pages on the clipboard. To be called right from a press or a copy: the clipboard is asked for at
 * once and gets a promise of the text, because a browser forgets the press while a long document is read.
 *
 * @throws {DOMException} `NotAllowedError` when the browser refuses.
 */
export async function copyAllText(
  document: PDFDocumentProxy,
  onPage: (pageNumber: number) => void,
  signal: AbortSignal,
): Promise<void> {
  // A refusal comes at once: reading on would be for nothing.
  const reading = new AbortController();
  const text = textOfAllPages(document, onPage, AbortSignal.any([signal, reading.signal]));
  const blob = text.then((content) => new Blob([content], { type: 'text/plain' }));
  try {
    await navigator.clipboard.write([new ClipboardItem({ 'text/plain': blob })]);
  } catch (cause) {
    reading.abort(cause);
    // Why the text can't be read says more than that the clipboard got none.
    await blob;
    throw cause;
  }
}
