import { type Locator, type Page } from 'playwright/test';
import { expect, test } from '../support/fixtures.ts';
import { makeWordsPdf } from '../support/pdfs.ts';

import { document, download } from '../support/story.ts';

const FERRY = [
  'The ferry leaves at dawn. Crêpes are served on deck.',
  'Nobody knows the harbour at night.',
  'The harbour master keeps a lantern. The ferry is late.',
  'A lantern, a rope, and the tide tables.',
  'The lantern again, for those who count lanterns.',
  'One more lantern.',
];

test('what one types is found in titles, authors, sources and words, and leads to its page with the words marked', async ({
  page,
  origin,
}) => {
  await page.goto('/');
  const ferry = origin.publish('ferry.pdf', { body: await makeWordsPdf(FERRY) });
  const named = origin.publish('named.pdf', { title: 'Tides of the North Sea' });
  await download(page, `${ferry.url}\n${named.url}`);
  await expect(document(page, 'Tides of the North Sea')).toBeVisible();
  await page.keyboard.press('/');
  await expect(searchBox(page)).toBeFocused();
  await searchBox(page).fill('lantern');
  await expect(page.getByText('4 pages in 1 document')).toBeVisible();
  await expect(results(page).getByRole('link')).toHaveCount(3);
});

function searchBox(page: Page): Locator {
  return page.getByRole('searchbox', { name: 'Search library' });
}

function results(page: Page): Locator {
  return page.getByRole('list', { name: 'Search results' });
}
