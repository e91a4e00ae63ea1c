import type { PDFDocumentProxy } from './pdfjs.ts';

/**
 * The text of all pages in their order, page after page with an empty line between, whether they were ever drawn or not.
 * One page is read at a time, and what pdf.js keeps of it is dropped, so a long document costs its text only.
 *
 * @param onPage called with each page's number before it is read.
 * @throws the signal's reason once it is aborted.
 */
export async function textOfAllPages(
  document: PDFDocumentProxy,
  onPage: (pageNumber: number) => void,
  signal: AbortSignal,
): Promise<string> {
  const pages: string[] = [];
  for (let pageNumber = 1; pageNumber <= document.numPages; pageNumber += 1) {
    signal.throwIfAborted();
    onPage(pageNumber);
    pages.push(await textOfPage(document, pageNumber));
  }
  signal.throwIfAborted();
  return pages.join('\n\n');
}

async function textOfPage(document: PDFDocumentProxy, pageNumber: number): Promise<string> {
  const page = await document.getPage(pageNumber);
  const { items } = await page.getTextContent();
  const text = items.map((item) => ('str' in item ? `${item.str}${item.hasEOL ? '\n' : ''}` : '')).join('');
  // A zero ends the text in other programs.
  return text.replaceAll('\0', '').trim();
}
