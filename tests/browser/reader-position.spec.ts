import type { Page } from 'playwright/test';
import { makeMixedPdf } from '../support/pdfs.ts';
import { expect, test } from '../support/fixtures.ts';
import { backToLibrary, bringIn, pageBox, read, sheet, zoom, zoomTo } from '../support/reading.ts';
import { document } from '../support/story.ts';

test('a document that is closed and opened again is at its page, as large as it was', async ({ page, origin }) => {
  await read(page, origin.publish('paper.pdf', { pages: 12 }));
  await zoomTo(page, '50 %');
  await pageBox(page).fill('9');
  await pageBox(page).press('Enter');
  await expect(sheet(page, 9).getByText('page 9 of 12')).toBeInViewport();
  await backToLibrary(page);
  await document(page, 'paper.pdf').click();
  await expect(sheet(page, 9).getByText('page 9 of 12')).toBeInViewport();
  await expect(pageBox(page)).toHaveValue('9');
  await expect(zoom(page)).toHaveValue('50 %');
});

test.describe('in a browser that ends', () => {
  test.use({ ownBrowser: true });

  test('a browser that is quit while reading comes back to the page, among pages of many sizes', async ({
    launch,
    origin,
  }) => {
    const first = await launch();
    const page = first.pages()[0] ?? (await first.newPage());
    const atlas = origin.publish('atlas.pdf', { body: await makeMixedPdf(120) });
    await page.goto('/');
    await bringIn(page, atlas.url, 'atlas.pdf');
    await zoomTo(page, '75 %');
    await pageBox(page).fill('75');
    await pageBox(page).press('Enter');
    await expect(sheet(page, 75).getByText('Plate 75', { exact: true })).toBeInViewport();
    await expect.poll(() => storedPage(page)).toBe(75);
    const address = page.url();
    await first.close();

    const second = await launch();
    const again = second.pages()[0] ?? (await second.newPage());
    await again.goto(address);
    await expect(sheet(again, 75).getByText('Plate 75', { exact: true })).toBeInViewport();
    await expect(pageBox(again)).toHaveValue('75');
    await expect(zoom(again)).toHaveValue('75 %');
  });
});

/** The page that the only document would open at, asked of storage: there the browser may be quit. */
async function storedPage(page: Page): Promise<number | undefined> {
  return page.evaluate(async () => {
    const answer = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.addEventListener('success', () => resolve(request.result));
        request.addEventListener('error', () => reject(request.error ?? new Error('no reason given')));
      });
    const db = await answer(indexedDB.open('longhaul'));
    const rows = await answer<{ position?: { page: number } }[]>(
      db.transaction('documents').objectStore('documents').getAll(),
    );
    db.close();
    return rows[0]?.position?.page;
  });
}
