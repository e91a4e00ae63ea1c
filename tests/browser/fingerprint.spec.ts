import type { BrowserContext, Page } from 'playwright/test';
import { expect, test } from '../support/fixtures.ts';
import { storedRows } from '../support/stored-rows.ts';
import { closeAllWindows, download, serviceWorker } from '../support/story.ts';

test('every document’s SHA-256 is kept, without one being asked for', async ({ page, origin }) => {
  const small = origin.publish('small.pdf');
  const large = origin.publish('large.pdf', { bytes: 20_000_000 });
  await page.goto('/');
  await download(page, `${small.url}\n${large.url}`);
  const kept = async (): Promise<unknown> =>
    Object.fromEntries((await storedRows(page, 'documents')).map(({ title, sha256 }) => [title, sha256]));
  await expect.poll(kept).toEqual({ 'small.pdf': small.sha256, 'large.pdf': large.sha256 });
});

test('it is kept with every window closed, too', async ({ context, page, origin }) => {
  const pdf = origin.publish('paper.pdf', { bytes: 3_000_000, holdAfterBytes: 1_000_000 });
  await page.goto('/');
  await download(page, pdf.url);
  await pdf.reached(1_000_000);
  await closeAllWindows(context);
  pdf.release();
  const worker = await serviceWorker(context);
  await expect.poll(async () => (await storedRows(worker, 'documents'))[0]?.sha256).toBe(pdf.sha256);
});

test('what a stopped worker left unhashed, the next page catches up with', async ({ context, page, origin }) => {
  const second = origin.publish('second.pdf', { bytes: 2_000_000, holdAfterBytes: 500_000 });
  const bystander = await holdNotices(context);
  await page.goto('/');
  await download(page, origin.publish('first.pdf', { bytes: 2_000_000 }).url);
  await expect.poll(async () => (await storedRows(page, 'documents'))[0]?.sha256).toBe(second.sha256);
  await download(page, second.url);
  await second.reached(500_000);
  await page.close();
  second.release();
  await expect.poll(() => storedRows(bystander, 'documents')).toHaveLength(2);
  await stopWorkers(context, bystander);
  const rows = await storedRows(bystander, 'documents');
  expect(new Set(rows.map(({ sha256 }) => sha256))).toEqual(new Set([second.sha256, undefined]));

  await bystander.goto('/');
  await expect(bystander.getByText('You have this file already: first.pdf.')).toBeVisible();
});

/** A page of the app's origin, with nothing of the app in it, that keeps the worker from getting past its notices. */
async function holdNotices(context: BrowserContext): Promise<Page> {
  const bystander = await context.newPage();
  await bystander.goto('/icons/icon.svg');
  await bystander.evaluate(async () => {
    await new Promise<void>((held) => {
      void navigator.locks.request('longhaul-notices', async () => {
        held();
        await new Promise(() => {}); // Until this page goes.
      });
    });
  });
  return bystander;
}

async function stopWorkers(context: BrowserContext, page: Page): Promise<void> {
  const cdp = await context.newCDPSession(page);
  await cdp.send('ServiceWorker.enable');
  await cdp.send('ServiceWorker.stopAllWorkers');
}
