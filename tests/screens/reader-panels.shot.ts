import { tornPage } from '../origin/corpus/damaged.ts';
import { makeDocuments, seedLibrary } from '../support/seed-library.ts';
import { giveVoice } from '../support/fake-voice.ts';
import { makePdfWithAttachments, makePdfWithLayers } from '../support/pdfs-with-structure.ts';
import { bringIn, choose, pageBox, reader, sheet } from '../support/reading.ts';
import { openPanel } from '../support/sidebar.ts';
import { tamper } from '../support/storage.ts';
import { document as libraryEntry } from '../support/story.ts';
import { expect, shootWindow, test } from './fixtures.ts';
import { addFieldGuide, openFieldGuide } from './papers.ts';

test('attachments, layers, and panels with nothing in them', async ({ page, publish }) => {
  await page.goto('/');
  await bringIn(page, publish('folder.pdf', { body: makePdfWithAttachments('What was said') }).address, 'folder.pdf');
  const attachments = await openPanel(page, 'Attachments');
  await attachments.getByRole('button', { name: 'Save empty.bin' }).click();
  await expect(attachments.getByText('Its content is missing')).toBeVisible();
  await shootWindow(page, 'reader-attachments');
  await openPanel(page, 'Outline');
  await expect(reader(page).getByText('This document has no outline.')).toBeVisible();
  await shootWindow(page, 'reader-outline-empty');
  await page.goto('/');
  await bringIn(page, publish('layers.pdf', { body: makePdfWithLayers() }).address, 'layers.pdf');
  const layers = await openPanel(page, 'Layers');
  await layers.getByRole('checkbox', { name: 'Red' }).uncheck();
  await shootWindow(page, 'reader-layers');
});

test('a document read aloud, at night, and side by side', async ({ page, publish }) => {
  const voice = await giveVoice(page);
  await page.goto('/');
  await addFieldGuide(page, publish);
  await openFieldGuide(page);
  await choose(page, 'Read aloud from here');
  await expect.poll(async () => (await voice.said()).length).toBe(1);
  await shootWindow(page, 'reader-aloud');
  await page.keyboard.press('Escape');
  await choose(page, 'Night');
  await shootWindow(page, 'reader-night');
  await choose(page, 'Sepia');
  await choose(page, 'Two pages, even on the left');
  await pageBox(page).fill('6');
  await pageBox(page).press('Enter');
  await expect(sheet(page, 7)).toBeVisible();
  await shootWindow(page, 'reader-two-pages');
});

test('a page that is broken, and a file that the browser has cleared', async ({ page, publish }) => {
  await page.goto('/');
  await bringIn(page, publish('torn.pdf', { body: Buffer.from(tornPage()) }).address, 'torn.pdf');
  await expect(sheet(page, 1)).toContainText('First page');
  await pageBox(page).fill('3');
  await pageBox(page).press('Enter');
  await expect(reader(page).getByRole('note')).toBeInViewport();
  await shootWindow(page, 'reader-torn');
  await page.goto('/');
  await seedLibrary(page, { documents: makeDocuments(1, () => ({ title: 'Harbour Tables 1898' })) });
  await tamper(page, { clear: ['Harbour Tables 1898'] });
  await page.reload();
  await libraryEntry(page, 'Harbour Tables 1898').click();
  await expect(page.getByRole('heading', { name: 'The file of this document is gone' })).toBeVisible();
  await shootWindow(page, 'reader-gone');
});
