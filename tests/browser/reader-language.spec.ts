import { type Locator, type Page } from 'playwright/test';
import { expect, test } from '../support/fixtures.ts';
import { read, reader } from '../support/reading.ts';

test('in German, the reader and what pdf.js says on its pages speak German', async ({ page, origin }) => {
  await read(page, origin.publish('paper.pdf', { pages: 3 }));
  await chooseGerman(page);
  await page.reload();
  const line = blatt(page, 1).getByText('Test paper, page 1 of 3', { exact: true });
  await expect(line).toBeVisible();
  await expect(leser(page).getByText('von 3', { exact: true })).toBeVisible();

  await leser(page).getByRole('textbox', { name: 'Suchen', exact: true }).fill('paper');
  await expect(leser(page).getByRole('search').getByRole('status')).toHaveText('1 von 3');

  await line.dblclick();
  await leser(page).getByRole('button', { name: 'Hervorheben', exact: true }).click();
  await expect(leser(page).getByRole('button', { name: 'Hervorhebung entfernen' })).toBeVisible();

  await leser(page).getByRole('button', { name: 'Seitenleiste', exact: true }).click();
  await leser(page).getByRole('tab', { name: 'Markierungen' }).click();
  await expect(leser(page).getByRole('listitem')).toContainText('Hervorhebung, Seite 1');
});

test('a document that is open goes over to German when another window does, where it is', async ({
  page,
  context,
  origin,
}) => {
  await read(page, origin.publish('paper.pdf', { pages: 3 }));
  await reader(page).getByRole('button', { name: 'Next page' }).click();
  const other = await context.newPage();
  await other.goto('/');
  await chooseGerman(other);
  await expect(blatt(page, 2).getByText('Test paper, page 2 of 3', { exact: true })).toBeVisible();
  await expect(leser(page).getByRole('textbox', { name: 'Seite', exact: true })).toHaveValue('2');
});

/** As the app keeps the choice that a person made in Settings. */
async function chooseGerman(page: Page): Promise<void> {
  await page.evaluate(() => localStorage.setItem('longhaul-language', 'de'));
}

/** The reader in German. */
function leser(page: Page): Locator {
  return page.getByRole('region', { name: 'Leseansicht', exact: true });
}

/** One page of the open document, by the name that pdf.js gives it. */
function blatt(page: Page, number: number): Locator {
  return leser(page).getByRole('region', { name: `Seite ${number}`, exact: true });
}
