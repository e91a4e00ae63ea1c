import { expect, test } from '../support/fixtures.ts';
import { document, download, storedSha256, transfer } from '../support/story.ts';

test.use({ ownBrowser: true }); // What runs or waits in the background must not meet the tests before it.

test('switching screens does not hold up a large download', async ({ page, origin }) => {
  const pdf = origin.publish('large.pdf', { bytes: 24_000_000, bytesPerSecond: 1_000_000 });
  await page.goto('/');
  await download(page, pdf.url);
  await pdf.reached(2_000_000);
  await page.getByRole('link', { name: 'Transfers' }).click();
  // Chromium would pause it for 30 s; two requests at 1 MB/s each take 12 s in all.
  await expect(transfer(page, 'large.pdf')).toContainText('Done', { timeout: 25_000 });
  await page.getByRole('link', { name: 'Library' }).click();
  await expect(document(page, 'large.pdf')).toBeVisible();
  expect(await storedSha256(page, 'large.pdf')).toBe(pdf.sha256);
});
