import type { PDFViewer } from './pdfjs.ts';
import type { ViewerParts } from './viewer-parts.ts';

/**
 * Selects all pages. Only a few of them have text in the page's DOM: the selection's ends stand on the pages' own
 * element, not in any text, and by that `listenForCopyOfAll` knows that all is meant.
 */
export function selectAllText({ viewer }: PDFViewer): void {
  if (viewer) getSelection()?.selectAllChildren(viewer);
}

/** Calls `copyAll` instead of the browser's own copy, which would take the drawn pages only, as long as all is selected. */
export function listenForCopyOfAll({ viewer, signal }: ViewerParts, copyAll: () => void): void {
  const copy = (event: ClipboardEvent): void => {
    if (!viewer.viewer || !isAllSelected(viewer.viewer)) return;
    event.preventDefault();
    // pdf.js listens on the document: it would copy too, without a word.
    event.stopImmediatePropagation();
    copyAll();
  };
  window.addEventListener('copy', copy, { capture: true, signal });
}

function isAllSelected(pages: Element): boolean {
  const selection = getSelection();
  return selection?.isCollapsed === false && selection.anchorNode === pages && selection.focusNode === pages;
}
