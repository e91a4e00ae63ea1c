import type { Worker } from 'playwright/test';

interface WorkerScope {
  readonly registration: ServiceWorkerRegistration;
  readonly clients: { openWindow(url: URL): Promise<null> };
  readonly NotificationEvent: new (type: string, init: object) => Event;
  openedWindow?: string;
}

/**
 * Dispatches the click on the newest notification, or on the one of that title, as the browser does, but without the
 * person's gesture that `openWindow()` needs: the address is caught instead, for `openedWindow()`.
 *
 * @param action which of its buttons; by default none.
 */
export async function clickNotification(worker: Worker, title?: string, action = ''): Promise<void> {
  const click = { wanted: title, pressed: action };
  await worker.evaluate(async ({ wanted, pressed }) => {
    const scope = globalThis as unknown as WorkerScope;
    scope.clients.openWindow = (url) => {
      scope.openedWindow = url.href;
      return Promise.resolve(null);
    };
    const shown = await scope.registration.getNotifications();
    const notification = shown.findLast((each) => wanted === undefined || each.title === wanted);
    globalThis.dispatchEvent(new scope.NotificationEvent('notificationclick', { notification, action: pressed }));
  }, click);
}

/** Where the click would have opened a window; '' when it didn't. */
export async function openedWindow(worker: Worker): Promise<string> {
  return worker.evaluate(() => (globalThis as unknown as WorkerScope).openedWindow ?? '');
}
