import { shownCover } from './document-cover.ts';
import { headingOfScreen } from './heading.ts';

/** Whoever comes out of the reader goes on at its document; where that is not in the window, at the screen's heading. */
export function returnFocus(documentId: string): void {
  const link = shownCover(documentId)?.parentElement?.querySelector('a');
  (link ?? headingOfScreen())?.focus({ preventScroll: true });
}
