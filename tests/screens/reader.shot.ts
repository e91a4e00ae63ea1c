import { makeScan } from '../origin/make-scan.ts';
import { pageBox, sheet } from '../support/reading.ts';
import { document as libraryEntry, download, transfer } from '../support/story.ts';
import { expect, shoot, test } from './fixtures.ts';
import { addFieldGuide, openFieldGuide } from './papers.ts';
import { SIZES, THEMES } from './sizes.ts';

for (const colorScheme of THEMES) {
  for (const viewport of SIZES) {
    test.describe(`${viewport.width} px, ${colorScheme}`, () => {
      test.use({ colorScheme, viewport });

      test('the reader with the field guide', async ({ page, publish }) => {
        await page.goto('/');
        await addFieldGuide(page, publish);
        await openFieldGuide(page);
        await shoot(page, 'reader');
      });

      test('the reader with a document that is still coming', async ({ page, publish }) => {
        const body = makeScan({ pages: 60, bytesPerPage: 400_000, heading: 'A slow book' });
        const book = publish('book.pdf', { body, holdAfterBytes: 1_000_000 });
        await page.goto('/transfers');
        await download(page, book.address);
        await transfer(page, 'book.pdf').getByRole('link', { name: 'Read book.pdf now' }).waitFor();
        await shoot(page, 'transfers-readable');
        await transfer(page, 'book.pdf').getByRole('link', { name: 'Read book.pdf now' }).click();
        await expect(sheet(page, 1).getByText('A slow book, page 1 of 60')).toBeVisible();
        book.behave({ holdAfterBytes: 0 });
        await pageBox(page).fill('30');
        await pageBox(page).press('Enter');
        await expect(sheet(page, 30).getByRole('note')).toBeVisible();
        await shoot(page, 'reader-coming');
      });

      test('the reader with a damaged document', async ({ page, publish }) => {
        await page.goto('/');
        await download(page, publish('damaged.pdf', { body: '%PDF-1.7\nThe rest of it was lost.\n' }).address);
        await libraryEntry(page, 'damaged.pdf').click();
        await expect(page.getByRole('alert').getByRole('heading')).toBeVisible();
        await shoot(page, 'reader-damaged');
      });
    });
  }
}
