import { announceChange } from './changes.ts';
import { database } from './database.ts';
import type { LibraryLook } from './library-look.ts';

/** Every setting with its type; a row is written only for what the person changed. */
export interface Settings {
  readonly theme: 'system' | 'light' | 'dark';
  /** A code such as `de`: what the last window spoke, which is what the service worker goes on in. */
  readonly language: string;
  /** Ours, beside the browser's permission. */
  readonly notifications: boolean;
  readonly notificationSound: boolean;
  /** None while a person can see a window of the app. */
  readonly notificationsOnlyUnseen: boolean;
  /** The person answered "not now" when asked about notifications. */
  readonly notificationsDeclined: boolean;
  /** Whether letters, digits and signs pressed by themselves do anything (WCAG 2.1.4). */
  readonly characterKeys: boolean;
  /** How fast is read aloud; 1 is normal. */
  readonly speechRate: number;
  readonly libraryLook: LibraryLook;
  /** Bytes that the documents of the library may take in all; `null`: no limit. */
  readonly libraryLimit: number | null;
  /** What the person would rather keep than make room: asked again when the limit is another or the library larger. */
  readonly keptOverLimit: { readonly limit: number; readonly taken: number } | null;
  /** Whether the Library shows the rows of what is on its way; `null`: where the window has room for them. */
  readonly isTrayOpen: boolean | null;
}

export const DEFAULT_SETTINGS: Settings = {
  theme: 'system',
  language: 'en',
  notifications: true,
  notificationSound: true,
  notificationsOnlyUnseen: false,
  notificationsDeclined: false,
  characterKeys: true,
  speechRate: 1,
  libraryLook: { layout: 'grid', sort: 'read' },
  libraryLimit: null,
  keptOverLimit: null,
  isTrayOpen: null,
};

export async function readSettings(): Promise<Settings> {
  const db = await database();
  const rows = await db.getAll('settings');
  return { ...DEFAULT_SETTINGS, ...Object.fromEntries(rows.map((row) => [row.name, row.value])) };
}

export async function writeSetting<K extends keyof Settings>(name: K, value: Settings[K]): Promise<void> {
  const db = await database();
  const tx = db.transaction('settings', 'readwrite');
  const put = tx.store.put({ name, value });
  tx.commit(); // So that it holds even if the page ends with this call.
  await Promise.all([put, tx.done]);
  announceChange('settings');
}
