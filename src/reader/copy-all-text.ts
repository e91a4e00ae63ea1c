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
  const text = textOfAllPages(document, onPage, signal);
  const blob = text.then((content) => new Blob([content], { type: 'text/plain' }));
  await navigator.clipboard.write([new ClipboardItem({ 'text/plain': blob })]);
}
