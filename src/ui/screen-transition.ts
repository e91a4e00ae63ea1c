/** What a cover and the reader are called while one becomes the other. */
const NAME = 'open-document';

interface Change {
  /** Shows the next screen. */
  readonly show: () => Promise<void>;
  /** What opens or closes, before and after; not there where its row was not drawn. */
  readonly find: () => HTMLElement | null | undefined;
}

/**
 * Lets a cover grow into the reader, and the reader go back into its cover. Just shows the next screen where the browser
 * has no view transitions, the person wants no motion, or nobody sees it.
 *
 * @see https://drafts.csswg.org/css-view-transitions-1/
 */
export async function showWithTransition({ show, find }: Change): Promise<void> {
  const from = find();
  if (!from || !canMove()) return show();
  const before = standInFor(from);
  let after: HTMLElement | undefined;
  const transition = document.startViewTransition(async () => {
    before.remove();
    await show();
    const to = find();
    after = to ? standInFor(to) : undefined;
  });
  transition.ready.catch(ignoreSkipped);
  void transition.finished.finally(() => after?.remove());
  await transition.updateCallbackDone;
}

/** Names in shadow roots are not seen from outside: an element of the page itself stands where the other is. */
function standInFor(element: HTMLElement): HTMLElement {
  const { left, top, width, height } = element.getBoundingClientRect();
  const standIn = document.createElement('div');
  const place = {
    left: `${left}px`,
    top: `${top}px`,
    width: `${width}px`,
    height: `${Math.min(height, innerHeight)}px`,
  };
  Object.assign(standIn.style, { position: 'fixed', pointerEvents: 'none', viewTransitionName: NAME, ...place });
  const picture = element.shadowRoot?.querySelector('img')?.cloneNode();
  if (picture instanceof HTMLImageElement) {
    picture.decoding = 'sync';
    Object.assign(picture.style, { width: '100%', height: '100%', objectFit: 'contain', objectPosition: 'bottom' });
    standIn.append(picture);
  }
  document.body.append(standIn);
  return standIn;
}

function canMove(): boolean {
  return (
    'startViewTransition' in document &&
    document.visibilityState === 'visible' &&
    !matchMedia('(prefers-reduced-motion: reduce)').matches
  );
}

/** Another navigation or a resized window ends it early: the screen is there all the same. */
function ignoreSkipped(error: unknown): void {
  if (!(error instanceof DOMException)) throw error;
}
