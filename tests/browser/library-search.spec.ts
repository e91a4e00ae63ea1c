import { type Locator, type Page } from 'playwright/test';
import { CJK } from '../origin/corpus/cjk.ts';
import type { Origin } from '../origin/origin.ts';
import { axeFindingsInBothLooks } from '../support/axe.ts';
import { expect, test } from '../support/fixtures.ts';
import { makeWordsPdf } from '../support/pdfs.ts';
import { findBox, pageBox, reader, sheet } from '../support/reading.ts';
import { removeDocument } from '../support/shelf.ts';
import { storedRows } from '../support/stored-rows.ts';
import { document, download } from '../support/story.ts';

const FERRY = [
  'The ferry leaves at dawn. Crêpes are served on deck.',
  'Nobody knows the harbour at night.',
  'The harbour master keeps a lantern. The ferry is late.',
  'A lantern, a rope, and the tide tables.',
  'The lantern again, for those who count lanterns.',
  'One more lantern.',
];

test('what one types is found in titles, sources and words of any script', async ({ page, origin }) => {
  await page.goto('/');
  await bringInThree(page, origin);
  await page.keyboard.press('/');
  await expect(searchBox(page)).toBeFocused();

  await search(page, 'crepes', '1 page in 1 document');
  await expect(results(page).locator('mark')).toHaveText(['Crêpes']);
  await search(page, 'harbour lan', '1 page in 1 document');
  await expect(results(page).locator('mark')).toHaveText(['harbour', 'lantern']);
  await expect(results(page).getByRole('link', { name: 'Page 3' })).toBeVisible();
  await search(page, '"ferry is"', '1 page in 1 document');
  await search(page, '"is ferry"', 'Nothing found');
  await search(page, '中文', '1 page in 1 document');
  await expect(results(page).locator('mark')).toHaveText(['中文']);
  await search(page, '文中', 'Nothing found');

  await search(page, 'north s', '1 document by name or source');
  await expect(results(page).getByRole('link', { name: 'Tides of the North Sea' })).toBeVisible();
  await expect(results(page).locator('mark')).toHaveText(['North', 'Sea']);
  await search(page, new URL(origin.url).hostname, '3 documents by name or source');
  await search(page, 'tides test', '1 page in 1 document'); // One word stands in the title, the other in the text.
  await expect(document(page, 'ferry.pdf')).toBeHidden();

  await page.keyboard.press('Escape');
  await expect(searchBox(page)).toHaveValue('');
  await expect(searchBox(page)).toBeFocused();
  await removeDocument(page, 'ferry.pdf');
  await expect(document(page, 'ferry.pdf')).toHaveCount(0);
  await search(page, 'lantern', 'Nothing found');
});

test('a result opens its page with the words marked, and Back leads to the results', async ({ page, origin }) => {
  await page.goto('/');
  await bringInThree(page, origin);
  await search(page, 'lantern the', '3 pages in 1 document');
  await search(page, 'lantern', '4 pages in 1 document');
  await expect(results(page).getByRole('link')).toHaveCount(3);
  await results(page).getByRole('button', { name: '1 more page in this document' }).click();
  await expect(results(page).getByRole('link')).toHaveCount(4);
  await search(page, 'harbour late', '1 page in 1 document');
  expect(await axeFindingsInBothLooks(page)).toEqual([]);

  await results(page).getByRole('link', { name: 'Page 3' }).click();
  await expect(sheet(page, 3).getByText('keeps a lantern')).toBeInViewport();
  await expect(findBox(page)).toHaveValue('harbour late');
  await expect(reader(page).getByRole('search').getByRole('status')).toHaveText('2 of 3'); // The first stands on page 2.
  await expect(pageBox(page)).toHaveValue('3');

  await page.goBack();
  await expect(searchBox(page)).toHaveValue('harbour late');
  await expect(results(page).getByRole('link', { name: 'Page 3' })).toBeVisible();
  await page.getByRole('button', { name: 'Clear search' }).click();
  await expect(document(page, 'ferry.pdf')).toBeVisible();
});

test('who finds nothing hears what is still being read, and it shows up by itself', async ({ page, origin }) => {
  await page.goto('/');
  await download(page, origin.publish('ferry.pdf', { body: await makeWordsPdf(FERRY) }).url);
  await expect(document(page, 'ferry.pdf')).toBeVisible();
  await search(page, 'lantern', 'Nothing found');
  await expect(page.getByText('One document is still being read.')).toBeVisible();
  expect(await axeFindingsInBothLooks(page)).toEqual([]);
  await expect(page.getByText('4 pages in 1 document')).toBeVisible();
  await page.getByRole('button', { name: 'Clear search' }).click();
  await search(page, 'zeppelin', 'Nothing found');
  await expect(page.getByText('still being read')).toBeHidden();
  await page.getByRole('button', { name: 'Back to all documents' }).click();
  await expect(document(page, 'ferry.pdf')).toBeVisible();
});

/** A document of words, one with a title, and one in Chinese; all are read. */
async function bringInThree(page: Page, origin: Origin): Promise<void> {
  const chinese = await CJK[0]?.make();
  const files = [
    origin.publish('ferry.pdf', { body: await makeWordsPdf(FERRY) }),
    origin.publish('named.pdf', { title: 'Tides of the North Sea' }),
    origin.publish('chinese.pdf', { body: Buffer.from(chinese ?? '') }),
  ];
  await download(page, files.map(({ url }) => url).join('\n'));
  const texts = async (): Promise<unknown> => (await storedRows(page, 'documents')).map(({ text }) => text);
  await expect.poll(texts).toEqual(['done', 'done', 'done']);
}

async function search(page: Page, words: string, found: string): Promise<void> {
  await searchBox(page).fill(words);
  await expect(page.getByRole('region', { name: 'Found' }).getByRole('status')).toHaveText(found);
}

function searchBox(page: Page): Locator {
  return page.getByRole('searchbox', { name: 'Search library' });
}

function results(page: Page): Locator {
  return page.getByRole('list', { name: 'Search results' });
}
