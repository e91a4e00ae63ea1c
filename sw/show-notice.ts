import { type Settings, readSettings } from '../src/store/settings.ts';
import { hasVisibleWindow } from './windows.ts';
import { worker } from './worker-scope.ts';

/** What a notification keeps for the click on it, and for the worker that comes after this one. */
export interface NoticeContent {
  /** The screen that it opens, below the app's base. */
  readonly path: string;
  /** Ids of the documents that it tells of, and since when, in ms since the epoch. */
  readonly documents?: readonly string[];
  readonly since?: number;
  /** Keys of the needs that it tells of. */
  readonly needs?: readonly string[];
  /** Ids of the tasks that its button tries again. */
  readonly retry?: readonly string[];
}

export interface Notice {
  readonly title: string;
  readonly body: string;
  /** One that stands with the same tag gives way. */
  readonly tag: string;
  /** Sound and sign again, though it takes the place of another. */
  readonly isNews: boolean;
  readonly content: NoticeContent;
  readonly action?: { readonly action: 'open' | 'retry'; readonly title: string };
}

/** TypeScript's library lacks what only persistent notifications have. @see https://notifications.spec.whatwg.org/ */
interface PersistentNotificationOptions extends NotificationOptions {
  readonly renotify: boolean;
  readonly actions: readonly { readonly action: string; readonly title: string }[];
}

/** Where no notification may be shown, that is the person's will, or they see it in the app. */
export async function mayNotify(settings: Settings, isOnlyUnseen: boolean): Promise<boolean> {
  if (globalThis.Notification?.permission !== 'granted' || !settings.notifications) return false; // Some have none in workers.
  return !isOnlyUnseen || !(await hasVisibleWindow());
}

export async function showNotice({ title, body, tag, isNews, content, action }: Notice): Promise<void> {
  const options: PersistentNotificationOptions = {
    body,
    tag,
    renotify: isNews,
    icon: 'icons/icon-192.png',
    badge: 'icons/badge-96.png',
    silent: !(await readSettings()).notificationSound,
    data: content,
    actions: action ? [action] : [],
  };
  await worker.registration.showNotification(title, options);
}

/** Those that stand, with what they keep. */
export async function standingNotices(
  tag?: string,
): Promise<readonly { readonly notification: Notification; readonly content: NoticeContent }[]> {
  const standing = await worker.registration.getNotifications(tag === undefined ? {} : { tag });
  return standing.map((notification) => ({ notification, content: notification.data as NoticeContent }));
}

export async function closeNotice(tag: string): Promise<void> {
  for (const { notification } of await standingNotices(tag)) notification.close();
}
