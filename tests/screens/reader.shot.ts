import { document as libraryEntry, download } from '../support/story.ts';
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
