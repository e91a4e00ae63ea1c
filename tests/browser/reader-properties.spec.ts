import type { Locator, Page } from 'playwright/test';
import { ENCRYPTED } from '../origin/corpus/encrypted.ts';
import { expect, test } from '../support/fixtures.ts';
import { makeMixedPdf } from '../support/pdfs.ts';
import { bringIn, choose, pageBox, read, reader, sheet } from '../support/reading.ts';
import { openStored } from '../support/stored-document.ts';

test('the properties say what the document says of itself, its pages and its fonts', async ({ page, app }) => {
  await page.goto('/');
  await bringIn(page, `${app.url}/samples/note-on-long-hauls.pdf`, 'A Note on Long Hauls.pdf');
  await expect(sheet(page, 1)).toBeVisible();
  await choose(page, 'Document properties…');
  await expectProperties(page, {
    Title: 'A Note on Long Hauls',
    Author: 'Longhaul',
    Created: /\d{4} at \d\d:\d\d/u,
    'PDF made by': 'Longhaul with PDFKit',
    'File size': /^[\d.]+ kB \([\d,]+ bytes\)$/u,
    Pages: '2',
    'PDF version': '1.7',
    'Fast web view': 'No',
    Tagged: 'No',
    Encrypted: 'No',
    'Fonts on page 1': 'Helvetica (Type1, not embedded)',
  });
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toHaveCount(0);
  expect(page.workers()).toHaveLength(3); // Two that show it, and one that stays warm: what was opened to ask for fonts is closed.
});

test('the size of the page that is read is told in millimetres, by name and as it lies', async ({ page, origin }) => {
  await openStored(page, origin.publish('atlas.pdf', { body: await makeMixedPdf(4) }));
  await expect(sheet(page, 1).getByText('Plate 1')).toBeVisible();
  await choose(page, 'Document properties…');
  await expectProperties(page, { 'Size of page 1': '297 × 420 mm (A3, portrait)' });
  await dialog(page).getByRole('button', { name: 'Close' }).click();
  await pageBox(page).fill('2');
  await pageBox(page).press('Enter');
  await choose(page, 'Document properties…');
  await expectProperties(page, { 'Size of page 2': '210 × 148 mm (A5, landscape)' });
});

test('what a document does not say is not made up', async ({ page, origin }) => {
  await read(page, origin.publish('paper.pdf'));
  await choose(page, 'Document properties…');
  await expectProperties(page, { 'Size of page 1': '210 × 297 mm (A4, portrait)', Pages: '1' });
  for (const label of ['Title', 'Author', 'Created', 'Not allowed'])
    await expect(
      dialog(page)
        .getByRole('term')
        .filter({ hasText: new RegExp(`^${label}$`, 'u') }),
    ).toHaveCount(0);
});

test('of a protected document it is said what its owner does not allow', async ({ page, origin }) => {
  const file = ENCRYPTED.find(({ name }) => name === 'AES of 256 bits, for its owner only');
  await openStored(page, origin.publish('kept.pdf', { body: (await file?.make()) ?? '' }));
  await expect(sheet(page, 1).getByText('Kept by AES')).toBeVisible();
  await choose(page, 'Document properties…');
  await expectProperties(page, { Encrypted: 'Yes', 'Not allowed': /copy/iu });
});

function dialog(page: Page): Locator {
  return reader(page).getByRole('dialog', { name: 'Document properties' });
}

async function expectProperties(page: Page, expected: Readonly<Record<string, string | RegExp>>): Promise<void> {
  for (const [label, value] of Object.entries(expected)) {
    const term = dialog(page)
      .getByRole('term')
      .filter({ hasText: new RegExp(`^${label}$`, 'u') });
    await expect(term.locator('xpath=following-sibling::dd[1]'), label).toHaveText(value);
  }
}
