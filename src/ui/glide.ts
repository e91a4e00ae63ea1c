/** Ms: short enough to be over before anybody presses what moves. */
const DURATION = 180;

/** Whether things may move to show where they went. */
export function canGlide(): boolean {
  return !matchMedia('(prefers-reduced-motion: reduce)').matches;
}

/**
 * Lets an element that stands at another place now come from where it stood. What it moves by itself is added to.
 *
 * @param x px to the right of its place, where it stood; `y` px below.
 */
export function glideFrom(element: Element, { x, y }: { readonly x: number; readonly y: number }): void {
  if (x === 0 && y === 0) return;
  const keyframes = [{ transform: `translate(${x}px, ${y}px)` }, { transform: 'translate(0, 0)' }];
  element.animate(keyframes, { duration: DURATION, easing: 'ease-out', composite: 'add' });
}
