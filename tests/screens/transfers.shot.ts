import type { TransferErrorCode } from '../../src/store/task-state.ts';
import { makeTask, makeTasks, openTransfers } from '../support/seed-transfers.ts';
import { expect, shoot, shootWindow, test } from './fixtures.ts';

const REMOTE = {
  url: 'https://cdn.example.net/scans/atlas.pdf',
  length: 96_000_000,
  type: 'application/pdf',
  acceptsRanges: true,
  validator: { kind: 'etag', etag: '"5f3a-atlas"' },
  access: 'allowed',
} as const;

test('a queue that can be put in order, its menu, and what is known of one transfer', async ({ page }) => {
  const half = makeTask('paused', 0, {
    name: 'the-great-atlas.pdf',
    remote: REMOTE,
    engine: 'background-fetch',
    bytesStored: 48_000_000,
  });
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
  await shootWindow(page, 'transfers-move', async () => {
    await page.keyboard.press('Escape');
    await page.locator('button[aria-haspopup=menu]').nth(1).press('Enter');
    await expect(page.getByRole('menu')).toBeVisible();
  });
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Details of the-great-atlas.pdf' }).click();
  await expect(page.getByRole('img', { name: /in 2 parts/u })).toBeVisible();
  await shootWindow(page, 'transfers-details');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Details of failed-0.pdf' }).click();
  await expect(page.getByRole('dialog')).toContainText('Technical reason');
  await shootWindow(page, 'transfers-details-failed');
});

/** Every reason for which a transfer ends without its file. */
const CODES: readonly TransferErrorCode[] = [
  'bad-status',
  'network',
  'cross-origin',
  'mixed-content',
  'permission',
  'no-room',
  'empty-file',
  'truncated',
  'web-page',
  'not-a-pdf',
  'file-changed',
  'digest-mismatch',
  'sign-in',
  'timed-out',
  'lost',
  'unexpected',
  'canceled',
];

test('transfers that ended without their file, each for another reason', async ({ page }) => {
  const failed = CODES.map((code, number) =>
    makeTask('failed', number, {
      name: `${code}.pdf`,
      state: {
        state: 'failed',
        code,
        message: 'A reason for developers',
        ...(code === 'bad-status' && { status: 404 }),
      },
    }),
  );
  await openTransfers(page, [...failed, ...makeTasks('paused', 1), ...makeTasks('done', 2)]);
  await shoot(page, 'transfers-failed');
});
