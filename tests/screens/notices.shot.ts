import type { Page } from 'playwright/test';
import { makeDocuments, seedLibrary } from '../support/seed-library.ts';
import { makeTask, seedTransfers } from '../support/seed-transfers.ts';
import { expect, shootWindow, test } from './fixtures.ts';

const finishedAt = Date.UTC(2026, 2, 4);

async function openWelcome(page: Page): Promise<void> {
  await page.goto('/');
  await expect(page.getByRole('list', { name: 'Samples' })).toBeVisible();
}

test('a library that the browser has cleared as a whole', async ({ page }) => {
  await openWelcome(page);
  const note = (): Promise<string | null> => page.evaluate(() => localStorage.getItem('longhaul-library'));
  await expect.poll(note).not.toBeNull(); // The app writes its own first.
  await page.evaluate((at) => localStorage.setItem('longhaul-library', JSON.stringify({ count: 214, at })), finishedAt);
  await page.reload();
  await expect(page.getByRole('region', { name: 'The browser has cleared your library' })).toBeVisible();
  await shootWindow(page, 'library-cleared');
});

test('documents that came again as other files, one of them with marks', async ({ page }) => {
  await openWelcome(page);
  const titles = ['Harbour Tables 1898', 'Proceedings of the Conference on Transfers That Outlive Their Window'];
  const documents = makeDocuments(6, (number) => {
    const title = titles[number];
    return title === undefined ? {} : { title, isOtherVersion: true as const };
  });
  await seedLibrary(page, { documents, covers: true });
  await page.evaluate(async (documentId) => {
    const opening = indexedDB.open('longhaul');
    await new Promise((resolve) => opening.addEventListener('success', resolve));
    const tx = opening.result.transaction('marks', 'readwrite');
    for (const at of [1, 2]) {
      tx.objectStore('marks').put({ documentId, id: `bookmark-${at}`, kind: 'bookmark', page: at, addedAt: at });
    }
    await new Promise((resolve) => tx.addEventListener('complete', resolve));
    opening.result.close();
  }, documents[1]?.id ?? '');
  await page.reload();
  await expect(page.getByText('Your 2 marks were made in the one before')).toBeVisible();
  await shootWindow(page, 'library-other-version');
});

test('a download that has no room', async ({ page }) => {
  await openWelcome(page);
  const documents = makeDocuments(9, (number) => ({
    size: 41_000_000 - number * 1_700_000,
    ...(number % 3 === 0 ? { openedAt: finishedAt, finishedAt } : {}),
  }));
  await seedLibrary(page, { documents, covers: true });
  await seedTransfers(page, [
    makeTask('failed', 0, {
      name: 'the-great-atlas.pdf',
      state: { state: 'failed', code: 'no-room', message: 'The browser has no room for the file' },
      remote: {
        url: 'https://papers.example.org/the-great-atlas.pdf',
        length: 96_000_000,
        type: 'application/pdf',
        acceptsRanges: true,
        validator: { kind: 'etag', etag: '"atlas"' },
        access: 'allowed',
      },
    }),
  ]);
  await page.reload();
  await expect(page.getByRole('region', { name: /^There is no room left for/u })).toBeVisible();
  await shootWindow(page, 'library-no-room');
});

test.describe('where the browser has no Background Fetch', () => {
  test.use({ engine: 'fetch' });

  test('the tab has to stay open', async ({ page, publish }) => {
    await openWelcome(page);
    await shootWindow(page, 'library-empty-needs-tab');
    const { address } = publish('night-trains.pdf', { bytes: 9_000_000, holdAfterBytes: 3_400_000 });
    await page.getByLabel('Address').fill(address);
    await page.getByRole('button', { name: 'Download', exact: true }).click();
    await expect(page.getByRole('region', { name: 'On their way' })).toContainText('Keep this tab open.');
    await expect(page.getByRole('region', { name: 'On their way' })).toContainText('37 %');
    await shootWindow(page, 'tray-needs-tab');
    await page.getByRole('link', { name: 'Transfers' }).click();
    await expect(page.getByText('the browser can’t carry on by itself')).toBeVisible();
    await shootWindow(page, 'transfers-needs-tab');
  });
});
