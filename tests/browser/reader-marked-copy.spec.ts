import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright/test';
import { makeFormPdf } from '../origin/make-form-pdf.ts';
import { markBar, marksPanel, selectLine, storedMarks, takeTool } from '../support/marking.ts';
import { makeReadOnlyPdf } from '../support/pdfs.ts';
import { expect, test } from '../support/fixtures.ts';
import { backToLibrary, bringIn, choose, pageBox, read, reader, sheet } from '../support/reading.ts';
import { removeForGood } from '../support/shelf.ts';
import { document, storedSha256 } from '../support/story.ts';
import { redPng } from '../support/red-png.ts';
import { openStored } from '../support/stored-document.ts';

test('a saved copy has the marks of all pages in it, and the original stays as it was', async ({ page, origin }) => {
  const paper = origin.publish('paper.pdf', { pages: 30 });
  await read(page, paper);
  await reader(page).getByRole('button', { name: 'More tools' }).click();
  await expect(reader(page).getByRole('menuitem', { name: 'Save a copy with marks' })).toBeDisabled();
  await page.keyboard.press('Escape');
  await goTo(page, 20);
  await takeTool(page, 'Highlight');
  await selectLine(page, 'Test paper, page 20 of 30', 20);
  await takeTool(page, 'Image');
  const choosing = page.waitForEvent('filechooser');
  await markBar(page).getByRole('button', { name: 'Add image…' }).click();
  await (await choosing).setFiles({ name: 'red.png', mimeType: 'image/png', buffer: redPng() });
  await expect.poll(() => storedMarks(page, 'annotation')).toBe(2);
  await goTo(page, 1);
  await backToLibrary(page);
  await document(page, 'paper.pdf').click();
  // Page 20 is not drawn in this reading: its marks go into the copy all the same.
  await expect(sheet(page, 1).getByText('page 1 of 30')).toBeInViewport();
  const copy = await savedCopy(page);
  expect(copy.name).toBe('paper (marked).pdf');
  await backToLibrary(page);
  expect(await storedSha256(page, 'paper.pdf')).toBe(paper.sha256);

  await bringIn(page, origin.publish('copy.pdf', { body: copy.bytes }).url, 'copy.pdf');
  await expect(reader(page).getByText('of 30', { exact: true })).toBeVisible();
  await goTo(page, 20);
  await takeTool(page, 'Highlight');
  await expect(sheet(page, 20).getByRole('application', { name: 'Image editor' })).toBeVisible();
  await expect(sheet(page, 20).getByLabel('Highlight editor')).toBeVisible();
});

test('a saved copy of a form is filled in', async ({ page, origin }) => {
  await read(page, origin.publish('form.pdf', { body: makeFormPdf() }));
  await sheet(page, 1).getByRole('textbox', { name: 'Name' }).fill('Ada Lovelace');
  await sheet(page, 1).getByRole('checkbox', { name: 'Member' }).check();
  await expect.poll(() => storedMarks(page, 'field')).toBeGreaterThan(1);
  const { bytes } = await savedCopy(page);
  await backToLibrary(page);
  await bringIn(page, origin.publish('filled.pdf', { body: bytes }).url, 'filled.pdf');
  await expect(sheet(page, 1).getByRole('textbox', { name: 'Name' })).toHaveValue('Ada Lovelace');
  await expect(sheet(page, 1).getByRole('checkbox', { name: 'Member' })).toBeChecked();
  expect(await storedMarks(page, 'field')).toBeGreaterThan(1); // Those of the original alone.
});

test('where a document forbids marks, the tools say so and stay off', async ({ page, origin }) => {
  await openStored(page, origin.publish('sealed.pdf', { body: await makeReadOnlyPdf('Sealed') }));
  await expect(sheet(page, 1).getByText('Sealed')).toBeVisible();
  await reader(page).getByRole('button', { name: 'Mark', exact: true }).click();
  await expect(markBar(page).getByText('Whoever made this document does not allow marks in it.')).toBeVisible();
  await expect(markBar(page).getByRole('button', { name: 'Highlight' })).toHaveCount(0);
  await selectLine(page, 'Sealed');
  expect(await page.evaluate(() => getSelection()?.toString())).toBe('Sealed');
  await expect(sheet(page, 1).getByRole('button', { name: 'Highlight' })).toHaveCount(0);
  await reader(page).getByRole('group', { name: 'Pages' }).focus();
  await page.keyboard.press('b'); // A bookmark is the reader's own.
  await expect((await marksPanel(page)).getByRole('button', { name: 'Bookmark, page 1', exact: true })).toBeVisible();
});

test('marks go with their document', async ({ page, origin }) => {
  await read(page, origin.publish('paper.pdf'));
  await takeTool(page, 'Highlight');
  await selectLine(page, 'Test paper, page 1 of 1');
  await expect.poll(() => storedMarks(page, 'annotation')).toBe(1);
  await backToLibrary(page);
  await removeForGood(page, 'paper.pdf');
  await expect(document(page, 'paper.pdf')).toHaveCount(0);
  await expect.poll(() => storedMarks(page, 'annotation')).toBe(0);
});

async function goTo(page: Page, number: number): Promise<void> {
  await pageBox(page).fill(String(number));
  await pageBox(page).press('Enter');
  await expect(sheet(page, number).getByText(`page ${number} of`).first()).toBeInViewport();
}

async function savedCopy(page: Page): Promise<{ readonly name: string; readonly bytes: Buffer }> {
  const saving = page.waitForEvent('download');
  await choose(page, 'Save a copy with marks');
  const saved = await saving;
  return { name: saved.suggestedFilename(), bytes: await readFile(await saved.path()) };
}
