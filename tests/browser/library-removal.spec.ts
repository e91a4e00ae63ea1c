import type { Page } from 'playwright/test';
import { axeFindingsInBothLooks } from '../support/axe.ts';
import { expect, test } from '../support/fixtures.ts';
import { backToLibrary, bringIn, choose, pageBox, reader, sheet } from '../support/reading.ts';
import { makeDocument, makeDocuments, seedLibrary } from '../support/seed-library.ts';
import { ageRemovals, chooseFor, entry, removeDocument, titles } from '../support/shelf.ts';
import { storedRows } from '../support/stored-rows.ts';
import { document, download, transfer } from '../support/story.ts';

const NINE = Array.from({ length: 9 }, (_, number) => makeDocument(number));

async function fill(page: Page, documents = NINE): Promise<void> {
  await page.goto('/');
  await expect(page.getByRole('heading', { name: 'Downloads that outlive their tab' })).toBeVisible();
  await seedLibrary(page, { documents, covers: true });
  await page.reload();
  await expect(titles(page).first()).toBeVisible();
}

function box(page: Page, title: string): ReturnType<Page['getByRole']> {
  return page.getByRole('checkbox', { name: `Select ${title}`, exact: true });
}

test('many are selected, by range, by keys and all, and what is done is done to all of them', async ({ page }) => {
  await fill(page);
  await page.getByRole('button', { name: 'Select', exact: true }).click();
  await expect(box(page, 'Document 8')).toBeFocused();
  await box(page, 'Document 7').click();
  await box(page, 'Document 5').click({ modifiers: ['Shift'] });
  await expect(page.getByRole('status').getByText('3 selected')).toBeVisible();
  await box(page, 'Document 2').focus();
  await page.keyboard.press('Shift+Space');
  await expect(page.getByText('6 selected')).toBeVisible();
  await box(page, 'Document 3').click();
  await expect(page.getByText('5 selected')).toBeVisible();
  await page.getByRole('button', { name: 'Favourite', exact: true }).click();
  await page.getByRole('button', { name: 'Mark as finished' }).click();
  await page.getByRole('button', { name: 'Collections…' }).click();
  await page.getByLabel('New collection').fill('Five');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('checkbox', { name: 'Five' })).toBeChecked();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+a');
  await expect(page.getByText('9 selected')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(box(page, 'Document 8')).toHaveCount(0);
  await page.getByRole('button', { name: 'Finished' }).click();
  await page.getByRole('button', { name: 'Favourites' }).click();
  await page.getByRole('combobox', { name: 'Collection shown' }).selectOption('Five');
  await expect(titles(page)).toHaveCount(5);

  // Of the filtered only.
  await chooseFor(page, 'Document 6', 'Select');
  await page.getByRole('button', { name: 'Select all' }).click();
  await page.getByRole('button', { name: 'Remove', exact: true }).click();
  await expect(page.getByRole('status').getByText('5 documents were removed.')).toBeVisible();
  await expect(page.getByText('0 of 4 documents')).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(titles(page)).toHaveCount(5);
  await expect(page.getByText('5 documents were removed.')).toHaveCount(0);

  // What leaves the filter is selected no more.
  await chooseFor(page, 'Document 6', 'Select');
  await page.getByRole('button', { name: 'Select all' }).click();
  await page.getByRole('button', { name: 'Mark as unread' }).press('Enter');
  await expect(page.getByText('No documents match these filters.')).toBeVisible();
  await expect(page.getByText('0 selected')).toHaveCount(0);
  await expect(page.getByRole('heading', { name: 'Library', exact: true })).toBeFocused();
});

test('what was removed comes back with its transfer, or goes with the tab', async ({ context, page, origin }) => {
  await page.goto('/');
  await download(page, [origin.publish('one.pdf').url, origin.publish('two.pdf', { seed: 2 }).url].join('\n'));
  await expect(document(page, 'one.pdf')).toBeVisible();
  await expect(document(page, 'two.pdf')).toBeVisible();
  await removeDocument(page, 'one.pdf');
  await expect(document(page, 'two.pdf')).toBeFocused();
  await removeDocument(page, 'two.pdf');
  await page.getByRole('link', { name: 'Transfers' }).click();
  await expect(page.getByText('Nothing is on its way')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(transfer(page, 'two.pdf')).toContainText('Done');
  await expect(page.getByText('“one.pdf” was removed.')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).focus(); // The offer waits.
  await ageRemovals(page);

  const other = await context.newPage();
  await other.goto('/');
  await expect(document(other, 'two.pdf')).toBeVisible();
  await page.bringToFront();
  await page.keyboard.press('Enter');
  await expect(transfer(page, 'one.pdf')).toContainText('Done');

  await other.bringToFront();
  await document(other, 'one.pdf').click();
  await expect(sheet(other, 1).getByText('Test paper')).toBeVisible();
  await backToLibrary(other);
  await removeDocument(other, 'one.pdf');
  await ageRemovals(other);
  await page.close();
  await other.close();
  const last = await context.newPage();
  await last.goto('/');
  await expect(document(last, 'two.pdf')).toBeVisible();
  await expect(document(last, 'one.pdf')).toHaveCount(0);
  await expect.poll(() => storedRows(last, 'removed')).toEqual([]);
  await expect.poll(async () => (await storedRows(last, 'segments')).length).toBe(1);
});

test('reading to the last page finishes a document, for good', async ({ page, origin }) => {
  await page.goto('/');
  await bringIn(page, origin.publish('long.pdf', { pages: 9 }).url, 'long.pdf');
  await expect(sheet(page, 1).getByText('Test paper')).toBeVisible();
  await pageBox(page).fill('4');
  await pageBox(page).press('Enter');
  await expect(sheet(page, 4).getByText('page 4 of').first()).toBeInViewport();
  await backToLibrary(page);
  await expect(entry(page, 'long.pdf')).toContainText('Page 4 of 9');
  await document(page, 'long.pdf').click();
  await expect(sheet(page, 4).getByText('page 4 of').first()).toBeInViewport();
  await pageBox(page).fill('9');
  await pageBox(page).press('Enter');
  await expect(sheet(page, 9).getByText('page 9 of').first()).toBeInViewport();
  await expect.poll(async () => (await storedRows(page, 'documents'))[0]?.finishedAt).toBeDefined();
  await pageBox(page).fill('2');
  await pageBox(page).press('Enter');
  await expect(sheet(page, 2).getByText('page 2 of').first()).toBeInViewport();
  await backToLibrary(page);
  await bringIn(page, origin.publish('sheet.pdf', { seed: 3 }).url, 'sheet.pdf');
  await expect(sheet(page, 1).getByText('Test paper')).toBeVisible();
  await backToLibrary(page);
  await expect(entry(page, 'sheet.pdf')).toContainText('Finished');
  await expect(entry(page, 'long.pdf')).toContainText('Finished');
});

test('a document whose bytes were cleared says so, and is downloaded again from its entry', async ({
  page,
  origin,
}) => {
  const file = origin.publish('lost.pdf');
  const broken = makeDocument(2, { size: '%PDF-1.7'.length, catalogued: 'due' });
  const lost = makeDocument(3, { title: 'Lost', source: file.url, isMissing: true, catalogued: 'due' });
  await fill(page, [broken, lost]);
  const isRead = async (): Promise<unknown> =>
    (await storedRows(page, 'documents')).map(({ catalogued }) => catalogued);
  await expect.poll(isRead).toEqual(['failed', 'due']); // It was tried in vain.
  await expect(entry(page, 'Lost')).toContainText('The browser has cleared this file.');
  await entry(page, 'Lost').getByRole('button', { name: 'Download again: Lost' }).click();
  await expect(entry(page, 'Lost')).not.toContainText('The browser has cleared this file.');
  await expect.poll(isRead).toEqual(['failed', 'done']);
  await document(page, 'Lost').click();
  await expect(sheet(page, 1).getByText('Test paper')).toBeVisible();
  await choose(page, 'Save to disk');
  await expect(reader(page)).toBeVisible();
});

test('by keyboard alone, a document is found, starred, renamed and removed, and put back', async ({ page }) => {
  await fill(page);
  await titles(page).first().focus();
  await page.keyboard.press('ArrowRight');
  await expect(titles(page).nth(1)).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'More about Document 7' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menuitemcheckbox', { name: 'Favourite' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(entry(page, 'Document 7').getByRole('img', { name: 'Favourite' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'More about Document 7' })).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('menu')).toBeHidden();
  await expect(page.getByRole('button', { name: 'More about Document 7' })).toBeFocused();
  await page.keyboard.press('Enter');
  await page.getByRole('menuitem', { name: 'Rename…' }).press('Enter');
  await page.keyboard.type('Lighthouses');
  await page.keyboard.press('Enter');
  await expect(document(page, 'Lighthouses')).toBeVisible();
  await expect(page.getByRole('button', { name: 'More about Lighthouses' })).toBeFocused();
  for (const key of ['Enter', 'End', 'Enter']) await page.keyboard.press(key);
  await expect(document(page, 'Lighthouses')).toHaveCount(0);
  await expect(document(page, 'Document 6')).toBeFocused();
  await page.keyboard.press('Control+z');
  await expect(document(page, 'Lighthouses')).toBeVisible();
  await expect(document(page, 'Document 6')).toBeFocused();
  await removeDocument(page, 'Lighthouses');
  await page.getByRole('button', { name: 'Undo' }).press('Enter');
  await expect(document(page, 'Lighthouses')).toBeVisible();
  await expect(document(page, 'Document 6')).toBeFocused();

  await page.evaluate(removePast, 'document-00006'); // Then there is nothing to remove, and nothing to put back.
  await chooseFor(page, 'Document 6', 'Remove');
  await expect(document(page, 'Document 6')).toHaveCount(0);
  await expect.poll(() => page.evaluate(offersUndo)).toBe(false);
});

/** As another window does whose word has not come yet. */
async function removePast(id: string): Promise<void> {
  const opening = indexedDB.open('longhaul');
  await new Promise((resolve) => opening.addEventListener('success', resolve));
  const tx = opening.result.transaction('documents', 'readwrite');
  tx.objectStore('documents').delete(id);
  await new Promise((resolve) => tx.addEventListener('complete', resolve));
  opening.result.close();
}

async function offersUndo(): Promise<boolean> {
  const { held = [] } = await navigator.locks.query();
  return held.some(({ name }) => name === 'longhaul-undo');
}

test('axe finds nothing in the library, whatever is open in it', async ({ page }) => {
  const documents = makeDocuments(8).with(7, makeDocument(7, { isMissing: true, isPinned: true }));
  await fill(page, documents);
  const expectNothing = async (what: string): Promise<void> => {
    expect.soft(await axeFindingsInBothLooks(page), `What axe finds in ${what}`).toEqual([]);
  };
  await expectNothing('the grid');
  await page.getByRole('button', { name: 'List', exact: true }).click();
  await expectNothing('the list');
  const title = (await titles(page).first().textContent()) ?? '';
  await page.getByRole('button', { name: `More about ${title}`, exact: true }).click();
  await expectNothing('the menu');
  await page.keyboard.press('Escape');
  for (const line of ['Rename…', 'Details…', 'Collections…']) {
    await chooseFor(page, title, line);
    await expect(page.getByRole('dialog')).toBeVisible();
    await expectNothing(`the dialog of ${line}`);
    await page.keyboard.press('Escape');
  }
  await chooseFor(page, title, 'Select');
  await expectNothing('the selection');
  await page.getByRole('button', { name: 'Remove', exact: true }).click();
  await expectNothing('the offer to undo');
});
