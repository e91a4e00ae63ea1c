import { msg, str } from '../language/msg.ts';
import type { PDFDocumentProxy, PDFPageProxy } from './pdfjs.ts';
import { listen } from './viewer-events.ts';
import type { ViewerParts } from './viewer-parts.ts';

/** Part of pdf.js' page view. */
interface PageView {
  readonly div: HTMLDivElement;
}

/**
 * Says in the place of a page that it can't be shown, as soon as it is asked for and can't be read or drawn.
 *
 * @param onFailed a page's place says so now.
 */
export function watchPages(parts: ViewerParts, onFailed: () => void): void {
  const { document, viewer, eventBus, signal } = parts;
  const notes = new Map<number, HTMLElement>();
  const unreadable = new Set<number>();
  const place = (pageNumber: number, note: HTMLElement): void => {
    const view = viewer.getPageView(pageNumber - 1) as PageView | undefined;
    if (view && note.parentElement !== view.div) view.div.append(note);
    const words = msg(str`Page ${pageNumber} can’t be shown: it is damaged.`);
    if (note.textContent !== words) note.textContent = words;
  };
  const fail = (pageNumber: number): void => {
    if (signal.aborted) return;
    const note = notes.get(pageNumber) ?? createNote();
    notes.set(pageNumber, note);
    place(pageNumber, note);
    onFailed();
  };
  watchReading(document, (pageNumber) => {
    unreadable.add(pageNumber);
    fail(pageNumber);
  });
  listen(
    eventBus,
    'pagerendered',
    ({ pageNumber, error }) => {
      if (error) return fail(pageNumber);
      if (unreadable.has(pageNumber)) return;
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
    page.then(isInvented).then(
      (isEmpty) => isEmpty && fail(pageNumber),
      () => fail(pageNumber),
    );
    return page;
  };
}

/** For a first page that is lost pdf.js puts an empty one, which is no object of the file. */
async function isInvented(page: PDFPageProxy): Promise<boolean> {
  return page.ref === null && (await page.getOperatorList()).fnArray.length === 0;
}

function createNote(): HTMLElement {
  const note = globalThis.document.createElement('p');
  note.className = 'reader-page-failure';
  note.setAttribute('role', 'note');
  return note;
}
