import { worker } from './worker-scope.ts';

/** What the worker asks of a window. The page's side is `src/ui/worker-messages.ts`. */
export interface ShowScreenMessage {
  readonly type: 'SHOW_SCREEN';
  /** Below the app's base, without a leading slash. */
  readonly path: string;
}

/** Shows a screen of the app in the window that is open, else in a new one. Needs the person's click. */
export async function showScreen(path: string): Promise<void> {
  const windows = await worker.clients.matchAll({ type: 'window', includeUncontrolled: true });
  const chosen = windows.find((client) => client.focused) ?? windows.find(isVisible) ?? windows[0];
  if (!chosen) {
    await worker.clients.openWindow(new URL(path, worker.registration.scope));
    return;
  }
  const message: ShowScreenMessage = { type: 'SHOW_SCREEN', path };
  chosen.postMessage(message);
  await chosen.focus();
}

/** Whether the app has any window, in front or not. */
export async function hasWindow(): Promise<boolean> {
  return (await worker.clients.matchAll({ type: 'window', includeUncontrolled: true })).length > 0;
}

/** Whether a person can see any window of the app now. */
export async function hasVisibleWindow(): Promise<boolean> {
  const windows = await worker.clients.matchAll({ type: 'window', includeUncontrolled: true });
  return windows.some(isVisible);
}

function isVisible(client: WindowClient): boolean {
  return client.visibilityState === 'visible';
}
