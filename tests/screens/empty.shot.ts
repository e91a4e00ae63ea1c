import { download } from '../support/story.ts';
import { expect, shoot, test } from './fixtures.ts';
import { SIZES, THEMES } from './sizes.ts';

for (const colorScheme of THEMES) {
  for (const viewport of SIZES) {
    test.describe(`${viewport.width} px, ${colorScheme}`, () => {
      test.use({ colorScheme, viewport });

      test('screens with nothing in them', async ({ page }) => {
        await page.goto('/');
        await expect(page.getByRole('list', { name: 'Samples' })).toBeVisible();
        await shoot(page, 'library-empty');
        await download(page, 'the paper on trains\nftp://papers.example.org/trains.pdf');
        await expect(page.getByRole('alert').getByText('is not a web address')).toBeVisible();
        await shoot(page, 'add-refused');
        await page.goto('/transfers');
        await expect(page.getByRole('list', { name: 'Samples' })).toBeVisible();
        await shoot(page, 'transfers-empty');
      });

      test('settings, and an address that no screen has', async ({ page }) => {
        await page.goto('/settings');
        await expect(page.getByText('there is room for')).toBeVisible();
        await expect(page.getByRole('checkbox', { name: 'Not while Data Saver is on' })).toBeEnabled();
        await shoot(page, 'settings');
        await page.goto('/nowhere');
        await expect(page.getByRole('heading', { name: 'There is nothing here' })).toBeVisible();
        await shoot(page, 'not-found');
      });
    });
  }
}
