import { shownCover } from './document-cover.ts';
import { headingOfScreen } from './heading.ts';

/** Ms in which a screen draws its heading, also at the first look into the store. */
const LONGEST_WAIT = 500;

/** Ms between two looks. No frame is waited for: while screens change with a transition, there is none. */
const PAUSE = 20;

/**
 * Whoever comes out of the reader goes on at its document; where that is not in the window, at the screen's heading. What
 * has the focus meanwhile keeps it.
 */
export async function returnFocus(documentId: string): Promise<void> {
  for (const end = performance.now() + LONGEST_WAIT; performance.now() < end;) {
    if (document.activeElement !== document.body) return;
    const goal = shownCover(documentId)?.parentElement?.querySelector('a') ?? headingOfScreen();
    if (goal) return goal.focus({ preventScroll: true });
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
  }
}
