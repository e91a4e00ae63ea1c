import type { Page } from 'playwright/test';
import type { DocumentRow } from '../../src/store/schema.ts';
import { makeDocument, makeDocuments, seedLibrary } from '../support/seed-library.ts';
import { chooseFor } from '../support/shelf.ts';
import { expect, shootWindow, test } from './fixtures.ts';

const COLLECTIONS = [
  { id: 'c1', name: 'Distributed systems', createdAt: 1 },
  { id: 'c2', name: 'To read on the train', createdAt: 2 },
  { id: 'c3', name: `Sammlung-${'ohne-Leerzeichen-'.repeat(5)}`, createdAt: 3 },
];

/** Titles as files and people have them: without a space, from right to left, of one letter, of a paragraph. */
const ODD: readonly Partial<DocumentRow>[] = [
  { title: 'كتاب الحيوان لأبي عثمان عمرو بن بحر الجاحظ', author: 'الجاحظ' },
  { title: 'ספר המסעות של רבי בנימין (1907)', author: 'בנימין מטודלה' },
  { title: `scan_2026-03-04_${'0123456789abcdef'.repeat(6)}.pdf`, author: 'Ohneleerzeichen'.repeat(6) },
  { title: 'R' },
  {
    title: 'A title that goes on, as the titles of reports like to do, '.repeat(6).trim(),
    author: 'Seven authors, '.repeat(7),
  },
  { title: '中文文献的题目也可以很长很长很长很长很长很长很长很长很长很长很长很长', author: '作者' },
  { title: 'data.csv', kind: 'file', type: 'text/csv', fileName: 'data.csv' },
];

async function open(page: Page, documents: readonly DocumentRow[]): Promise<void> {
  await page.goto('/');
  await expect(page.getByRole('list', { name: 'Samples' })).toBeVisible();
  await seedLibrary(page, { documents, collections: COLLECTIONS, covers: true });
  await page.reload();
  await expect(page.getByRole('list', { name: 'Library' }).getByRole('link').first()).toBeVisible();
}

test('titles of every kind', async ({ page }) => {
  const read = { openedAt: Date.UTC(2026, 2, 4), position: { page: 12, top: 0, scale: 'auto' }, pages: 40 };
  const facts = (number: number): Partial<DocumentRow> => ({ ...(number % 2 === 0 ? read : {}), ...ODD[number] });
  const odd = ODD.map((_, number) => makeDocument(number, facts(number)));
  const copy = makeDocument(20, { ...ODD[2], duplicateOf: 'document-00004' });
  const missing = makeDocument(21, {
    ...ODD[4],
    title: `Missing: ${ODD[4]?.title ?? ''}`,
    isMissing: true,
    isFavourite: true,
    isPinned: true,
  });
  await open(page, [...odd, copy, missing]);
  await shootWindow(page, 'shelf-odd');
  await page.getByRole('list', { name: 'Library' }).getByRole('link').first().scrollIntoViewIfNeeded();
  await page.evaluate(() => window.scrollTo(0, 700));
  await shootWindow(page, 'shelf-odd-below');
  await page.getByRole('button', { name: 'List', exact: true }).click();
  await page.evaluate(() => window.scrollTo(0, 500));
  await shootWindow(page, 'shelf-odd-list');
  await chooseFor(page, ODD[4]?.title ?? '', 'Details…');
  await shootWindow(page, 'shelf-odd-details');
  await page.keyboard.press('Escape');
  await chooseFor(page, ODD[4]?.title ?? '', 'Collections…');
  await shootWindow(page, 'shelf-odd-collections');
});

test('what is done with documents', async ({ page }) => {
  await open(page, makeDocuments(30));
  await chooseFor(page, 'Document 29', 'Rename…');
  await shootWindow(page, 'shelf-rename');
  await page.keyboard.press('Escape');
  await page.evaluate(() => window.scrollTo(0, 0)); // What is far is not drawn.
  await chooseFor(page, 'Document 29', 'Collections…');
  await shootWindow(page, 'shelf-collections');
  await page.getByRole('dialog').getByRole('button', { name: 'Remove Distributed systems' }).click();
  await shootWindow(page, 'shelf-collection-removed');
  await page.getByRole('dialog').getByRole('button', { name: 'Keep' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Rename To read on the train' }).click();
  await shootWindow(page, 'shelf-collection-renamed');
  for (const key of ['Escape', 'Escape']) await page.keyboard.press(key);
  await page.evaluate(() => window.scrollTo(0, 0));
  await chooseFor(page, 'Document 29', 'Select');
  await shootWindow(page, 'shelf-selected');
  await page.keyboard.press('Control+a');
  await page.evaluate(() => window.scrollTo(0, 900));
  await shootWindow(page, 'shelf-selected-all');
  await page.evaluate(() => window.scrollTo(0, 0));
  await page.getByRole('button', { name: 'Remove', exact: true }).click();
  await shootWindow(page, 'shelf-removed');
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByRole('button', { name: 'Favourites' }).click();
  await page.getByRole('button', { name: 'Reading' }).click();
  await shootWindow(page, 'shelf-filtered-to-none');
});
