import type { Page } from 'playwright/test';
import type { PublishedFile } from '../origin/published-file.ts';
import { expect, test } from '../support/fixtures.ts';
import { ENGINES, NAME, SEGMENT, SIZE, expectSurvived, start } from '../support/survival.ts';
import { removeForGood } from '../support/shelf.ts';
import { document, download, transfer } from '../support/story.ts';
import { stopWorker } from '../support/worker-death.ts';

// What is stored is measured to the byte here, so nothing may lie there from before.
test.use({ ownBrowser: true, newProfile: true });

const NO_ROOM = 'There is no room left for this file. Remove documents, and it goes on';

/** Sets what the app may store, in bytes; `undefined` as at first. */
async function setQuota(page: Page, quotaSize?: number): Promise<void> {
  const cdp = await page.context().newCDPSession(page);
  const { origin } = new URL(page.url());
  await cdp.send('Storage.overrideQuotaForOrigin', { origin, ...(quotaSize === undefined ? {} : { quotaSize }) });
  await page.evaluate((isFull) => {
    globalThis.document.documentElement.dataset['full'] = String(isFull);
  }, quotaSize !== undefined);
}

/**
 * IndexedDB hears of a smaller quota up to 30 s late (measured on Chromium 156; it remembers what was free), so a page
 * that stores by itself is refused here. A background fetch hears of it at once.
 */
function refuseSegmentsWhenFull(): void {
  const { put } = IDBObjectStore.prototype;
  IDBObjectStore.prototype.put = function (value: unknown, key?: IDBValidKey): IDBRequest<IDBValidKey> {
    const isFull = globalThis.document.documentElement.dataset['full'] === 'true';
    if (isFull && this.name === 'segments') throw new DOMException('No room', 'QuotaExceededError');
    return key === undefined ? put.call(this, value) : put.call(this, value, key);
  };
}

async function usage(page: Page): Promise<number> {
  return page.evaluate(async () => (await navigator.storage.estimate()).usage ?? 0);
}

/** Downloads the first half of the file, and lets the room end before the rest comes. */
async function runOutOfRoom(page: Page, pdf: PublishedFile): Promise<void> {
  const row = await start(page, pdf);
  await pdf.sent(SIZE / 2);
  pdf.behave({ holdAfterBytes: 0 });
  await setQuota(page, SEGMENT);
  pdf.release();
  await expect(row).toContainText(NO_ROOM);
}

/** Takes a document out of the library. */
async function removeDocument(page: Page, title: string): Promise<void> {
  await page.getByRole('link', { name: 'Library' }).click();
  await removeForGood(page, title);
  await page.getByRole('link', { name: 'Transfers' }).click();
}

for (const engine of ENGINES) {
  test.describe(`by ${engine}`, () => {
    test.use({ engine });
    test.beforeEach(async ({ page }) => {
      if (engine === 'fetch') await page.addInitScript(refuseSegmentsWhenFull);
    });

    test('without room for the last segment it goes on when a document is removed', async ({
      context,
      page,
      origin,
    }) => {
      const old = origin.publish('old.pdf', { bytes: 15_000_000 });
      const pdf = origin.publish(NAME, { bytes: SIZE, bytesPerSecond: 2_000_000 });
      await page.goto('/');
      await download(page, old.url);
      await expect(document(page, 'old.pdf')).toBeVisible();
      await runOutOfRoom(page, pdf);
      await setQuota(page, engine === 'fetch' ? undefined : await usage(page));
      await expect(transfer(page, NAME)).toContainText(NO_ROOM);
      await removeDocument(page, 'old.pdf');
      // As the browser does with an idle one; until then it may hold the bytes that it hashed, and they take room.
      await stopWorker(context, page);
      await expectSurvived(page, pdf, 2); // It may have tried for room once before there was any.
    });
  });
}

test('without room for the last segment it says so, and Retry brings the rest', async ({ page, origin }) => {
  const pdf = origin.publish(NAME, { bytes: SIZE, bytesPerSecond: 2_000_000 });
  await runOutOfRoom(page, pdf);
  await setQuota(page);
  await page.getByRole('button', { name: `Retry ${NAME}` }).click();
  await expectSurvived(page, pdf);
});

test.describe('without Background Fetch', () => {
  test.use({ engine: 'fetch' });
  test.beforeEach(({ page }) => page.addInitScript(refuseSegmentsWhenFull));

  test('without room for the last segment it goes on at the next start', async ({ page, origin }) => {
    const pdf = origin.publish(NAME, { bytes: SIZE, bytesPerSecond: 2_000_000 });
    await runOutOfRoom(page, pdf);
    await setQuota(page);
    await page.reload();
    await expectSurvived(page, pdf, 2); // As above.
  });
});
