/** CSS pixels and milliseconds. */
const least = 48;
const longest = 700;

interface Start {
  readonly x: number;
  readonly y: number;
  readonly at: number;
}

/** Which way a finger that went so far wipes: 1 on, -1 back, `undefined` when it scrolled, rested or strayed. */
export function swipeOf(dx: number, dy: number, duration: number): 1 | -1 | undefined {
  if (Math.abs(dx) < least || Math.abs(dx) < 2 * Math.abs(dy) || duration > longest) return undefined;
  return dx < 0 ? 1 : -1;
}

/** One finger across the page turns it, where there is nothing to scroll to on that side. */
export function listenForSwipe(container: HTMLElement, turn: (by: 1 | -1) => void, signal: AbortSignal): void {
  let start: Start | undefined;
  const begin = ({ touches, timeStamp }: TouchEvent): void => {
    const [touch, second] = touches;
    start = touch && !second ? { x: touch.clientX, y: touch.clientY, at: timeStamp } : undefined;
  };
  const end = ({ changedTouches, timeStamp }: TouchEvent): void => {
    const [touch] = changedTouches;
    if (!touch || !start || container.scrollWidth > container.clientWidth + 1) return;
    const by = swipeOf(touch.clientX - start.x, touch.clientY - start.y, timeStamp - start.at);
    start = undefined;
    if (by !== undefined) turn(by);
  };
  container.addEventListener('touchstart', begin, { passive: true, signal });
  container.addEventListener('touchend', end, { passive: true, signal });
}
