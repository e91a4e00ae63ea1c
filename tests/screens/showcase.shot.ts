import { join } from 'node:path';
import type { Page } from 'playwright/test';
import { seedLibrary } from '../support/seed-library.ts';
import { openPanel } from '../support/sidebar.ts';
import { download, transfer, tray } from '../support/story.ts';
import { pageBox, sheet } from '../support/reading.ts';
import { type Publish, expect, letGo, test } from './fixtures.ts';
import { makeShelf } from './make-shelf.ts';
import { addFieldGuide, addNote, expectReadTexts, openFieldGuide } from './papers.ts';

/** What the manifest and the README show; the manifest names the sizes of those that are light. */
const SHOWN = join(import.meta.dirname, '../../public/screenshots');

/** Ten documents, the two newest of them real. */
async function fillLibrary(page: Page, publish: Publish): Promise<void> {
  await page.goto('/');
  await expect(page.getByRole('list', { name: 'Samples' })).toBeVisible();
  await seedLibrary(page, { documents: makeShelf(8), covers: true });
  await page.reload();
  await addNote(page, publish);
  await addFieldGuide(page, publish);
  await expectReadTexts(page, 10); // Their covers come with them.
}

/** A page with a drawing in it; the cover's picture would make the file five times as large. */
async function readOn(page: Page): Promise<void> {
  await pageBox(page).fill('6');
  await pageBox(page).press('Enter');
  await expect(sheet(page, 6).getByText('What a person may expect')).toBeInViewport();
}

test.describe('wide', () => {
  test.use({ viewport: { width: 1280, height: 800 } });

  test('the library, with a download on its way', async ({ page, publish }) => {
    await fillLibrary(page, publish);
    await download(page, publish('night-trains.pdf', { bytes: 9_000_000, holdAfterBytes: 5_600_000 }).address);
    await expect(transfer(page, 'night-trains.pdf')).toContainText('5.6 MB of 9 MB');
    await letGo(page);
    await page.screenshot({ path: join(SHOWN, 'wide.png') });
    await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
    await page.screenshot({ path: join(SHOWN, 'wide-dark.png') });
  });

  test('a document with its outline', async ({ page, publish }) => {
    await page.goto('/');
    await addFieldGuide(page, publish);
    await expectReadTexts(page, 1);
    await openFieldGuide(page);
    await openPanel(page, 'Outline');
    await readOn(page);
    await letGo(page);
    await page.screenshot({ path: join(SHOWN, 'wide-reader.png') });
    await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
    await page.screenshot({ path: join(SHOWN, 'wide-reader-dark.png') });
  });
});

test.describe('narrow', () => {
  test.use({ viewport: { width: 360, height: 720 }, deviceScaleFactor: 2 });

  test('a document in the reader', async ({ page, publish }) => {
    await page.goto('/');
    await addFieldGuide(page, publish);
    await expectReadTexts(page, 1);
    await openFieldGuide(page);
    await readOn(page);
    await letGo(page);
    await page.screenshot({ path: join(SHOWN, 'narrow.png') });
  });

  test('the library, with a download on its way', async ({ page, publish }) => {
    await fillLibrary(page, publish);
    await download(page, publish('night-trains.pdf', { bytes: 9_000_000, holdAfterBytes: 5_600_000 }).address);
    await expect(tray(page)).toContainText('62 %');
    await letGo(page);
    await page.screenshot({ path: join(SHOWN, 'narrow-library.png') });
  });
});
