import { readSettings } from '../src/store/settings.ts';
import type { Challenge } from '../src/store/task-state.ts';
import { readTask } from '../src/store/tasks.ts';
import { challengeOf } from '../src/transfer/challenge.ts';
import { hasVisibleWindow } from './windows.ts';
import { worker } from './worker-scope.ts';

/**
 * Tells the person that a server asks who is there, unless a window shows it. However many transfers wait for one
 * server, there is one notification.
 */
export async function announceChallenge(taskId: string): Promise<void> {
  const task = await readTask(taskId);
  const challenge = task && challengeOf(task.state);
  if (!challenge || Notification.permission !== 'granted' || (await hasVisibleWindow())) return;
  await show(challenge);
}

async function show({ origin }: Challenge): Promise<void> {
  const { notificationSound } = await readSettings();
  await worker.registration.showNotification(`Sign in to ${new URL(origin).host}`, {
    body: 'A download waits for it.',
    tag: `sign-in-${origin}`,
    icon: 'icons/icon-192.png',
    badge: 'icons/badge-96.png',
    silent: !notificationSound,
    data: { path: 'transfers' },
  });
}
