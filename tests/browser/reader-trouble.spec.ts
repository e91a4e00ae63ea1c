import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright/test';
import { expect, test } from '../support/fixtures.ts';
import { makeProtectedPdf } from '../support/pdfs.ts';
import { backToLibrary, bringIn, read, reader, sheet } from '../support/reading.ts';
import { document, storedSha256 } from '../support/story.ts';

test('a damaged PDF says so in a sentence, and can be saved and downloaded again', async ({ page, origin }) => {
  const body = `%PDF-1.7\n${'What follows the header is not a document. '.repeat(500)}`;
  const broken = origin.publish('broken.pdf', { body });
  await page.goto('/');
  await bringIn(page, broken.url, 'broken.pdf');
  const alert = reader(page).getByRole('alert');
  await expect(alert).toContainText('This file is not a PDF');
  await expect(alert).toContainText('It begins like one, but what follows is something else.');
  expect(await savedBytes(page)).toEqual(Buffer.from(body));

  broken.replace({ pages: 2 });
  await alert.getByRole('button', { name: 'Download again' }).click();
  await expect.poll(() => broken.requests.filter(({ method }) => method === 'GET').length).toBe(2);
  await expect.poll(() => storedSha256(page, 'broken.pdf')).toBe(broken.sha256);
  await document(page, 'broken.pdf').click();
  await expect(sheet(page, 1).getByText('Test paper')).toBeVisible();
});

test('a damaged PDF can be removed where it failed to open', async ({ page, origin }) => {
  await page.goto('/');
  await bringIn(page, origin.publish('broken.pdf', { body: '%PDF-1.7\nrubbish' }).url, 'broken.pdf');
  await reader(page).getByRole('alert').getByRole('button', { name: 'Remove' }).click();
  await expect(page.getByRole('heading', { name: 'Downloads that outlive their tab' })).toBeVisible();
  await expect(document(page, 'broken.pdf')).toHaveCount(0);
});

test('a protected PDF asks for its password until it is right', async ({ page, origin }) => {
  const body = await makeProtectedPdf('For your eyes only', 'open sesame');
  await page.goto('/');
  await bringIn(page, origin.publish('secret.pdf', { body }).url, 'secret.pdf');
  const dialog = page.getByRole('dialog', { name: 'This document is protected' });
  const password = dialog.getByLabel('Password');
  await expect(password).toBeFocused();
  await password.fill('open barley');
  await password.press('Enter');
  await expect(dialog.getByRole('alert')).toHaveText('That password does not open this document. Try again.');
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(reader(page).getByText('It opens with its password only.')).toBeVisible();
  await reader(page).getByRole('button', { name: 'Enter password' }).click();
  await password.fill('open sesame');
  await dialog.getByRole('button', { name: 'Open', exact: true }).click();
  await expect(sheet(page, 1).getByText('For your eyes only')).toBeVisible();
  await expect(dialog).toHaveCount(0);
});

test('a file that is no PDF stands in the library and is saved to disk byte for byte', async ({ page, origin }) => {
  const notes = origin.publish('notes.txt', { body: 'Grüße, 日本語, and a last line\r\nwithout an end' });
  await page.goto('/');
  await bringIn(page, notes.url, 'notes.txt');
  await expect(page.getByRole('heading', { name: 'notes.txt' })).toBeVisible();
  await expect(page.getByText('This file is not a PDF')).toBeVisible();
  expect(await savedBytes(page)).toEqual(Buffer.from(notes.body));
});

test('a document whose bytes the browser has cleared says so, and comes back by Download again', async ({
  page,
  origin,
}) => {
  const paper = origin.publish('paper.pdf', { pages: 2 });
  await read(page, paper);
  await backToLibrary(page);
  await clearSegments(page);
  await document(page, 'paper.pdf').click();
  await expect(page.getByRole('heading', { name: 'The file of this document is gone' })).toBeVisible();
  await page.getByRole('button', { name: 'Download again' }).click();
  await document(page, 'paper.pdf').click();
  await expect(sheet(page, 1).getByText('page 1 of 2')).toBeVisible();
  await backToLibrary(page);
  expect(await storedSha256(page, 'paper.pdf')).toBe(paper.sha256); // Also: there is one of that name, not two.
});

async function savedBytes(page: Page): Promise<Buffer> {
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save to disk' }).click();
  return readFile(await (await saving).path());
}

/** What a browser does that needs room, as far as the app can tell. */
async function clearSegments(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const answer = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.addEventListener('success', () => resolve(request.result));
        request.addEventListener('error', () => reject(request.error ?? new Error('no reason given')));
      });
    const db = await answer(indexedDB.open('longhaul'));
    await answer(db.transaction('segments', 'readwrite').objectStore('segments').clear());
    db.close();
  });
}
