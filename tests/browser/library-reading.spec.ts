import { type Page } from 'playwright/test';
import { expect, test } from '../support/fixtures.ts';
import { makeProtectedPdf, makeWordsPdf } from '../support/pdfs.ts';
import { storedRows } from '../support/stored-rows.ts';
import { document, download } from '../support/story.ts';

test('titles, pages and covers come without a document being opened, or its file being read whole', async ({
  page,
  origin,
}) => {
  await page.addInitScript(countBytesRead);
  await page.goto('/');
  const long = origin.publish('long.pdf', { bytes: 20_000_000, pages: 30, title: 'A Very Long Haul' });
  const words = origin.publish('words.pdf', { body: await makeWordsPdf(['One', 'Two']) });
  const broken = origin.publish('broken.pdf', { body: '%PDF-1.7\nrubbish' });
  const locked = origin.publish('locked.pdf', { body: await makeProtectedPdf('Secret', 'sesame') });
  await download(page, [broken, locked, long, words].map(({ url }) => url).join('\n'));

  await expect(document(page, 'A Very Long Haul')).toBeVisible();
  await expect
    .poll(() => catalog(page))
    .toEqual({
      'broken.pdf': ['failed', 'failed', undefined, undefined],
      'locked.pdf': ['failed', 'failed', undefined, undefined],
      'long.pdf': ['done', 'done', 30, [319, 452]],
      'words.pdf': ['done', 'done', 2, [319, 452]],
    });
  await expect(document(page, 'words.pdf')).toBeVisible(); // It says no title of its own.
  expect(await page.evaluate(() => globalThis.bytesRead)).toBeLessThan(8_000_000);
});

declare global {
  var bytesRead: number;
}

/** Runs in the page, before the app. */
function countBytesRead(): void {
  globalThis.bytesRead = 0;
  const { arrayBuffer } = Blob.prototype;
  Blob.prototype.arrayBuffer = function count(this: Blob) {
    globalThis.bytesRead += this.size;
    return arrayBuffer.call(this);
  };
}

/** By file name: what became of reading it, how many pages it has, and its cover's size as the picture itself says. */
async function catalog(page: Page): Promise<Record<string, unknown>> {
  const covers = await coverSizes(page);
  const rows = await storedRows(page, 'documents');
  return Object.fromEntries(rows.map((row) => [row.fileName, [row.catalogued, row.text, row.pages, covers[row.id]]]));
}

async function coverSizes(page: Page): Promise<Record<string, unknown>> {
  return page.evaluate(async () => {
    const answer = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.addEventListener('success', () => resolve(request.result));
        request.addEventListener('error', () => reject(request.error ?? new Error('no reason given')));
      });
    const db = await answer(indexedDB.open('longhaul'));
    const rows = await answer<{ documentId: string; image: Blob }[]>(
      db.transaction('covers').objectStore('covers').getAll(),
    );
    db.close();
    const sizes = rows.map(async ({ documentId, image }) => {
      const { width, height } = await createImageBitmap(image);
      return [documentId, [width, height]] as const;
    });
    return Object.fromEntries(await Promise.all(sizes));
  });
}
