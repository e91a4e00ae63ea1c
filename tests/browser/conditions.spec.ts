import type { Page } from 'playwright/test';
import type { PublishedFile } from '../origin/published-file.ts';
import { expect, test } from '../support/fixtures.ts';
import { document, download, storedSha256, transfer } from '../support/story.ts';
import { changeSurroundings, hideSurroundings, pretendSurroundings } from '../support/surroundings.ts';

const UNMETERED = 'Only on unmetered connections';
const NO_DATA_SAVER = 'Not while Data Saver is on';
const POWER = 'Only when charging or above 20 % battery, on unmetered connections';

/** Sets one condition in Settings, and goes on to Transfers. */
async function choose(page: Page, label: string): Promise<void> {
  await page.goto('/settings');
  await page.getByRole('checkbox', { name: label }).check();
  await page.getByRole('navigation').getByRole('link', { name: 'Transfers' }).click();
}

/** How many downloads the browser itself has on its hands. */
async function runsInBrowser(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const { backgroundFetch } = await navigator.serviceWorker.ready;
    return (await backgroundFetch?.getIds())?.length ?? 0;
  });
}

function bytesSent({ requests }: PublishedFile): number {
  return requests.filter(({ method }) => method === 'GET').reduce((sum, request) => sum + request.bytesSent, 0);
}

test('a running download stops on a metered line, says so, and goes on with what it had', async ({ page, origin }) => {
  const size = 40_000_000;
  const pdf = origin.publish('large.pdf', { bytes: size, bytesPerSecond: 3_000_000 });
  await pretendSurroundings(page);
  await choose(page, UNMETERED);
  await download(page, pdf.url);
  const row = transfer(page, 'large.pdf');
  const bar = row.getByRole('progressbar');
  await expect.poll(async () => Number(await bar.getAttribute('aria-valuenow'))).toBeGreaterThanOrEqual(50);
  await changeSurroundings(page, { type: 'cellular' });
  await expect(row).toContainText(/Waiting for an unmetered connection · \d+ MB of 40 MB/u);
  await expect.poll(() => runsInBrowser(page)).toBe(0);
  await expect(row).toContainText('Waiting for an unmetered connection');
  expect(bytesSent(pdf)).toBeLessThan(size);
  await changeSurroundings(page, { type: 'wifi' });
  await expect(row).toContainText('Done');
  expect(await storedSha256(page, 'large.pdf')).toBe(pdf.sha256);
  expect(bytesSent(pdf)).toBeLessThanOrEqual(size + 16_000_000); // At most two segments twice.
});

test('with Data Saver on a download waits without a byte, and begins when it is off', async ({ page, origin }) => {
  const pdf = origin.publish('saved.pdf');
  await pretendSurroundings(page, { saveData: true });
  await choose(page, NO_DATA_SAVER);
  await download(page, pdf.url);
  const row = transfer(page, 'saved.pdf');
  await expect(row).toContainText('Waiting until Data Saver is off');
  expect(pdf.requests).toHaveLength(0);
  await changeSurroundings(page, { saveData: false });
  await expect(row).toContainText('Done');
});

test('on a low battery a download waits for power', async ({ page, origin }) => {
  const pdf = origin.publish('tired.pdf');
  await pretendSurroundings(page, { level: 0.1 });
  await choose(page, POWER);
  await download(page, pdf.url);
  const row = transfer(page, 'tired.pdf');
  await expect(row).toContainText('Waiting for power');
  await changeSurroundings(page, { charging: true });
  await expect(row).toContainText('Done');
});

test('a condition that is taken away in Settings holds nothing back any more, and stays away', async ({
  page,
  origin,
}) => {
  const pdf = origin.publish('held back.pdf');
  await pretendSurroundings(page, { type: 'cellular' });
  await choose(page, UNMETERED);
  await download(page, pdf.url);
  await expect(transfer(page, 'held back.pdf')).toContainText('Waiting for an unmetered connection');
  await page.goto('/settings');
  const box = page.getByRole('checkbox', { name: UNMETERED });
  await expect(box).toBeChecked();
  await box.uncheck();
  await pdf.sent(pdf.body.length); // A request that had not begun would wait for 30 s after a navigation.
  await page.getByRole('navigation').getByRole('link', { name: 'Library' }).click();
  await expect(document(page, 'held back.pdf')).toBeVisible();
  await page.goto('/settings');
  await expect(box).toBeEnabled();
  await expect(box).not.toBeChecked();
});

test.describe('in a browser without a line', () => {
  test.use({ ownBrowser: true });

  test('offline a download waits for a connection, and begins when there is one', async ({ context, page, origin }) => {
    const pdf = origin.publish('later.pdf');
    await hideSurroundings(page);
    await page.goto('/transfers');
    await expect(page.getByText('Nothing is on its way')).toBeVisible();
    await context.setOffline(true);
    await download(page, pdf.url);
    const row = transfer(page, 'later.pdf');
    await expect(row).toContainText('Waiting for a connection');
    await context.setOffline(false);
    await expect(row).toContainText('Done');
  });
});

test('Settings says what the browser tells, and what it can’t', async ({ page }) => {
  const words = (label: string, text: RegExp): Promise<void> =>
    expect(page.getByRole('checkbox', { name: label })).toHaveAccessibleDescription(text);
  await page.goto('/settings'); // Chromium on a computer: no type of connection, a Data Saver that is always off.
  await words(UNMETERED, /doesn’t tell what kind of connection/u);
  await words(NO_DATA_SAVER, /on a computer it always says off/u);
  await words(POWER, /so only the battery counts/u);
  await expect(page.getByText('With every tab closed the browser itself carries on')).toBeVisible();

  await pretendSurroundings(page, { type: 'cellular', level: 0.4 });
  await page.reload();
  await words(UNMETERED, /is metered now/u);
  await words(POWER, /40 %, not charging/u);
  await changeSurroundings(page, { type: 'wifi', saveData: true, level: 0.41, charging: true });
  await words(UNMETERED, /is unmetered now/u);
  await words(NO_DATA_SAVER, /is on now/u);
  await words(POWER, /41 %, charging/u);

  await hideSurroundings(page);
  await page.reload();
  await words(NO_DATA_SAVER, /doesn’t tell whether Data Saver is on/u);
  await words(POWER, /tells neither about the battery nor about the connection/u);
});
