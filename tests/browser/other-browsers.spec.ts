import type { Page } from 'playwright/test';
import { expect, test } from '../support/fixtures.ts';
import { backToLibrary, sheet } from '../support/reading.ts';
import { document, download, transfer } from '../support/story.ts';

interface Lack {
  readonly name: string;
  /** Runs in the page, before the app. */
  readonly take: () => void;
  /** Where it is said, and in which words; absent where nobody misses what was never offered. */
  readonly said?: readonly [screen: string, words: string];
}

const LACKS: readonly Lack[] = [
  {
    name: 'Background Fetch',
    take: () => {
      Reflect.deleteProperty(ServiceWorkerRegistration.prototype, 'backgroundFetch');
      Reflect.deleteProperty(globalThis, 'BackgroundFetchManager');
    },
    said: ['/settings', 'It has no Background Fetch, so downloads go on only while a window of Longhaul is open.'],
  },
  {
    name: 'the Badging API',
    take: () => {
      for (const name of ['setAppBadge', 'clearAppBadge']) Reflect.deleteProperty(Navigator.prototype, name);
    },
    said: ['/settings', 'This browser has no badges, so an icon of Longhaul doesn’t count what has come unseen.'],
  },
  {
    name: 'notifications',
    take: () => {
      Reflect.deleteProperty(globalThis, 'Notification');
      for (const name of ['showNotification', 'getNotifications']) {
        Reflect.deleteProperty(ServiceWorkerRegistration.prototype, name);
      }
    },
    said: ['/settings', 'This browser has no notifications.'],
  },
  {
    name: 'Web Share',
    take: () => {
      for (const name of ['share', 'canShare']) Reflect.deleteProperty(Navigator.prototype, name);
    },
  },
  { name: 'the dialog for saving', take: () => Reflect.deleteProperty(window, 'showSaveFilePicker') },
  {
    name: 'persistent storage',
    take: () => {
      for (const name of ['persist', 'persisted']) Reflect.deleteProperty(StorageManager.prototype, name);
    },
    said: ['/settings', 'This browser can’t promise to keep your documents.'],
  },
  {
    name: 'launch handling',
    take: () => {
      for (const name of ['launchQueue', 'LaunchQueue', 'LaunchParams']) Reflect.deleteProperty(globalThis, name);
    },
  },
  { name: 'view transitions', take: () => Reflect.deleteProperty(Document.prototype, 'startViewTransition') },
  { name: 'Background Sync', take: () => Reflect.deleteProperty(ServiceWorkerRegistration.prototype, 'sync') },
  {
    name: 'connection, battery and idle time',
    take: () => {
      for (const name of ['connection', 'getBattery']) Reflect.deleteProperty(Navigator.prototype, name);
      Reflect.deleteProperty(globalThis, 'requestIdleCallback');
    },
  },
  {
    name: 'service workers',
    take: () => Reflect.deleteProperty(Navigator.prototype, 'serviceWorker'),
    said: ['/settings', 'downloads go on only while a window of Longhaul is open.'],
  },
];

/** Errors that nobody caught. */
function uncaught(page: Page): string[] {
  const found: string[] = [];
  page.on('pageerror', ({ message }) => found.push(message));
  return found;
}

for (const { name, take, said } of LACKS) {
  test(`without ${name}, a document is added, comes and is read`, async ({ page, origin }) => {
    const errors = uncaught(page);
    await page.addInitScript(take);
    await page.goto('/transfers');
    await download(page, origin.publish('paper.pdf').url);
    await expect(transfer(page, 'paper.pdf')).toContainText('Done', { timeout: 40_000 });
    await page.getByRole('link', { name: 'Library' }).click();
    await document(page, 'paper.pdf').click();
    await expect(sheet(page, 1).getByText('Test paper')).toBeVisible();
    await backToLibrary(page);
    if (said) {
      await page.goto(said[0]);
      await expect(page.getByText(said[1])).toHaveCount(1);
    }
    expect(errors).toEqual([]);
  });
}

test('a download that needs its window says so, and says nothing of closing it', async ({ page, origin }) => {
  await page.addInitScript(() => {
    Reflect.deleteProperty(ServiceWorkerRegistration.prototype, 'backgroundFetch');
    Reflect.deleteProperty(globalThis, 'BackgroundFetchManager');
  });
  await page.goto('/');
  await expect(page.getByText('Keep the tab open until it is there')).toBeVisible();
  await download(page, origin.publish('slow.pdf', { bytes: 2_000_000, holdAfterBytes: 500_000 }).url);
  await expect(page.getByText('Keep this tab open.')).toBeVisible();
  await expect(page.getByText('You can close this tab now')).toHaveCount(0);
});

const DEMANDED: readonly { readonly name: string; readonly take: () => void }[] = [
  {
    name: 'Navigation API',
    take: () => Reflect.deleteProperty(globalThis, 'navigation'),
  },
  { name: 'Web Locks', take: () => Reflect.deleteProperty(Navigator.prototype, 'locks') },
  { name: 'Broadcast Channel', take: () => Reflect.deleteProperty(globalThis, 'BroadcastChannel') },
];

for (const { name, take } of DEMANDED) {
  test(`without ${name} a sentence says that the browser is too old`, async ({ page }) => {
    const errors = uncaught(page);
    await page.addInitScript(take);
    await page.goto('/');
    const alert = page.getByRole('alert');
    await expect(alert).toContainText('This browser is too old for Longhaul');
    await expect(alert).toContainText(`What it lacks is: ${name}.`);
    await expect(page.getByRole('button')).toHaveText(['Reload']);
    expect(errors).toEqual([]);
  });
}
