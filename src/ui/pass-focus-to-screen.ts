import { shownCover } from './document-cover.ts';
import { headingOfScreen } from './heading.ts';
import type { Route } from './route.ts';

/** Ms in which a screen draws its heading, also at the first look into the store. */
const LONGEST_WAIT = 500;

/** Ms between two looks. No frame is waited for: while screens change with a transition, there is none. */
const PAUSE = 20;

/** What has the focus, in whichever shadow root. */
export function focusedElement(): Element | null {
  let focused = document.activeElement;
  while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
  return focused;
}

/**
 * Whoever goes to another screen goes on at its heading: the browser would begin anew at the top of the page and say
 * nothing of it. Whoever comes out of the reader goes on at its document, where that is in the window. What has got the
 * focus meanwhile keeps it. The reader takes it for its pages by itself.
 *
 * @param left what had the focus on the screen that was left.
 */
export async function passFocusToScreen(before: Route, next: Route, left: Element | null): Promise<void> {
  if (next.screen === 'reader') return;
  for (const end = performance.now() + LONGEST_WAIT; performance.now() < end;) {
    const focused = focusedElement();
    if (focused !== document.body && focused !== left) return;
    const goal = (before.screen === 'reader' ? linkOf(before.documentId) : undefined) ?? headingOfScreen();
    if (goal) return goal.focus({ preventScroll: true });
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
  }
}

function linkOf(documentId: string): HTMLElement | null | undefined {
  return shownCover(documentId)?.parentElement?.querySelector('a');
}
