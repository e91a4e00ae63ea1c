import { expect, test } from '../support/fixtures.ts';
import { ENGINES, NAME, SEGMENT, SIZE, expectSurvived, start } from '../support/survival.ts';
import { document, download } from '../support/story.ts';

test.use({ ownBrowser: true }); // What runs or waits in the background must not meet the tests before it.

for (const engine of ENGINES) {
  test.describe(`by ${engine}`, () => {
    test.use({ engine });

    test('the page reloaded at every moment, the file arrives', async ({ page, origin }) => {
      const pdf = origin.publish(NAME, {
        bytes: SIZE,
        bytesPerSecond: 2_000_000,
        headers: { 'Accept-Ranges': null }, // Else the browser's requests would stop for 30 s after a navigation.
      });
      const row = await start(page, pdf);
      await expect(row).toBeVisible();
      await page.reload();
      // Earlier it would be half a minute until the browser begins its next request.
      const moments = engine === 'fetch' ? [1, SIZE / 2, SIZE - SEGMENT] : [SIZE - SEGMENT];
      for (const bytes of moments) {
        await pdf.sent(bytes);
        await page.reload();
      }
      await expectSurvived(page, pdf, moments.length);
    });

    test.describe('in a browser that ends', () => {
      test.use({ ownBrowser: true });

      test('the browser killed and started again, the file arrives', async ({
        context,
        page,
        profile,
        launch,
        origin,
      }) => {
        const pdf = origin.publish(NAME, { bytes: SIZE, bytesPerSecond: 2_000_000 });
        await start(page, pdf);
        // Two segments are half-way; where they end, Chromium may lose what it was about to record (src/README.md).
        await pdf.sent(SIZE / 2 + SEGMENT);
        await profile.kill(context);

        const again = await launch();
        const second = again.pages()[0] ?? (await again.newPage());
        await second.goto('/transfers');
        await expectSurvived(second, pdf);
      });

      test('a profile copied while it ran, as by a backup, goes on from where it was', async ({
        app,
        context,
        page,
        profile,
        origin,
      }) => {
        const pdf = origin.publish(NAME, { bytes: SIZE, bytesPerSecond: 2_000_000 });
        await start(page, pdf);
        await pdf.sent(SIZE / 2 + SEGMENT);
        const copy = await profile.copyWhileItRuns();
        await profile.kill(context);

        const second = await copy.launch({ baseURL: app.url });
        const restored = second.pages()[0] ?? (await second.newPage());
        await restored.goto('/transfers');
        await expectSurvived(restored, pdf, 4); // What was stored while it was copied may lack.
        await restored.getByRole('link', { name: 'Library' }).click();
        await expect(document(restored, NAME)).toHaveCount(1);
        await copy.remove();
      });
    });
  });
}

test('a pasted list is on its way as a whole, though the page is reloaded at once', async ({ page, origin }) => {
  const papers = Array.from({ length: 60 }, (_, index) => origin.publish(`paper-${index}.pdf`, { holdAfterBytes: 0 }));
  await page.goto('/transfers');
  await expect(page.getByText('Nothing is on its way')).toBeVisible();
  await download(page, papers.map(({ url }) => url).join('\n'));
  const rows = page.getByRole('list', { name: 'Transfers' }).getByRole('listitem');
  await expect(rows.first()).toBeVisible();
  await page.reload();
  await expect(rows.first()).toHaveAttribute('aria-setsize', String(papers.length)); // Only those in the window are drawn.
  await expect(rows.filter({ hasText: 'Paused' })).toHaveCount(0);
});
