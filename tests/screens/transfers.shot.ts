import { makeTask, makeTasks, openTransfers } from '../support/seed-transfers.ts';
import { expect, shootWindow, test } from './fixtures.ts';

const REMOTE = {
  url: 'https://cdn.example.net/scans/atlas.pdf',
  length: 96_000_000,
  type: 'application/pdf',
  acceptsRanges: true,
  validator: { kind: 'etag', etag: '"5f3a-atlas"' },
  access: 'allowed',
} as const;

test('a queue that can be put in order, its menu, and what is known of one transfer', async ({ page }) => {
  const half = makeTask('paused', 0, { name: 'the-great-atlas.pdf', remote: REMOTE, engine: 'background-fetch' });
  await openTransfers(page, [...makeTasks('waiting', 4), half, ...makeTasks('failed', 1)]);
  await page.evaluate(async (fileId) => {
    const opening = indexedDB.open('longhaul');
    await new Promise((resolve) => opening.addEventListener('success', resolve));
    const tx = opening.result.transaction('segments', 'readwrite');
    for (const [firstByte, lastByte] of [
      [0, 31_999_999],
      [48_000_000, 63_999_999],
    ] as const) {
      tx.objectStore('segments').put({ fileId, firstByte, lastByte, bytes: new Blob(['%PDF']) });
    }
    await new Promise((resolve) => tx.addEventListener('complete', resolve));
    opening.result.close();
  }, half.id);
  await shootWindow(page, 'transfers-queue');
  await page.getByRole('button', { name: 'Move waiting-1.pdf' }).press('Enter');
  await expect(page.getByRole('menu')).toBeVisible();
  await shootWindow(page, 'transfers-move');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Details of the-great-atlas.pdf' }).click();
  await expect(page.getByRole('img', { name: /in 2 parts/u })).toBeVisible();
  await shootWindow(page, 'transfers-details');
});
