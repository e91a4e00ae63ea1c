import { countUnseen, markAllSeen } from '../store/documents.ts';

/**
 * The person is in the app: what came is seen, so badge and notifications go. Runs at the start, whenever a window
 * comes to the front, and at the next press of a key or button after something came.
 */
export function watchPresence(signal: AbortSignal): void {
  const greet = (): void => {
    if (document.visibilityState === 'visible') void clearNotices();
  };
  const notice = (): void => void countUnseen().then((count) => count > 0 && greet());
  addEventListener('focus', greet, { signal });
  document.addEventListener('visibilitychange', greet, { signal });
  for (const type of ['pointerdown', 'keydown']) addEventListener(type, notice, { signal, passive: true });
  greet();
}

async function clearNotices(): Promise<void> {
  await markAllSeen();
  if ('clearAppBadge' in navigator) await navigator.clearAppBadge();
  const registration = await navigator.serviceWorker?.getRegistration();
  if (!registration || !('getNotifications' in registration)) return;
  for (const notification of await registration.getNotifications()) notification.close();
}
