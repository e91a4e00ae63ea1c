import type { Page } from 'playwright/test';
import { makeScan } from '../origin/make-scan.ts';
import type { PublishedFile } from '../origin/published-file.ts';
import { expect, test } from '../support/fixtures.ts';
import { selectLine, storedMarks, takeTool } from '../support/marking.ts';
import { backToLibrary, choose, findBox, pageBox, reader, sheet } from '../support/reading.ts';
import { document, download, storedSha256, transfer } from '../support/story.ts';

test.use({ ownBrowser: true }); // What runs or waits in the background must not meet the tests before it.

const PAGES = 60;

/** A book of 24 MB; page n reads "Held book, page n of 60". */
const BOOK = makeScan({ pages: PAGES, bytesPerPage: 400_000, heading: 'Held book' });

/** What the download asks for at once is longer than this; what the reader asks for is not. */
const LONG = 1_000_000;

function lengthOf(range: string | undefined): number {
  const [first = 0, last = 0] = (range ?? '').replace('bytes=', '').split('-').map(Number);
  return last - first + 1;
}

/** Begins a download that its server holds, and reads it from Transfers. */
async function readHeld(page: Page, book: PublishedFile): Promise<void> {
  await page.goto('/transfers');
  await download(page, book.url);
  await transfer(page, 'book.pdf').getByRole('link', { name: 'Read book.pdf now' }).click();
  await expect(sheet(page, 1).getByText(`Held book, page 1 of ${PAGES}`)).toBeVisible();
}

async function turnTo(page: Page, number: number): Promise<void> {
  await pageBox(page).fill(`${number}`);
  await pageBox(page).press('Enter');
}

test('a document is read, searched and marked while it downloads, and is the same document when it has come', async ({
  page,
  origin,
}) => {
  const book = origin.publish('book.pdf', { body: BOOK, holdAfterBytes: LONG });
  await readHeld(page, book);
  await expect(reader(page).getByRole('progressbar', { name: 'Progress of book.pdf' })).toBeVisible();
  await turnTo(page, 40);
  await expect(sheet(page, 40).getByText(`Held book, page 40 of ${PAGES}`)).toBeVisible();
  await findBox(page).fill('page 50 of');
  await expect(reader(page).getByText('1 of 1')).toBeVisible();
  await expect(sheet(page, 50).getByText(`page 50 of`)).toBeVisible();
  await takeTool(page, 'Highlight');
  await selectLine(page, `Held book, page 50 of ${PAGES}`, 50);
  await expect.poll(() => storedMarks(page, 'annotation')).toBe(1);
  await choose(page, 'Save to disk');
  await expect(reader(page).getByText('It is still being downloaded.')).toBeVisible();
  const short = book.requests.map(({ range }) => range).filter((range) => range && lengthOf(range) < LONG);
  expect(new Set(short).size).toBe(short.length); // What was fetched for the reader stays.

  book.release();
  await expect(reader(page).getByRole('progressbar', { name: 'Progress of book.pdf' })).toBeHidden({ timeout: 60_000 });
  expect(await storedSha256(page, 'book.pdf')).toBe(book.sha256);
  await expect(sheet(page, 50).getByText(`page 50 of`)).toBeVisible();
  await backToLibrary(page);
  await document(page, 'book.pdf').click();
  await expect(pageBox(page)).toHaveValue('50');
  expect(await storedMarks(page, 'annotation')).toBe(1);
  const long = book.requests.filter(({ range, outcome }) => lengthOf(range) > LONG && outcome === 'finished');
  const fetched = long.reduce((sum, { range }) => sum + lengthOf(range), 0);
  expect(fetched).toBeLessThanOrEqual(BOOK.length); // No segment was fetched again for a piece that was there before it.
});

test('without a network, pages that are not here say so, and come with it', async ({ page, context, origin }) => {
  const book = origin.publish('book.pdf', { body: BOOK, holdAfterBytes: LONG });
  await readHeld(page, book);
  await context.setOffline(true);
  await turnTo(page, 30);
  await expect(sheet(page, 30).getByText('Page 30 is not here yet. It comes with the download.')).toBeVisible();
  await context.setOffline(false);
  await expect(sheet(page, 30).getByText(`Held book, page 30 of ${PAGES}`)).toBeVisible();
  await expect(sheet(page, 30).getByText('is not here yet')).toBeHidden();
});

test('what was read while it was paused is not fetched again; a cancelled one says that it does not come', async ({
  page,
  origin,
}) => {
  const book = origin.publish('book.pdf', { body: BOOK, holdAfterBytes: LONG });
  await page.goto('/transfers');
  await download(page, book.url);
  const row = transfer(page, 'book.pdf');
  await row.getByRole('button', { name: 'Pause book.pdf' }).click();
  await row.getByRole('link', { name: 'Read book.pdf now' }).click();
  await expect(sheet(page, 1).getByText(`Held book, page 1 of ${PAGES}`)).toBeVisible();
  await turnTo(page, 20);
  await expect(sheet(page, 20).getByText(`Held book, page 20 of ${PAGES}`)).toBeVisible();
  const before = book.requests.length;
  await reader(page).getByRole('link', { name: 'Transfers' }).click();
  book.release();
  await row.getByRole('button', { name: 'Resume book.pdf' }).click();
  await expect(row).toContainText('Done', { timeout: 60_000 });
  const after = book.requests.slice(before).filter(({ status }) => status === 206);
  const fetched = after.reduce((sum, { range }) => sum + lengthOf(range), 0);
  expect(fetched).toBeLessThan(BOOK.length - 400_000);
  expect(await storedSha256(page, 'book.pdf')).toBe(book.sha256);

  const next = origin.publish('next.pdf', { body: BOOK, holdAfterBytes: LONG });
  await download(page, next.url);
  await transfer(page, 'next.pdf').getByRole('link', { name: 'Read next.pdf now' }).click();
  await expect(sheet(page, 1).getByText(`Held book, page 1 of ${PAGES}`)).toBeVisible();
  await page.evaluate(() => globalThis.open('/transfers'));
  const other = await page.context().waitForEvent('page');
  await transfer(other, 'next.pdf').getByRole('button', { name: 'Cancel next.pdf' }).click();
  await turnTo(page, 50);
  await expect(reader(page).getByRole('alert')).toContainText('does not come any more');
});
