import { join } from 'node:path';
import { openPanel } from '../support/sidebar.ts';
import { document as libraryEntry, download, transfer } from '../support/story.ts';
import { expect, letGo, test } from './fixtures.ts';
import { addFieldGuide, addNote, openFieldGuide } from './papers.ts';

/** What the manifest and the README show; the manifest names these sizes. */
const SHOWN = join(import.meta.dirname, '../../public/screenshots');

test.describe('wide', () => {
  test.use({ viewport: { width: 1280, height: 800 } });

  test('the library, with a download on its way', async ({ page, publish }) => {
    await page.goto('/');
    await addNote(page, publish);
    await addFieldGuide(page, publish);
    for (const title of ['A Note on Long Hauls', 'A Field Guide to Background Transfers'])
      await expect(libraryEntry(page, title)).toBeVisible(); // Its cover comes with it.
    await download(page, publish('night-trains.pdf', { bytes: 9_000_000, holdAfterBytes: 5_600_000 }).address);
    await expect(transfer(page, 'night-trains.pdf')).toContainText('5.6 MB of 9 MB');
    await letGo(page);
    await page.screenshot({ path: join(SHOWN, 'wide.png') });
  });

  test('a document with its outline', async ({ page, publish }) => {
    await page.goto('/');
    await addFieldGuide(page, publish);
    await openFieldGuide(page);
    await openPanel(page, 'Outline');
    await letGo(page);
    await page.screenshot({ path: join(SHOWN, 'wide-reader.png') });
  });
});

test.describe('narrow', () => {
  test.use({ viewport: { width: 360, height: 720 }, deviceScaleFactor: 2 });

  test('a document in the reader', async ({ page, publish }) => {
    await page.goto('/');
    await addFieldGuide(page, publish);
    await openFieldGuide(page);
    await letGo(page);
    await page.screenshot({ path: join(SHOWN, 'narrow.png') });
  });

  test('the library', async ({ page, publish }) => {
    await page.goto('/');
    await addNote(page, publish);
    await addFieldGuide(page, publish);
    for (const title of ['A Note on Long Hauls', 'A Field Guide to Background Transfers'])
      await expect(libraryEntry(page, title)).toBeVisible();
    await letGo(page);
    await page.screenshot({ path: join(SHOWN, 'narrow-library.png') });
  });
});
