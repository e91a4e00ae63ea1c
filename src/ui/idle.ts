/** A page that is busy or hidden for longer than this, in ms, goes on all the same. */
const LONGEST_WAIT = 10_000;

/** Resolves when the page has nothing better to do. Where the browser knows no idle time (Safari), any later moment has to do. */
export function idle(timeout: number = LONGEST_WAIT): Promise<unknown> {
  return new Promise((resolve) => {
    if ('requestIdleCallback' in globalThis) requestIdleCallback(resolve, { timeout });
    else setTimeout(resolve, Math.min(timeout, 1000));
  });
}
