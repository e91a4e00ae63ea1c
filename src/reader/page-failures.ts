import type { PDFDocumentProxy, PDFPageProxy } from './pdfjs.ts';
import { listen } from './viewer-events.ts';
import type { ViewerParts } from './viewer-parts.ts';

/** Pages tried for one that can stand in for a broken first. */
const tries = 20;

/** Part of pdf.js' page view. */
interface PageView {
  readonly div: HTMLDivElement;
  pdfPage: PDFPageProxy | null;
}

/**
 * Says in the place of a page that it can't be shown, as soon as it is asked for and can't be read or drawn.
 *
 * @param onFailed a page's place says so now.
 */
export function watchPages(parts: ViewerParts, onFailed: () => void): void {
  const { document, viewer, eventBus, signal } = parts;
  const notes = new Map<number, HTMLElement>();
  const place = (pageNumber: number, note: HTMLElement): void => {
    const view = viewer.getPageView(pageNumber - 1) as PageView | undefined;
    if (view && note.parentElement !== view.div) view.div.append(note);
  };
  const fail = (pageNumber: number): void => {
    if (signal.aborted) return;
    const note = notes.get(pageNumber) ?? createNote(pageNumber);
    notes.set(pageNumber, note);
    place(pageNumber, note);
    onFailed();
  };
  watchReading(document, fail);
  listen(
    eventBus,
    'pagerendered',
    ({ pageNumber, error }) => {
      if (error) return fail(pageNumber);
      notes.get(pageNumber)?.remove();
      notes.delete(pageNumber);
    },
    signal,
  );
  // Zooming empties the places of pages; this event follows.
  listen(
    eventBus,
    'updateviewarea',
    () => {
      for (const [pageNumber, note] of notes) place(pageNumber, note);
    },
    signal,
  );
}

/** The viewer only writes to the console of a page that can't be read. All who want one ask here. */
function watchReading(document: PDFDocumentProxy, fail: (pageNumber: number) => void): void {
  const getPage = document.getPage.bind(document);
  document.getPage = (pageNumber) => {
    const page = getPage(pageNumber);
    page.catch(() => fail(pageNumber));
    return page;
  };
}

function createNote(pageNumber: number): HTMLElement {
  const note = globalThis.document.createElement('p');
  note.className = 'reader-page-failure';
  note.setAttribute('role', 'note');
  note.textContent = `Page ${pageNumber} can’t be shown: it is damaged.`;
  return note;
}

/**
 * The first page that can be read. The viewer shows no page at all without one to measure by.
 *
 * @throws what pdf.js says of page 1, when none of the first twenty can be read.
 */
export async function firstReadablePage(document: PDFDocumentProxy): Promise<PDFPageProxy> {
  const numbers = Array.from({ length: Math.min(tries, document.numPages) }, (_, index) => index + 1);
  let reason: unknown;
  for (const pageNumber of numbers) {
    try {
      return await document.getPage(pageNumber);
    } catch (cause) {
      reason ??= cause;
    }
  }
  throw reason;
}

/**
 * Hands the document to the viewer with another page for a broken first.
 *
 * @param setDocument asks for page 1 before it returns, and for no other.
 * @returns to be called once the pages are laid out: takes the stand-in out of the first page's place.
 */
export function standIn(parts: ViewerParts, page: PDFPageProxy, setDocument: () => void): () => void {
  if (page.pageNumber === 1) {
    setDocument();
    return () => {};
  }
  const { document, viewer } = parts;
  const { getPage } = document;
  document.getPage = () => Promise.resolve(page);
  setDocument();
  document.getPage = getPage;
  return () => {
    const first = viewer.getPageView(0) as PageView | undefined;
    if (first) first.pdfPage = null;
  };
}
