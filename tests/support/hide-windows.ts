import type { Worker } from 'playwright/test';

/** Headless Chromium shows every tab; from here on the worker takes them for hidden ones, until they are shown again. */
export async function hideWindows(worker: Worker): Promise<void> {
  await setVisibility(worker, 'hidden');
}

export async function showWindows(worker: Worker): Promise<void> {
  await setVisibility(worker, 'visible');
}

async function setVisibility(worker: Worker, visibilityState: DocumentVisibilityState): Promise<void> {
  await worker.evaluate((state) => {
    const scope = globalThis as unknown as { readonly WindowClient: { readonly prototype: object } };
    Object.defineProperty(scope.WindowClient.prototype, 'visibilityState', { get: () => state, configurable: true });
  }, visibilityState);
}
