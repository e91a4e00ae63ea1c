import { download } from '../support/story.ts';
import { expect, shoot, test } from './fixtures.ts';

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
