import { makeScan } from '../origin/make-scan.ts';
import { leaveTool, takeTool } from '../support/marking.ts';
import { makeProtectedPdf } from '../support/pdfs.ts';
import { choose, findBox, pageBox, reader, sheet } from '../support/reading.ts';
import { openPanel } from '../support/sidebar.ts';
import { document as libraryEntry, download, transfer } from '../support/story.ts';
import { expect, pointAway, shoot, shootWindow, test } from './fixtures.ts';
import { addFieldGuide, openFieldGuide } from './papers.ts';

test('the reader with the field guide', async ({ page, publish }) => {
  await page.goto('/');
  await addFieldGuide(page, publish);
  await openFieldGuide(page);
  await shoot(page, 'reader');
  await reader(page).getByRole('button', { name: 'More tools' }).click();
  await shootWindow(page, 'reader-menu');
  await page.keyboard.press('Escape');
  for (const panel of ['Outline', 'Pages', 'Marks']) {
    await openPanel(page, panel);
    await pointAway(page);
    await shootWindow(page, `reader-${panel.toLowerCase()}`, () => page.waitForTimeout(800)); // Thumbnails are drawn late.
  }
  await page.keyboard.press('F4');
  await findBox(page).fill('field');
  await expect(reader(page).getByRole('search').getByRole('status')).toContainText('1 of');
  await shootWindow(page, 'reader-find');
  await findBox(page).fill('');
  await reader(page).getByRole('button', { name: 'Mark', exact: true }).click();
  await takeTool(page, 'Highlight');
  await pointAway(page);
  await shootWindow(page, 'reader-mark');
  await leaveTool(page, 'Highlight');
});

test('what is asked and told about a document', async ({ page, publish }) => {
  await page.goto('/');
  await addFieldGuide(page, publish);
  await openFieldGuide(page);
  for (const [line, name] of [
    ['Print…', 'reader-print'],
    ['Document properties…', 'reader-properties'],
  ] as const) {
    await choose(page, line);
    await expect(page.getByRole('dialog')).toBeVisible();
    await shootWindow(page, name);
    await page.keyboard.press('Escape');
  }
});

test('a document with a password', async ({ page, publish }) => {
  await page.goto('/');
  const body = await makeProtectedPdf('Nobody reads this.', 'open sesame');
  await download(page, publish('locked.pdf', { body }).address);
  await libraryEntry(page, 'locked.pdf').click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toBeVisible();
  await shootWindow(page, 'reader-password');
  await dialog.getByLabel('Password').fill('open barley');
  await dialog.getByLabel('Password').press('Enter');
  await expect(dialog.getByRole('alert')).toBeVisible();
  await shootWindow(page, 'reader-password-wrong');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Enter password' })).toBeVisible();
  await shootWindow(page, 'reader-locked');
});

test('addresses of documents that are not there, and of what is none', async ({ page, publish }) => {
  await page.goto('/read/no-such-document');
  await expect(page.getByRole('heading', { name: 'This document is not in your library' })).toBeVisible();
  await shoot(page, 'reader-unknown');
  await page.goto('/');
  await download(page, publish('data.csv', { body: 'a,b\n', type: 'text/csv' }).address);
  await libraryEntry(page, 'data.csv').click();
  await expect(page.getByText('is not a PDF')).toBeVisible();
  await shoot(page, 'reader-no-pdf');
});

test('the reader with a document that is still coming', async ({ page, publish }) => {
  const body = makeScan({ pages: 60, bytesPerPage: 400_000, heading: 'A slow book' });
  const book = publish('book.pdf', { body, holdAfterBytes: 1_000_000 });
  await page.goto('/transfers');
  await download(page, book.address);
  await transfer(page, 'book.pdf').getByRole('link', { name: 'Read book.pdf now' }).waitFor();
  await shoot(page, 'transfers-readable');
  await transfer(page, 'book.pdf').getByRole('link', { name: 'Read book.pdf now' }).click();
  await expect(sheet(page, 1).getByText('A slow book, page 1 of 60')).toBeVisible();
  book.behave({ holdAfterBytes: 0 });
  await pageBox(page).fill('30');
  await pageBox(page).press('Enter');
  await expect(sheet(page, 30).getByRole('note')).toBeVisible();
  await shoot(page, 'reader-coming');
});

test('the reader with a damaged document', async ({ page, publish }) => {
  await page.goto('/');
  await download(page, publish('damaged.pdf', { body: '%PDF-1.7\nThe rest of it was lost.\n' }).address);
  await libraryEntry(page, 'damaged.pdf').click();
  await expect(page.getByRole('alert').getByRole('heading')).toBeVisible();
  await shoot(page, 'reader-damaged');
});
