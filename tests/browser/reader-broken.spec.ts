import type { Locator, Page } from 'playwright/test';
import { tornPage } from '../origin/corpus/damaged.ts';
import { manyPages, SIZES } from '../origin/corpus/sizes.ts';
import { expect, test } from '../support/fixtures.ts';
import { bringIn, pageBox, reader, sheet, zoomTo } from '../support/reading.ts';
import { storedSha256 } from '../support/story.ts';
import { openStored } from '../support/stored-document.ts';

/** Ms from the click to the page, on a machine that is busy with other tests. */
const SECONDS = 15_000;

test('a page that is missing says so in its place, also after zooming, and the others can be read', async ({
  page,
  origin,
}) => {
  await openStored(page, origin.publish('torn.pdf', { body: Buffer.from(tornPage()) }));
  await expect(sheet(page, 1)).toContainText('First page');
  await goTo(page, 3);
  await expect(note(page, 3)).toBeInViewport();
  await zoomTo(page, '50 %');
  await expect(note(page, 3)).toBeInViewport();
  await goTo(page, 4);
  await expect(sheet(page, 4)).toContainText('Fourth page');
  await expect(reader(page).getByRole('note')).toHaveCount(1);
});

test('a file that was cut short can be saved, downloaded again and removed, and opens once it is whole', async ({
  page,
  origin,
}) => {
  const whole = Buffer.from(manyPages(2));
  const cut = origin.publish('cut.pdf', { body: whole.subarray(0, whole.length / 2) });
  await page.goto('/');
  await bringIn(page, cut.url, 'cut.pdf');
  const alert = reader(page).getByRole('alert');
  await expect(alert).toContainText('This file was cut short');
  await expect(alert).toContainText('Download it again.');
  for (const name of ['Save to disk', 'Download again', 'Remove']) {
    await expect(alert.getByRole('button', { name })).toBeVisible();
  }
  await expect(alert.getByRole('button', { name: 'Try again' })).toHaveCount(0); // The same bytes fail again.
  cut.replace({ body: whole });
  await alert.getByRole('button', { name: 'Download again' }).click();
  await expect.poll(() => storedSha256(page, 'cut.pdf')).toBe(cut.sha256);
  await page.getByRole('list', { name: 'Library' }).getByRole('link', { name: 'cut.pdf' }).click();
  await expect(sheet(page, 1)).toContainText('Page 1 of many');
});

test('20,000 pages open within seconds, and so does the last of them', async ({ page, origin }, info) => {
  const url = origin.publish('endless.pdf', { body: Buffer.from(manyPages(20_000)) }).url;
  await page.goto('/');
  const started = await openTimed(page, url, 'endless.pdf', 'Page 1 of many');
  await expect(reader(page).getByText('of 20000', { exact: true })).toBeVisible();
  const jumping = Date.now();
  await goTo(page, 20_000);
  await expect(farSheet(page, '20,000')).toContainText('Page 20000 of many', { timeout: SECONDS });
  await expect(reader(page).getByRole('button', { name: 'Next page' })).toBeDisabled();
  await reader(page).getByRole('button', { name: 'Previous page' }).click();
  await expect(farSheet(page, '19,999')).toContainText('Page 19999 of many');
  info.annotations.push({ type: 'ms', description: `open ${started}, last page ${Date.now() - jumping}` });
});

for (const { name, make, text = [] } of SIZES.filter((file) => file.name.startsWith('a page of'))) {
  test(`${name} opens within seconds, fits the window, and is zoomed to the limits and back`, async ({
    page,
    origin,
  }) => {
    const url = origin.publish('sheet.pdf', { body: Buffer.from(await make()) }).url;
    await page.goto('/');
    await openTimed(page, url, 'sheet.pdf', text[0] ?? '');
    await zoomTo(page, 'Page fit');
    await expect.poll(async () => (await sheet(page, 1).boundingBox())?.height ?? Infinity).toBeLessThan(800);
    await expect(sheet(page, 1)).toContainText(text[0] ?? '');
    const button = (label: string): Locator => reader(page).getByRole('button', { name: label });
    for (let press = 0; press < 8; press += 1) await button('Zoom in').click();
    await expect(sheet(page, 1)).toContainText(text[0] ?? '');
    for (let press = 0; press < 30; press += 1) await button('Zoom out').click();
    await expect(sheet(page, 1)).toBeInViewport();
    await zoomTo(page, 'Page fit');
    await expect(sheet(page, 1)).toContainText(text[0] ?? '');
  });
}

/** What stands in the place of a page that can't be shown. */
function note(page: Page, pageNumber: number): Locator {
  return sheet(page, pageNumber).getByText(`Page ${pageNumber} can’t be shown: it is damaged.`, { exact: true });
}

async function goTo(page: Page, pageNumber: number): Promise<void> {
  await pageBox(page).fill(String(pageNumber));
  await pageBox(page).press('Enter');
}

/** Beyond a thousand, pdf.js writes the number in a page's name as people do. */
function farSheet(page: Page, written: string): Locator {
  return reader(page).getByRole('region', { name: new RegExp(String.raw`^Page \W*${written}\W*$`, 'u') });
}

/** @returns ms from the click to the first page. */
async function openTimed(page: Page, url: string, name: string, text: string): Promise<number> {
  await bringIn(page, url, name);
  const started = Date.now();
  await expect(sheet(page, 1)).toContainText(text, { timeout: SECONDS });
  return Date.now() - started;
}
