import type { Locator, Page } from 'playwright/test';
import { expect, test } from '../support/fixtures.ts';
import { makeWordsPdf } from '../support/pdfs.ts';
import { findBox, pageBox, read, reader, zoomTo } from '../support/reading.ts';
import { openStored } from '../support/stored-document.ts';

test('Find tells case, whole words and diacritics apart when it is asked to', async ({ page, origin }) => {
  const body = await makeWordsPdf(['Cafe café Café', 'cafe cafeteria']);
  await openStored(page, origin.publish('words.pdf', { body }));
  await expect(reader(page).getByText('Cafe café Café')).toBeVisible();
  await findBox(page).fill('cafe');
  await expect(count(page)).toHaveText('1 of 5');
  await reader(page).getByRole('button', { name: 'Find options' }).click();
  await option(page, 'Match diacritics').check();
  await expect(count(page)).toHaveText('1 of 3');
  await option(page, 'Match case').check();
  await expect(count(page)).toHaveText(/of 2$/u);
  await option(page, 'Whole words').check();
  await expect(count(page)).toHaveText(/of 1$/u);
  await expect(pageBox(page)).toHaveValue('2');
  await option(page, 'Whole words').press('Escape');
  await expect(option(page, 'Whole words')).toBeHidden();
  await expect(findBox(page)).toHaveValue('cafe');
});

test('what was found stays marked when one scrolls and zooms', async ({ page, origin }) => {
  await read(page, origin.publish('paper.pdf', { pages: 9 }));
  await findBox(page).fill('test paper');
  await expect(count(page)).toHaveText('1 of 9');
  await expect(marks(page).first()).toBeAttached();
  await zoomTo(page, '60');
  await reader(page).getByRole('button', { name: 'Next page' }).click();
  await expect(marks(page).nth(1)).toBeAttached(); // Not only the one that is looked at.
  await expect(count(page)).toHaveText('1 of 9');
  await findBox(page).press('Enter');
  await expect(count(page)).toHaveText('2 of 9');
});

function count(page: Page): Locator {
  return reader(page).getByRole('search').getByRole('status');
}

function option(page: Page, name: string): Locator {
  return reader(page).getByRole('checkbox', { name });
}

/** pdf.js gives its marks no role. */
function marks(page: Page): Locator {
  return reader(page).locator('.textLayer .highlight');
}
