/** Held, by any number of windows, while somebody reads in them. */
const LOCK = 'longhaul-reading';

/** Says to all windows that this one shows a document, while it can be seen and until `signal` aborts. */
export function sayThatSomebodyReads(signal: AbortSignal): void {
  let shown = new AbortController();
  const follow = (): void => {
    shown.abort();
    if (document.visibilityState === 'hidden' || signal.aborted) return;
    shown = new AbortController();
    void hold(shown.signal);
  };
  document.addEventListener('visibilitychange', follow, { signal });
  signal.addEventListener('abort', () => shown.abort(), { once: true });
  follow();
}

/** Whether a document is shown in any window. */
export async function doesSomebodyRead(): Promise<boolean> {
  const { held = [] } = await navigator.locks.query();
  return held.some(({ name }) => name === LOCK);
}

async function hold(signal: AbortSignal): Promise<void> {
  await navigator.locks.request(LOCK, { mode: 'shared' }, async () => {
    if (signal.aborted) return;
    await new Promise<void>((resolve) => {
      signal.addEventListener('abort', () => resolve(), { once: true });
    });
  });
}
