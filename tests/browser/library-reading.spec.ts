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

test('words are read on where a closed tab left off, and indexed again without their document', async ({
  page,
  origin,
}) => {
  await page.addInitScript(closeEarly);
  await page.goto('/');
  await download(page, origin.publish('long.pdf', { bytes: 400_000, pages: PAGES }).url);
  // The page that is asked may be the one that closes just now.
  await expect(async () => expect((await storedRows(page, 'documents'))[0]?.text).toBe('done')).toPass();
  expect(await storedPages(page)).toEqual(Array.from({ length: PAGES }, (_, index) => index + 1));
  const before = await pagesWritten(page, 'before');
  const after = new Set(await pagesWritten(page, 'after'));
  expect(before.length).toBeGreaterThan(0);
  expect(before.length).toBeLessThan(PAGES);
  expect(before.filter((number) => after.has(number))).toEqual([]);

  await outdateIndex(page);
  await page.reload();
  await page.getByRole('searchbox', { name: 'Search library' }).fill('"page 77"');
  await expect(page.getByText('1 page in 1 document')).toBeVisible();
});

const PAGES = 200;

declare global {
  var bytesRead: number;
}

/** Runs in the page, before the app. As a person who closes the tab once the first words are stored, and comes again. */
function closeEarly(): void {
  const { put } = IDBObjectStore.prototype;
  const write = (when: string, pages: readonly number[]): void => sessionStorage.setItem(when, JSON.stringify(pages));
  const read = (when: string): number[] => JSON.parse(sessionStorage.getItem(when) ?? '[]') as number[];
  IDBObjectStore.prototype.put = function remember(this: IDBObjectStore, row: { page: number }, key?: IDBValidKey) {
    if (this.name === 'texts') {
      write('after', [...read('after'), row.page]);
      this.transaction.addEventListener('complete', () => {
        if (sessionStorage.getItem('before') !== null) return;
        write('before', read('after'));
        write('after', []);
        location.reload();
      });
    }
    return key === undefined ? put.call(this, row) : put.call(this, row, key);
  };
}

async function pagesWritten(page: Page, when: 'before' | 'after'): Promise<number[]> {
  return page.evaluate((name) => JSON.parse(sessionStorage.getItem(name) ?? '[]') as number[], when);
}

async function storedPages(page: Page): Promise<number[]> {
  return (await storedRows(page, 'texts')).map((row) => row.page);
}

/** As if another version had written it; and the document's bytes are gone. */
async function outdateIndex(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const opening = indexedDB.open('longhaul');
    await new Promise((resolve) => opening.addEventListener('success', resolve));
    const tx = opening.result.transaction(['indexParts', 'segments'], 'readwrite');
    tx.objectStore('segments').clear();
    const reading = tx.objectStore('indexParts').getAll();
    reading.addEventListener('success', () => {
      for (const row of reading.result) tx.objectStore('indexParts').put({ ...row, form: 0, words: '' });
    });
    await new Promise((resolve) => tx.addEventListener('complete', resolve));
    opening.result.close();
  });
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
