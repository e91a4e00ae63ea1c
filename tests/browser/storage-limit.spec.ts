import type { Locator, Page } from 'playwright/test';
import type { Origin } from '../origin/origin.ts';
import { axeFindingsInBothLooks } from '../support/axe.ts';
import { expect, test } from '../support/fixtures.ts';
import { tamper } from '../support/storage.ts';
import { storedRows } from '../support/stored-rows.ts';
import { document, download } from '../support/story.ts';

const DAY = 86_400_000;

function go(page: Page, screen: string): Promise<void> {
  return page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: screen }).click();
}

function offer(page: Page): Locator {
  return page.getByRole('region', { name: /more than you allow/u });
}

function offered(page: Page): Locator {
  return offer(page).getByRole('list', { name: 'Could be removed' }).getByRole('link');
}

/** Four documents of 20 kB: three were finished, "old" the longest ago; "half" was only begun. */
async function fillLibrary(page: Page, origin: Origin): Promise<void> {
  await page.goto('/');
  const names = ['old.pdf', 'middle.pdf', 'new.pdf', 'half.pdf'];
  await download(page, names.map((name) => origin.publish(name, { bytes: 20_000 }).url).join('\n'));
  for (const name of names) await expect(document(page, name)).toBeVisible();
  const read = (days: number) => ({ openedAt: Date.now() - days * DAY, usedAt: Date.now() - days * DAY });
  const finished = (days: number) => ({ ...read(days), finishedAt: Date.now() - days * DAY });
  const change = { 'old.pdf': finished(30), 'middle.pdf': finished(20), 'new.pdf': finished(10), 'half.pdf': read(90) };
  await tamper(page, { change });
  await page.reload();
}

async function limitTo(page: Page, gigabytes: string): Promise<void> {
  const box = page.getByRole('spinbutton', { name: 'Keep at most' });
  await box.fill(gigabytes);
  await box.press('Enter');
}

async function titles(page: Page): Promise<string[]> {
  return (await storedRows(page, 'documents')).map(({ title }) => title).toSorted();
}

test('over its limit a library shows what could go; pinned ones stay, and only the person’s word removes', async ({
  page,
  origin,
}) => {
  await fillLibrary(page, origin);
  await go(page, 'Settings');
  await page.getByRole('checkbox', { name: 'Limit my library' }).check();
  await expect(page.getByRole('spinbutton', { name: 'Keep at most' })).toHaveValue('5');
  await expect(offer(page)).toHaveCount(0);
  await limitTo(page, '-1');
  await expect(page.getByRole('alert').filter({ hasText: 'Give a number of gigabytes above 0' })).toBeVisible();
  await limitTo(page, '0.00006');
  await expect(offer(page)).toContainText('Your library takes 80 kB, 20 kB more than you allow.');
  await expect(offered(page)).toHaveText(['old.pdf']);
  expect(await axeFindingsInBothLooks(page)).toEqual([]);

  await go(page, 'Library');
  await expect(offered(page)).toHaveText(['old.pdf']);
  expect(await axeFindingsInBothLooks(page)).toEqual([]);
  const pin = offer(page).getByRole('checkbox', { name: 'Keep always: old.pdf' });
  await pin.focus();
  await page.keyboard.press('Space');
  await expect(offered(page)).toHaveText(['middle.pdf']);
  await expect(offer(page).getByRole('heading')).toBeFocused();
  expect(await titles(page)).toEqual(['half.pdf', 'middle.pdf', 'new.pdf', 'old.pdf']);

  await offer(page).getByRole('button', { name: 'Keep all' }).click();
  await expect(offer(page)).toHaveCount(0);
  await page.reload();
  await expect(document(page, 'old.pdf')).toBeVisible();
  await go(page, 'Settings');
  await expect(page.getByRole('list', { name: 'Largest documents' }).getByRole('link')).toHaveCount(4);
  await expect(offer(page)).toHaveCount(0); // The answer stands,
  await go(page, 'Library');
  await download(page, origin.publish('another.pdf', { bytes: 20_000 }).url);
  await expect(offered(page)).toHaveText(['middle.pdf', 'new.pdf']); // until the library has grown.
  await page.evaluate(pinAtTheNextClick, 'new.pdf');
  await offer(page).getByRole('button', { name: 'Remove 2 documents' }).click();
  await expect(page.getByText('“middle.pdf” was removed.')).toBeVisible();
  await expect(offer(page)).toHaveCount(0);
  await expect.poll(() => titles(page)).toEqual(['another.pdf', 'half.pdf', 'new.pdf', 'old.pdf']);

  await go(page, 'Settings');
  await limitTo(page, '0.00001');
  await expect(offer(page)).toContainText('Nothing that you have finished could go.');
  await expect(offer(page).getByRole('button', { name: /^Remove/u })).toHaveCount(0);
  await page.getByRole('checkbox', { name: 'Limit my library' }).uncheck();
  await expect(offer(page)).toHaveCount(0);
});

test('Settings tells what is stored and for how long, the largest first, ten at a time', async ({ page, origin }) => {
  await page.addInitScript(() => {
    navigator.storage.persisted = () => Promise.resolve(false);
    navigator.storage.persist = () => Promise.resolve(false);
  });
  await page.goto('/');
  const sizes = Array.from({ length: 12 }, (_, index) => 20_000 + index * 1000);
  const files = sizes.map((bytes) => origin.publish(`${bytes}.pdf`, { bytes }));
  await download(page, files.map(({ url }) => url).join('\n'));
  await expect(page.getByRole('list', { name: 'Library' }).getByRole('listitem')).toHaveCount(12);
  await go(page, 'Settings');
  const storage = page.getByRole('region', { name: 'Storage' });
  const largest = storage.getByRole('list', { name: 'Largest documents' });
  await expect(largest.getByRole('link')).toHaveCount(10);
  await expect(largest.getByRole('listitem').first()).toContainText('31000.pdf');
  await expect(largest.getByRole('listitem').first()).toContainText('31 kB · never opened');
  await expect(storage.getByRole('definition').first()).toHaveText('306 kB');
  await expect(storage).toContainText(/there is room for [\d.]+ (GB|MB|TB) more/u);
  await storage.getByRole('button', { name: 'Show more' }).click();
  await expect(largest.getByRole('link')).toHaveCount(12);
  await page.evaluate(countWholeReadings);
  await largest.getByRole('checkbox', { name: 'Keep always: 30000.pdf' }).check();
  await largest.getByRole('button', { name: 'Remove 31000.pdf' }).click();
  await expect(largest.getByRole('listitem').first()).toContainText('30000.pdf');
  await expect(largest.getByRole('checkbox', { name: 'Keep always: 30000.pdf' })).toBeChecked();
  await expect(storage.getByRole('heading', { name: 'Storage' })).toBeFocused();
  await expect(storage.getByRole('definition').first()).toHaveText('275 kB');
  expect(await page.evaluate(() => globalThis.document.documentElement.dataset['read'])).toBe('0');

  await storage.getByRole('button', { name: 'Keep my documents' }).click();
  await expect(storage.getByRole('status')).toContainText('The browser did not promise it');
  await page.evaluate(() => {
    navigator.storage.persist = () => Promise.resolve(true);
  });
  await storage.getByRole('button', { name: 'Keep my documents' }).click();
  await expect(storage.getByRole('status')).toContainText('Your documents are kept until you remove them');
});

test.describe('without room', () => {
  test.use({ engine: 'fetch' });

  test('a transfer without room says what could go, and goes on when it went', async ({ page, origin }) => {
    await page.addInitScript(refuseSegmentsWhenFull);
    await page.goto('/');
    await download(page, origin.publish('done.pdf', { bytes: 30_000 }).url);
    await expect(document(page, 'done.pdf')).toBeVisible();
    await tamper(page, { change: { 'done.pdf': { finishedAt: 1 } } });
    await page.reload();
    await setFull(page, true);
    await download(page, origin.publish('big.pdf', { bytes: 20_000 }).url);
    const noRoom = page.getByRole('region', {
      name: 'There is no room left for “big.pdf”. 20 kB of it is still to come.',
    });
    await expect(noRoom.getByRole('link')).toHaveText(['done.pdf']);
    expect(await axeFindingsInBothLooks(page)).toEqual([]);
    await setFull(page, false);
    await noRoom.getByRole('button', { name: 'Remove 1 document' }).click();
    await expect(noRoom).toHaveCount(0);
    await expect(document(page, 'big.pdf')).toBeVisible();
    expect(await titles(page)).toEqual(['big.pdf']);
  });
});

async function setFull(page: Page, isFull: boolean): Promise<void> {
  await page.evaluate((is) => (globalThis.document.documentElement.dataset['full'] = String(is)), isFull);
}

/** How often, from now on, this page reads documents that have not changed. */
function countWholeReadings(): void {
  const { dataset } = globalThis.document.documentElement;
  dataset['read'] = '0';
  const { getAll } = IDBObjectStore.prototype;
  IDBObjectStore.prototype.getAll = function (...args: Parameters<typeof getAll>) {
    if (this.name === 'documents') dataset['read'] = String(Number(dataset['read']) + 1);
    return getAll.apply(this, args);
  };
}

/** As if another window had pinned that document just before this one could know. */
async function pinAtTheNextClick(title: string): Promise<void> {
  const opening = indexedDB.open('longhaul');
  await new Promise((resolve) => opening.addEventListener('success', resolve));
  const pin = (): void => {
    const documents = opening.result.transaction('documents', 'readwrite').objectStore('documents');
    const reading: IDBRequest<{ title: string }[]> = documents.getAll();
    reading.addEventListener('success', () => {
      for (const row of reading.result) if (row.title === title) documents.put({ ...row, isPinned: true });
      opening.result.close();
    });
  };
  addEventListener('click', pin, { capture: true, once: true });
}

/** The browser has no room for bytes while the page says so. */
function refuseSegmentsWhenFull(): void {
  const { put } = IDBObjectStore.prototype;
  IDBObjectStore.prototype.put = function (value: unknown, key?: IDBValidKey): IDBRequest<IDBValidKey> {
    const isFull = globalThis.document.documentElement.dataset['full'] === 'true';
    if (isFull && this.name === 'segments') throw new DOMException('No room', 'QuotaExceededError');
    return key === undefined ? put.call(this, value) : put.call(this, value, key);
  };
}
