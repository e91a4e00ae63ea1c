import { formatBytes } from '../src/library/format-bytes.ts';
import { changeDocument, listDueNotices } from '../src/store/documents.ts';
import type { DocumentRow } from '../src/store/schema.ts';
import { readSettings } from '../src/store/settings.ts';
import { showScreen } from './windows.ts';
import { worker } from './worker-scope.ts';

/**
 * Shows the notification of every document that is still owed one. A worker that dies in between shows it again under
 * the same tag, which replaces the first: never none, never two.
 */
export async function announceDueDocuments(): Promise<void> {
  await navigator.locks.request('longhaul-notices', async () => {
    const { notificationSound } = await readSettings();
    for (const document of await listDueNotices()) {
      if (Notification.permission === 'granted') await show(document, !notificationSound);
      await changeDocument(document.id, (row) => ({ ...row, notice: 'settled' }));
    }
  });
}

/** Says that downloads are left which only a window can go on with; one notification, whatever their number. */
export async function announceWaiting(count: number): Promise<void> {
  const shown = await worker.registration.getNotifications({ tag: 'waiting' });
  if (count === 0) for (const notification of shown) notification.close();
  if (count === 0 || Notification.permission !== 'granted') return;
  const what = count === 1 ? '1 download waits' : `${count} downloads wait`;
  await worker.registration.showNotification(`${what} for Longhaul`, {
    body: 'Open Longhaul, and it goes on.',
    tag: 'waiting',
    icon: 'icons/icon-192.png',
    badge: 'icons/badge-96.png',
    silent: !(await readSettings()).notificationSound,
    data: { path: 'transfers' },
  });
}

/** Opens the screen that a notification speaks of. */
export async function openNotice(notification: Notification): Promise<void> {
  notification.close();
  const { path } = notification.data as { readonly path: string };
  await showScreen(path);
}

async function show(document: DocumentRow, silent: boolean): Promise<void> {
  const options: NotificationOptions & { actions: readonly { action: string; title: string }[] } = {
    body: `Ready to read · ${formatBytes(document.size)}`,
    tag: `document-${document.id}`,
    icon: 'icons/icon-192.png',
    badge: 'icons/badge-96.png',
    silent,
    data: { path: `read/${document.id}` },
    actions: [{ action: 'open', title: 'Open' }],
  };
  await worker.registration.showNotification(document.title, options);
}
