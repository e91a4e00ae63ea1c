/** CSS pixels that are scrolled one way before the bar follows. */
const slack = 48;
/** Milliseconds after a turn of the wheel or a move of the finger in which scrolling is the person's own. */
const byHandFor = 400;
/** CSS pixels and milliseconds of a tap. */
const tapRadius = 8;
const longestTap = 300;

export interface ToolbarHidingOptions {
  /** Scrolls the pages. */
  readonly container: HTMLElement;
  /** The bar is in use, or holds the focus. */
  readonly isBusy: () => boolean;
  /** Settles when the pages stand still again. */
  readonly setHidden: (hidden: boolean) => Promise<void>;
  readonly signal: AbortSignal;
}

/**
 * Says when the bar should leave: when a person scrolls on. It comes back when they scroll back, tap, press a key, move
 * the focus or bring the mouse to the upper edge. What scrolls by itself, as a jump does, changes nothing.
 */
export function listenForToolbarHiding({ container, isBusy, setHidden, signal }: ToolbarHidingOptions): void {
  let [turnedAt, reached, byHand] = [container.scrollTop, container.scrollTop, Number.NEGATIVE_INFINITY];
  // The pages are moved along with the bar: that is no scrolling.
  const ask = async (hidden: boolean): Promise<void> => {
    await setHidden(hidden);
    turnedAt = reached = container.scrollTop;
  };
  const show = (): void => void ask(false);
  const scroll = ({ timeStamp }: Event): void => {
    const { scrollTop } = container;
    const isTurn = scrollTop > reached ? turnedAt > reached : turnedAt < reached;
    if (isTurn || timeStamp - byHand > byHandFor) turnedAt = reached;
    reached = scrollTop;
    if (timeStamp - byHand > byHandFor) return;
    if (scrollTop - turnedAt > slack && !isBusy()) void ask(true);
    if (turnedAt - scrollTop > slack) show();
  };
  const move = ({ timeStamp }: Event): void => void (byHand = timeStamp);
  const nearTop = (event: PointerEvent): void => {
    if (event.pointerType === 'mouse' && event.clientY - container.getBoundingClientRect().top < tapRadius) show();
  };
  const passive = { passive: true, signal } as const;
  container.addEventListener('wheel', move, passive);
  container.addEventListener('touchmove', move, passive);
  container.addEventListener('scroll', scroll, passive);
  container.addEventListener('pointermove', nearTop, passive);
  listenForTap(container, show, signal);
  window.addEventListener('keydown', show, { signal });
  document.addEventListener('focusin', show, { signal });
}

function listenForTap(container: HTMLElement, tapped: () => void, signal: AbortSignal): void {
  let down: PointerEvent | undefined;
  container.addEventListener('pointerdown', (event) => void (down = event), { signal });
  const up = (event: PointerEvent): void => {
    if (!down || event.pointerType === 'mouse') return;
    const moved = Math.hypot(event.clientX - down.clientX, event.clientY - down.clientY);
    if (moved < tapRadius && event.timeStamp - down.timeStamp < longestTap) tapped();
  };
  container.addEventListener('pointerup', up, { signal });
}
