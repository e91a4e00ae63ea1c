import type { Page } from 'playwright/test';
import type { DocumentRow } from '../../src/store/schema.ts';
import { expect, test } from '../support/fixtures.ts';
import { makeDocument, makeDocuments, seedLibrary } from '../support/seed-library.ts';
import { chooseFor, entry, titles } from '../support/shelf.ts';
import { storedRows } from '../support/stored-rows.ts';

const OPENED = { openedAt: Date.UTC(2026, 3, 1, 12), position: { page: 3, top: 0, scale: 'auto' }, pages: 12 } as const;

const SHELF = [
  makeDocument(1, { title: 'Paper 10', author: 'Ada', size: 300 }),
  makeDocument(2, { title: 'Paper 9', author: 'Zoë', size: 200, isFavourite: true }),
  makeDocument(3, { title: 'Atlas', author: 'Mercator', size: 400, ...OPENED }),
  makeDocument(4, {
    title: 'Notes',
    author: 'Bea',
    size: 100,
    ...OPENED,
    finishedAt: OPENED.openedAt,
    isFavourite: true,
  }),
];

/** Starts the app with these documents. */
async function fill(page: Page, documents: readonly DocumentRow[]): Promise<void> {
  await page.goto('/');
  await expect(page.getByRole('heading', { name: 'Downloads that outlive their tab' })).toBeVisible();
  await seedLibrary(page, { documents });
  await page.reload();
  await expect(titles(page).first()).toBeVisible();
}

test('the library is sorted and filtered, says what it knows of each, and stays so after a restart', async ({
  context,
  page,
}) => {
  await fill(page, SHELF);
  await expect(titles(page)).toHaveText(['Notes', 'Atlas', 'Paper 9', 'Paper 10']);
  await expect(entry(page, 'Atlas')).toContainText('Page 3 of 12, 25 % read');
  await expect(entry(page, 'Atlas')).toContainText('12 pages · 400 bytes');
  await expect(entry(page, 'Atlas')).toContainText('Read 1 Apr 2026 · papers.example.org');
  await expect(entry(page, 'Notes')).toContainText('Finished');
  await expect(entry(page, 'Notes').getByRole('img', { name: 'Favourite' })).toBeVisible();
  await expect(entry(page, 'Paper 9')).toContainText('New');

  const sortBy = page.getByRole('combobox', { name: 'Sort by' });
  await sortBy.selectOption('Title');
  await expect(titles(page)).toHaveText(['Atlas', 'Notes', 'Paper 9', 'Paper 10']);
  await sortBy.selectOption('Author');
  await expect(titles(page)).toHaveText(['Paper 10', 'Notes', 'Atlas', 'Paper 9']);
  await sortBy.selectOption('Size');
  await expect(titles(page)).toHaveText(['Atlas', 'Paper 10', 'Paper 9', 'Notes']);
  await page.getByRole('button', { name: 'Favourites' }).click();
  await expect(titles(page)).toHaveText(['Paper 9', 'Notes']);
  await expect(page.getByText('2 of 4 documents')).toBeVisible();
  await page.getByRole('button', { name: 'Unread' }).click();
  await expect(titles(page)).toHaveText(['Paper 9']);
  await page.getByRole('button', { name: 'List', exact: true }).click();
  await expect(page.getByRole('button', { name: 'List', exact: true })).toHaveAttribute('aria-pressed', 'true');

  await page.close();
  const again = await context.newPage();
  await again.goto('/');
  await expect(titles(again)).toHaveText(['Paper 9']);
  await expect(again.getByRole('button', { name: 'List', exact: true })).toHaveAttribute('aria-pressed', 'true');
  await expect(again.getByRole('combobox', { name: 'Sort by' })).toHaveValue('size');
  await again.getByRole('button', { name: 'Reading' }).click();
  await expect(again.getByText('No documents match these filters.')).toBeVisible();
  await expect(again.getByRole('button', { name: 'Select', exact: true })).toBeDisabled();
  await again.getByRole('button', { name: 'Show all documents' }).press('Enter');
  await expect(again.getByRole('heading', { name: 'Library', exact: true })).toBeFocused();
  await expect(titles(again)).toHaveText(['Atlas', 'Paper 10', 'Paper 9', 'Notes']);
});

test('a document is renamed, described and marked, in every window', async ({ context, page }) => {
  await fill(page, SHELF);
  const other = await context.newPage();
  await other.goto('/');
  await expect(entry(other, 'Atlas')).toBeVisible();
  await page.bringToFront(); // In a window behind, a press takes seconds.
  await chooseFor(page, 'Atlas', 'Rename…');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Title').fill('  The Great Atlas ');
  await dialog.getByRole('button', { name: 'Rename' }).click();
  await chooseFor(page, 'The Great Atlas', 'Details…');
  const details = page.getByRole('dialog');
  await expect(details).toContainText('document-00003.pdf');
  await expect(details).toContainText('0000000000000003');
  await expect(details.getByRole('link')).toHaveAttribute('href', 'https://papers.example.org/document-00003.pdf');
  await details.getByLabel('Author').fill('Gerardus Mercator');
  await details.getByRole('button', { name: 'Save changes' }).click();
  await expect(entry(other, 'The Great Atlas')).toContainText('Gerardus Mercator');

  await chooseFor(page, 'Paper 9', 'Mark as finished');
  await expect(entry(other, 'Paper 9')).toContainText('Finished');
  await chooseFor(page, 'Paper 9', 'Mark as unread');
  await expect(entry(other, 'Paper 9')).toContainText('New');
  await chooseFor(page, 'Paper 9', 'Favourite');
  await expect(entry(other, 'Paper 9').getByRole('img', { name: 'Favourite' })).toHaveCount(0);
  await chooseFor(page, 'Paper 9', 'Keep always');
  await expect(entry(other, 'Paper 9').getByRole('img', { name: 'Always kept' })).toBeVisible();
  const rows = await storedRows(page, 'documents');
  expect(rows.find(({ title }) => title === 'The Great Atlas')).toMatchObject({ titleFrom: 'person' });
  expect(rows.find(({ title }) => title === 'Paper 9')).toMatchObject({ isPinned: true });
});

test('documents lie in many collections, which are made, renamed and removed without them', async ({ page }) => {
  await fill(page, SHELF);
  const dialog = page.getByRole('dialog', { name: 'Collections' });
  const add = async (name: string): Promise<void> => {
    await dialog.getByLabel('New collection').fill(name);
    await dialog.getByRole('button', { name: 'Add' }).click();
    await expect(dialog.getByRole('checkbox', { name })).toBeChecked();
  };
  await chooseFor(page, 'Atlas', 'Collections…');
  await add('Maps');
  await add('Old things');
  await dialog.getByRole('button', { name: 'Done' }).click();
  await chooseFor(page, 'Notes', 'Collections…');
  await dialog.getByRole('checkbox', { name: 'Old things' }).check();
  await dialog.getByRole('button', { name: 'Done' }).click();

  const shown = page.getByRole('combobox', { name: 'Collection shown' });
  await shown.selectOption('Old things');
  await expect(titles(page)).toHaveText(['Notes', 'Atlas']);
  await shown.selectOption('Maps');
  await expect(titles(page)).toHaveText(['Atlas']);
  await page.getByRole('button', { name: 'Edit collections…' }).click();
  await dialog.getByRole('button', { name: 'Rename Maps' }).click();
  await page.keyboard.press('Escape');
  await expect(dialog.getByRole('button', { name: 'Rename Maps' })).toBeFocused();
  await page.keyboard.press('Enter');
  await dialog.getByLabel('Name of the collection').fill('old things');
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('alert')).toHaveText('There is a collection called “old things” already.');
  await dialog.getByLabel('Name of the collection').fill('Charts');
  await page.keyboard.press('Enter');
  await expect(shown.locator('option:checked')).toHaveText('Charts');
  await dialog.getByRole('button', { name: 'Remove Charts' }).click();
  await expect(dialog).toContainText('Its documents stay in the library.');
  await dialog.getByRole('button', { name: 'Remove', exact: true }).click();
  await dialog.getByRole('button', { name: 'Done' }).click();
  await expect(titles(page)).toHaveCount(4);
  const atlas = (await storedRows(page, 'documents')).find(({ title }) => title === 'Atlas');
  expect(atlas?.collections).toHaveLength(1);
});

test('of three thousand documents only those in the window are drawn, and the last is reached', async ({ page }) => {
  await fill(page, makeDocuments(3_000));
  await expect(page.getByText('3,000 documents')).toBeVisible();
  await page.getByRole('combobox', { name: 'Sort by' }).selectOption('Title');
  const items = page.getByRole('list', { name: 'Library' }).getByRole('listitem');
  await expect(items.first()).toContainText('Document 0');
  expect(await items.count()).toBeLessThan(80);
  await expect(items.first()).toHaveAttribute('aria-setsize', '3000');
  await expect(async () => {
    await page.keyboard.press('End'); // Again, where rows were measured meanwhile: then the end is elsewhere.
    await expect(entry(page, 'Document 2999')).toBeInViewport({ timeout: 2_000 });
  }).toPass();
  await expect(entry(page, 'Document 2999')).toHaveAttribute('aria-posinset', '3000');
  await expect(entry(page, 'Document 0')).toHaveCount(0);

  for (const goBack of [() => page.goBack(), () => page.getByRole('link', { name: 'Library' }).click()]) {
    await titles(page).last().click();
    await expect(page.getByRole('heading', { name: 'The file of this document is gone' })).toBeVisible();
    await goBack();
    await expect(entry(page, 'Document 2999')).toBeInViewport();
  }
  const asList = page.getByRole('button', { name: 'List', exact: true });
  await asList.click();
  await expect(asList).toHaveAttribute('aria-pressed', 'true'); // What arrows mean depends on it.
  await page.keyboard.press('Home');
  await expect(titles(page).first()).toHaveText('Document 0');
  await titles(page).first().focus();
  for (const key of ['ArrowDown', 'ArrowDown', 'ArrowUp']) await page.keyboard.press(key);
  await expect(titles(page).nth(1)).toBeFocused();
  await page.keyboard.press('End');
  await expect(entry(page, 'Document 2999').getByRole('link')).toBeFocused();
  await expect(entry(page, 'Document 2999')).toBeInViewport();
  await flyToTop(page);
  await expect(entry(page, 'Document 0')).toBeVisible();
  await expectFewBehindResults(page);
});

/** What was searched hides the library: nothing of it has a size then, and all of it would seem to fit. */
async function expectFewBehindResults(page: Page): Promise<void> {
  await page.getByRole('searchbox', { name: 'Search library' }).fill('document 12');
  await expect(page.getByRole('status').filter({ hasText: 'by name or source' })).toBeVisible();
  const hidden = { includeHidden: true };
  const list = page.getByRole('list', { name: 'Library', ...hidden });
  expect(await list.getByRole('listitem', hidden).count()).toBeLessThan(80);
  await page.keyboard.press('Escape');
  await expect(entry(page, 'Document 0')).toBeVisible();
}

/** In thirty frames, faster than the library draws what goes by. */
async function flyToTop(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const end = scrollY;
    for (let left = 29; left >= 0; left -= 1) {
      scrollTo(0, (end * left) / 30);
      await new Promise(requestAnimationFrame);
    }
  });
}
