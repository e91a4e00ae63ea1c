/** Lets the page draw, and take presses, before the work goes on. Where the browser has no `yield()`, a moment later. */
export function nextTask(): Promise<void> {
  if ('scheduler' in globalThis && 'yield' in globalThis.scheduler) return globalThis.scheduler.yield();
  return new Promise((resolve) => setTimeout(resolve));
}
