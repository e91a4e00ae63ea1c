import type { BrowserContext, Page, Worker } from 'playwright/test';
import { expect, test } from '../support/fixtures.ts';
import { hideWindows, showWindows } from '../support/hide-windows.ts';
import { clickNotification, openedWindow } from '../support/notification-click.ts';
import { tamper } from '../support/storage.ts';
import { storedRows } from '../support/stored-rows.ts';
import {
  announced,
  closeAllWindows,
  document,
  download,
  notificationBody,
  notifications,
  serviceWorker,
  storedSha256,
  transfer,
} from '../support/story.ts';

/** What stands on each notification that is shown, and whether it makes a sound. */
async function shapes(
  worker: Worker,
): Promise<readonly { title: string; buttons: string[]; silent: boolean | null }[]> {
  return worker.evaluate(async () => {
    const { registration } = globalThis as unknown as { readonly registration: ServiceWorkerRegistration };
    const shown = (await registration.getNotifications()) as (Notification & {
      readonly actions: readonly { readonly title: string }[];
    })[];
    return shown.map(({ title, actions, silent }) => ({ title, buttons: actions.map((each) => each.title), silent }));
  });
}

/** As if the worker had died after it showed a notification, before it wrote that down; then another one starts. */
async function forgetThatItWasTold(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const opening = indexedDB.open('longhaul');
    await new Promise((resolve) => opening.addEventListener('success', resolve));
    const tx = opening.result.transaction(['documents', 'settings'], 'readwrite');
    const reading: IDBRequest<object[]> = tx.objectStore('documents').getAll();
    reading.addEventListener('success', () => {
      for (const row of reading.result) tx.objectStore('documents').put({ ...row, notice: 'due' });
    });
    tx.objectStore('settings').delete('announced-needs');
    await new Promise((resolve) => tx.addEventListener('complete', resolve));
    opening.result.close();
    const { active } = await navigator.serviceWorker.ready;
    for (const type of ['TELL', 'ANNOUNCE_NEEDS']) active?.postMessage({ type });
  });
}

/** From here on the worker counts how often it shows a notification. */
async function countShown(worker: Worker): Promise<() => Promise<number>> {
  await worker.evaluate(() => {
    const { showNotification } = ServiceWorkerRegistration.prototype;
    const scope = globalThis as typeof globalThis & { shown?: number };
    scope.shown = 0;
    ServiceWorkerRegistration.prototype.showNotification = function (...given): Promise<void> {
      scope.shown = (scope.shown ?? 0) + 1;
      return showNotification.apply(this, given);
    };
  });
  return () => worker.evaluate(() => (globalThis as typeof globalThis & { shown?: number }).shown ?? -1);
}

/** The worker, once the page is its own: what it is asked from now on it does at once. */
async function controllingWorker(context: BrowserContext, page: Page): Promise<Worker> {
  await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller?.state)).toBe('activated');
  return serviceWorker(context);
}

/** All that the worker was asked to do about the notifications of so many documents is done. */
async function noticesAreDone(page: Page, count: number): Promise<void> {
  const notices = async () => (await storedRows(page, 'documents')).map(({ notice }) => notice);
  await expect.poll(notices).toEqual(Array.from({ length: count }, () => 'settled'));
  await page.evaluate(() => navigator.locks.request('longhaul-notices', () => undefined));
}

test('documents that come within a short while are told of together; a click opens the Library', async ({
  context,
  page,
  origin,
}) => {
  const held = origin.publish('first.pdf', { bytes: 50_000, holdAfterBytes: 10_000 });
  const others = ['two', 'three', 'four', 'five'].map((name) => origin.publish(`${name}.pdf`));
  await page.goto('/transfers');
  await download(page, [held, ...others].map(({ url }) => url).join('\n'));
  await held.reached(10_000);
  await closeAllWindows(context);
  held.release();
  const worker = await serviceWorker(context);
  // The first comes by itself, and browsers take a notification away after a while: then it is not among the others.
  const together = async () => (await notifications(worker)).find((title) => /^[45] documents are ready$/u.test(title));
  await expect.poll(together, { timeout: 40_000 }).toBeDefined();
  const title = (await together()) ?? '';
  expect((await notificationBody(worker, title))?.split('\n')).toHaveLength(4);
  expect(await notificationBody(worker, title)).toContain(`and ${Number(title[0]) - 3} more`);
  await clickNotification(worker, title);
  await expect.poll(() => openedWindow(worker)).toMatch(/:\d+\/$/u);
});

test('a worker that dies after it has shown a notification is followed by one that shows it to nobody again', async ({
  context,
  page,
  origin,
}) => {
  await page.goto('/transfers');
  const worker = await controllingWorker(context, page);
  await hideWindows(worker);
  await download(page, origin.publish('gone.pdf', { status: 404 }).url);
  await expect.poll(() => notifications(worker)).toHaveLength(1);
  await download(page, origin.publish('paper.pdf').url);
  const both = ['gone.pdf could not be downloaded', 'paper.pdf'];
  await expect.poll(async () => (await notifications(worker)).toSorted()).toEqual(both);
  await noticesAreDone(page, 1);
  const shown = await countShown(worker);
  await forgetThatItWasTold(page);
  await noticesAreDone(page, 1);
  await expect.poll(() => announced(page)).toHaveLength(1);
  expect((await notifications(worker)).toSorted()).toEqual(both);
  expect(await shown()).toBe(0);
});

test('a download that failed out of sight says so, and its Retry opens Longhaul and tries again', async ({
  context,
  page,
  origin,
}) => {
  const held = origin.publish('first.pdf', { bytes: 50_000, holdAfterBytes: 10_000 });
  const files = ['one.pdf', 'two.pdf'].map((name) => origin.publish(name));
  await page.goto('/transfers');
  await download(page, held.url);
  await held.reached(10_000);
  await download(page, files.map(({ url }) => url).join('\n'));
  await expect(page.getByText('Starting as soon as')).toHaveCount(2);
  for (const file of files) file.behave({ status: 404 });
  await closeAllWindows(context);
  held.release();
  const worker = await serviceWorker(context);
  const title = '2 downloads have failed';
  await expect.poll(() => notifications(worker), { timeout: 30_000 }).toContain(title);
  const named = await notificationBody(worker, title); // As they failed, which may be at the same time.
  expect(named?.split('\n').toSorted()).toEqual(['one.pdf', 'two.pdf']);

  for (const file of files) file.behave({ status: 200 });
  await clickNotification(worker, title, 'retry');
  await expect.poll(() => openedWindow(worker)).toMatch(/\/transfers$/u);
  const again = await context.newPage();
  await again.goto('/transfers');
  for (const [index, name] of ['one.pdf', 'two.pdf'].entries()) {
    await expect(transfer(again, name)).toContainText('Done');
    expect(await storedSha256(again, name)).toBe(files[index]?.sha256);
  }
});

test('each has its button, and with sound turned off in Settings none makes a noise', async ({
  context,
  page,
  origin,
}) => {
  await page.goto('/settings');
  const worker = await controllingWorker(context, page);
  await hideWindows(worker);
  await download(page, origin.publish('loud.pdf').url);
  await expect.poll(() => shapes(worker)).toEqual([{ title: 'loud.pdf', buttons: ['Open'], silent: false }]);
  await noticesAreDone(page, 1);
  await page.getByRole('checkbox', { name: 'With sound' }).uncheck(); // A press takes the first one away.
  await expect.poll(() => shapes(worker)).toEqual([]);
  const title = 'gone.pdf could not be downloaded';
  await download(page, origin.publish('gone.pdf', { status: 404 }).url);
  await expect.poll(() => shapes(worker)).toContainEqual({ title, buttons: ['Retry'], silent: true });
  await download(page, origin.publish('quiet.pdf').url);
  await expect.poll(() => shapes(worker)).toContainEqual({ title: 'quiet.pdf', buttons: ['Open'], silent: true });
});

test('what a window in sight shows is not told of, not later either', async ({ context, page, origin }) => {
  await page.goto('/transfers');
  await download(page, origin.publish('seen.pdf', { status: 404 }).url);
  await expect(transfer(page, 'seen.pdf')).toContainText('has nothing at this address');
  await page.evaluate(() => navigator.locks.request('longhaul-notices', () => undefined));
  const worker = await serviceWorker(context);
  await expect.poll(() => announced(page)).toHaveLength(1);
  await hideWindows(worker);
  await download(page, origin.publish('unseen.pdf', { status: 404 }).url);
  await expect.poll(() => notifications(worker)).toEqual(['unseen.pdf could not be downloaded']);
});

test('a notification goes when its matter is settled, and only counts what is left', async ({
  context,
  page,
  origin,
}) => {
  await page.goto('/transfers');
  const worker = await controllingWorker(context, page);
  await hideWindows(worker);
  const files = ['one.pdf', 'two.pdf'].map((name) => origin.publish(name, { status: 404 }));
  await download(page, files.map(({ url }) => url).join('\n'));
  await expect.poll(() => notifications(worker)).toEqual(['2 downloads have failed']);
  await page.getByRole('button', { name: 'Remove one.pdf' }).click();
  await expect.poll(() => notifications(worker)).toEqual(['two.pdf could not be downloaded']);
  await page.getByRole('button', { name: 'Remove two.pdf' }).click();
  await expect.poll(() => notifications(worker)).toEqual([]);
});

test('a document that comes again as another file is told of: the person is asked about it', async ({
  context,
  page,
  origin,
}) => {
  const paper = origin.publish('paper.pdf', { pages: 3 });
  await page.goto('/');
  await download(page, paper.url);
  await expect(document(page, 'paper.pdf')).toBeVisible();
  await expect
    .poll(async () => (await storedRows(page, 'documents')).map(({ sha256 }) => sha256))
    .toEqual([paper.sha256]);
  await tamper(page, { clear: ['*'] });
  paper.replace({ pages: 3 });
  await page.reload();
  const worker = await controllingWorker(context, page);
  await hideWindows(worker);
  const cleared = page.getByRole('region', { name: /^The browser has cleared/u });
  await cleared.getByRole('button', { name: 'Download again: paper.pdf' }).click();
  await expect.poll(() => notifications(worker)).toContain('paper.pdf is another file now'); // Its first may still stand.
});

test('nobody is asked for notifications before a download is on its way, and then only by a press', async ({
  page,
  origin,
}) => {
  await page.addInitScript(() => {
    Object.defineProperty(Notification, 'permission', { get: () => 'default' });
    Notification.requestPermission = () => {
      globalThis.document.documentElement.dataset['asked'] = 'yes';
      return Promise.resolve('default');
    };
  });
  const wasAsked = (): Promise<boolean> => page.evaluate(() => 'asked' in globalThis.document.documentElement.dataset);
  const held = origin.publish('held.pdf', { bytes: 50_000, holdAfterBytes: 10_000 });
  await page.goto('/');
  await expect(page.getByRole('heading', { name: 'Sample shelf' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Notify me' })).toHaveCount(0);
  await download(page, held.url);
  await expect(page.getByText('Shall Longhaul tell you when it is there')).toBeVisible();
  expect(await wasAsked()).toBe(false);
  await page.getByRole('button', { name: 'Notify me' }).click();
  expect(await wasAsked()).toBe(true);
  await page.getByRole('button', { name: 'Not now' }).click();
  await expect(page.getByRole('heading', { name: 'Downloads that outlive their tab', level: 1 })).toBeFocused();
  await page.getByRole('link', { name: 'Transfers' }).click();
  await expect(page.getByRole('listitem', { name: 'held.pdf' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Notify me' })).toHaveCount(0);
  await page.getByRole('link', { name: 'Settings' }).click();
  await expect(page.getByRole('checkbox', { name: 'Notify me' })).not.toBeChecked();
  held.release();
});

test.describe('by the fetch engine, whose room a test can take', () => {
  test.use({ engine: 'fetch' });

  test('a download without room is told of, and the notification goes when there is room', async ({
    context,
    page,
    origin,
  }) => {
    await page.addInitScript(() => {
      const { put } = IDBObjectStore.prototype;
      IDBObjectStore.prototype.put = function (
        this: IDBObjectStore,
        ...given: Parameters<typeof put>
      ): IDBRequest<IDBValidKey> {
        const isFull = globalThis.document.documentElement.dataset['full'] !== undefined;
        if (isFull && this.name === 'segments') throw new DOMException('No room', 'QuotaExceededError');
        return put.apply(this, given);
      };
    });
    await page.goto('/transfers');
    const worker = await controllingWorker(context, page);
    await hideWindows(worker);
    await page.evaluate(() => (globalThis.document.documentElement.dataset['full'] = ''));
    await download(page, origin.publish('big.pdf').url);
    await expect.poll(() => notifications(worker)).toEqual(['There is no room for big.pdf']);
    await page.evaluate(() => delete globalThis.document.documentElement.dataset['full']);
    await page
      .getByRole('button', { name: 'Resume big.pdf' })
      .or(page.getByRole('button', { name: 'Retry big.pdf' }))
      .click();
    await expect.poll(() => notifications(worker)).toEqual(['big.pdf']);
  });
});

test.describe('Settings › Notifications', () => {
  test('refused, it says how to allow them, and a download asks for nothing', async ({ page, origin }) => {
    await page.addInitScript(() => {
      Object.defineProperty(Notification, 'permission', { get: () => 'denied' });
    });
    const held = origin.publish('held.pdf', { bytes: 50_000, holdAfterBytes: 10_000 });
    await page.goto('/settings');
    await expect(page.getByText('The browser blocks notifications for this site.')).toBeVisible();
    await expect(page.getByRole('checkbox', { name: 'Notify me' })).toBeDisabled();
    await page.getByRole('link', { name: 'Library' }).click();
    await download(page, held.url);
    await held.reached(10_000);
    await expect(transfer(page, 'held.pdf').getByRole('progressbar')).toHaveAttribute('aria-valuenow', '20');
    await expect(page.getByRole('button', { name: 'Notify me' })).toHaveCount(0);
    held.release();
    await expect(document(page, 'held.pdf')).toBeVisible();
  });

  test('turned off, nothing is shown, and nothing comes later', async ({ context, page, origin }) => {
    await page.goto('/settings');
    const settings = page.getByRole('region', { name: 'Notifications' });
    await settings.getByRole('checkbox', { name: 'Notify me' }).uncheck();
    const worker = await serviceWorker(context);
    await download(page, origin.publish('quiet.pdf').url);
    await noticesAreDone(page, 1);
    expect(await notifications(worker)).toEqual([]);
    await expect(settings.getByRole('checkbox', { name: 'With sound' })).toBeDisabled();
    await settings.getByRole('checkbox', { name: 'Notify me' }).check();
    await download(page, origin.publish('loud.pdf').url);
    await expect.poll(() => notifications(worker)).toEqual(['loud.pdf']);
  });

  test('only while no window is visible, documents are told of out of sight alone', async ({
    context,
    page,
    origin,
  }) => {
    await page.goto('/settings');
    await page.getByRole('checkbox', { name: 'Only when no window of Longhaul is visible' }).check();
    await page.getByRole('link', { name: 'Library' }).click();
    const worker = await serviceWorker(context);
    await showWindows(worker);
    await download(page, origin.publish('in sight.pdf').url);
    await expect(document(page, 'in sight.pdf')).toBeVisible();
    await noticesAreDone(page, 1);
    expect(await notifications(worker)).toEqual([]);
    await hideWindows(worker);
    await download(page, origin.publish('out of sight.pdf').url);
    await expect.poll(() => notifications(worker)).toEqual(['out of sight.pdf']);
  });
});
