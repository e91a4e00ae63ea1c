import type { PDFDocumentProxy, PDFPageProxy, PDFViewer } from './pdfjs.ts';

/** Up to here all pages are measured at idle; beyond, only where the person goes. */
const smallDocument = 100;

interface PageView {
  readonly pdfPage: PDFPageProxy | null;
  setPdfPage(page: PDFPageProxy): void;
}

/**
 * Tells the viewer the true size of a page and of its neighbours. Until it knows, a page counts as large as the first,
 * and a jump into a document of mixed sizes misses by pages. A page that can't be read keeps its guess.
 *
 * @param pageNumber from 1, at most the number of pages.
 */
export async function measurePagesAround(
  viewer: PDFViewer,
  document: PDFDocumentProxy,
  pageNumber: number,
): Promise<void> {
  const pages = await loadPagesAround(document, pageNumber);
  setPages(viewer, pages);
}

export async function loadPagesAround(
  document: PDFDocumentProxy,
  pageNumber: number,
): Promise<readonly PDFPageProxy[]> {
  const numbers = [pageNumber - 1, pageNumber, pageNumber + 1].filter((n) => n >= 1 && n <= document.numPages);
  const results = await Promise.allSettled(numbers.map((n) => document.getPage(n)));
  return results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
}

export function setPages(viewer: PDFViewer, pages: readonly PDFPageProxy[]): void {
  for (const page of pages) {
    const view = pageView(viewer, page.pageNumber);
    if (view && !view.pdfPage) view.setPdfPage(page);
  }
}

export function isMeasured(viewer: PDFViewer, pageNumber: number): boolean {
  return [pageNumber - 1, pageNumber, pageNumber + 1].every((n) => pageView(viewer, n)?.pdfPage !== null);
}

/** Measures every page of a small document, one by one, so that the scroll bar tells the truth. */
export async function measureSmallDocument(
  viewer: PDFViewer,
  document: PDFDocumentProxy,
  signal: AbortSignal,
): Promise<void> {
  if (document.numPages > smallDocument) return;
  for (let pageNumber = 1; pageNumber <= document.numPages; pageNumber += 1) {
    await idle();
    if (signal.aborted) return;
    const [result] = await Promise.allSettled([document.getPage(pageNumber)]);
    if (signal.aborted) return;
    if (result.status === 'fulfilled') setPages(viewer, [result.value]);
  }
}

function pageView(viewer: PDFViewer, pageNumber: number): PageView | undefined {
  return viewer.getPageView(pageNumber - 1) as PageView | undefined;
}

function idle(): Promise<void> {
  // Safari has no requestIdleCallback.
  return new Promise((resolve) => {
    if ('requestIdleCallback' in globalThis) requestIdleCallback(() => resolve(), { timeout: 1000 });
    else setTimeout(resolve, 50);
  });
}
