import type { Locator } from 'playwright/test';
import { expect, test } from '../support/fixtures.ts';
import { document, download, storedSha256, transfer } from '../support/story.ts';

test.use({ ownBrowser: true }); // What runs or waits in the background must not meet the tests before it.

const SIZE = 40_000_000;
const SEGMENT = 8_000_000;

async function expectPercent(row: Locator, least: number): Promise<void> {
  const bar = row.getByRole('progressbar');
  await expect.poll(async () => Number(await bar.getAttribute('aria-valuenow'))).toBeGreaterThanOrEqual(least);
}

test('a large file comes in segments that cover every byte once', async ({ page, origin }) => {
  const pdf = origin.publish('large.pdf', { bytes: SIZE });
  await page.goto('/');
  await download(page, pdf.url);
  await expect(document(page, 'large.pdf')).toBeVisible();
  expect(await storedSha256(page, 'large.pdf')).toBe(pdf.sha256);
  const ranges = pdf.requests.filter(({ status }) => status === 206).map(({ range }) => range);
  expect(ranges).toHaveLength(SIZE / SEGMENT);
  expect(new Set(ranges).size).toBe(SIZE / SEGMENT);
  expect(pdf.bytesSent).toBe(SIZE);
});

test('paused, it keeps what it has; resumed, it fetches only what is missing', async ({ page, origin }) => {
  const pdf = origin.publish('large.pdf', { bytes: SIZE, bytesPerSecond: 3_000_000 });
  await page.goto('/transfers');
  await download(page, pdf.url);
  const row = transfer(page, 'large.pdf');
  await expectPercent(row, 50);
  await row.getByRole('button', { name: 'Pause large.pdf' }).click();
  await expect(row).toContainText(/Paused · \d+ MB of 40 MB/u);
  await row.getByRole('button', { name: 'Resume large.pdf' }).click();
  await expect(row).toContainText('Done');
  expect(await storedSha256(page, 'large.pdf')).toBe(pdf.sha256);
  expect(pdf.bytesSent).toBeLessThanOrEqual(SIZE + 2 * SEGMENT);
});

test('a server that ignores ranges is taken as it is', async ({ page, origin }) => {
  const pdf = origin.publish('whole.pdf', { bytes: SIZE, ranges: false, headers: { 'Accept-Ranges': 'bytes' } });
  await page.goto('/');
  await download(page, pdf.url);
  await expect(document(page, 'whole.pdf')).toBeVisible();
  expect(await storedSha256(page, 'whole.pdf')).toBe(pdf.sha256);
});

test('a server that is busy for a while is asked again when it says', async ({ page, origin }) => {
  const pdf = origin.publish('busy.pdf', { bytes: 20_000, head: 503, status: 503, headers: { 'Retry-After': '2' } });
  await page.goto('/transfers');
  await download(page, pdf.url);
  const row = transfer(page, 'busy.pdf');
  await expect(row).toContainText('answered 503. Trying again in');
  pdf.replace({ bytes: 20_000 });
  await expect(row).toContainText('Done', { timeout: 30_000 });
});

test.describe('in a browser that ends', () => {
  test.use({ ownBrowser: true });

  test('the browser closed mid-download and started again, at most two segments are fetched twice', async ({
    context,
    page,
    launch,
    origin,
  }) => {
    const pdf = origin.publish('survivor.pdf', { bytes: SIZE, bytesPerSecond: 3_000_000 });
    await page.goto('/transfers');
    await download(page, pdf.url);
    await expectPercent(transfer(page, 'survivor.pdf'), 50);
    await context.close();

    const again = await launch();
    const second = again.pages()[0] ?? (await again.newPage());
    await second.goto('/transfers');
    await expect(transfer(second, 'survivor.pdf')).toContainText('Done', { timeout: 45_000 });
    expect(await storedSha256(second, 'survivor.pdf')).toBe(pdf.sha256);
    expect(pdf.bytesSent).toBeLessThanOrEqual(SIZE + 2 * SEGMENT);
  });
});
