import { seedLibrary, makeDocuments } from '../support/seed-library.ts';
import { makeTasks, seedTransfers } from '../support/seed-transfers.ts';
import { document as libraryEntry, download } from '../support/story.ts';
import { expect, letGo, shootWindow, test } from './fixtures.ts';
import { expectReadTexts } from './papers.ts';

const HELD = { bytes: 9_000_000, holdAfterBytes: 3_400_000 };

test.describe('asked about notifications', () => {
  test.use({ notifications: false });

  test('the first download, and a first document', async ({ page, publish }) => {
    await page.goto('/');
    await expect(page.getByRole('list', { name: 'Samples' })).toBeVisible();
    const file = publish('night-trains.pdf', HELD);
    await download(page, file.address);
    await expect(page.getByRole('region', { name: 'On their way' })).toContainText('37 %');
    await shootWindow(page, 'tray-first');
    file.release();
    await expect(libraryEntry(page, 'night-trains.pdf')).toBeVisible();
    await expectReadTexts(page, 1);
    await shootWindow(page, 'tray-first-document');
  });
});

test('several on their way in a library of many', async ({ page, publish }) => {
  await page.goto('/');
  await expect(page.getByRole('list', { name: 'Samples' })).toBeVisible();
  await seedLibrary(page, { documents: makeDocuments(80), covers: true });
  await page.goto('/');
  await download(page, publish('night-trains.pdf', HELD).address);
  const tray = page.getByRole('region', { name: 'On their way' });
  await expect(tray).toContainText('37 %');
  await download(page, publish('gone.pdf', { status: 404 }).address);
  await download(page, publish('ferries-of-the-northern-sea-and-their-harbours.pdf', HELD).address);
  await expect(tray).toContainText('1 failed');
  await shootWindow(page, 'tray-several');
  await tray.getByRole('button', { name: 'What is on its way' }).click();
  await shootWindow(page, 'tray-several-closed');
  await tray.getByRole('button', { name: 'What is on its way' }).click();
  await letGo(page);
  await shootWindow(page, 'tray-several-open');
});

test('what has ended, and can be put away', async ({ page }) => {
  await page.goto('/');
  await expect(page.getByRole('list', { name: 'Samples' })).toBeVisible();
  await seedLibrary(page, { documents: makeDocuments(12), covers: true });
  await seedTransfers(page, [...makeTasks('failed', 1), ...makeTasks('paused', 2)]);
  await page.reload();
  await expect(page.getByRole('button', { name: 'Put away' })).toBeVisible();
  await shootWindow(page, 'tray-over');
});
