import type { Locator, Page } from 'playwright/test';
import { axeFindingsInBothLooks } from '../support/axe.ts';
import { expect, test } from '../support/fixtures.ts';
import { marksPanel } from '../support/marking.ts';
import { backToLibrary, read, reader } from '../support/reading.ts';
import { clearDatabase, tamper } from '../support/storage.ts';
import { storedRows } from '../support/stored-rows.ts';
import { document, download, storedSha256 } from '../support/story.ts';

function cleared(page: Page): Locator {
  return page.getByRole('region', { name: /^The browser has cleared the files? of/u });
}

/** Marks the open document with a bookmark on its second page. */
async function bookmarkPage2(page: Page): Promise<void> {
  await reader(page).getByRole('button', { name: 'Next page' }).click();
  await reader(page).getByRole('group', { name: 'Pages' }).focus();
  await page.keyboard.press('b');
  await expect((await marksPanel(page)).getByRole('button', { name: 'Bookmark, page 2', exact: true })).toBeVisible();
}

/** As a person does who puts the document into a collection while its new bytes are being looked at. */
function collectDuringTheNextDigest(documentId: string): void {
  const { postMessage } = Worker.prototype;
  Worker.prototype.postMessage = function (this: Worker, question: unknown): void {
    if (!(question instanceof Blob)) return postMessage.call(this, question);
    Worker.prototype.postMessage = postMessage;
    const opening = indexedDB.open('longhaul');
    opening.addEventListener('success', () => {
      const tx = opening.result.transaction('documents', 'readwrite');
      const reading: IDBRequest<object> = tx.objectStore('documents').get(documentId);
      reading.addEventListener('success', () => {
        tx.objectStore('documents').put({ ...reading.result, collections: ['work'] });
      });
      tx.addEventListener('complete', () => {
        opening.result.close();
        postMessage.call(this, question);
      });
    });
  };
}

async function idOf(page: Page, title: string): Promise<string> {
  const found = (await storedRows(page, 'documents')).find((row) => row.title === title);
  if (!found) throw new Error(`No document is called ${title}`);
  return found.id;
}

test.describe('by fetch, which no navigation pauses', () => {
  test.use({ engine: 'fetch' });

  test('cleared bytes are noticed at the start, and come again under the same title, with marks and id', async ({
    page,
    origin,
  }) => {
    const paper = origin.publish('paper.pdf', { pages: 3 });
    const large = origin.publish('large.pdf', { bytes: 18_000_000 });
    await read(page, paper);
    await bookmarkPage2(page);
    await backToLibrary(page);
    await download(page, large.url);
    await expect(document(page, 'large.pdf')).toBeVisible();
    await expect.poll(async () => (await storedRows(page, 'documents')).every(({ sha256 }) => sha256)).toBe(true);
    const change = { 'paper.pdf': { title: 'My paper', titleFrom: 'person', collections: ['travel'] } } as const;
    await tamper(page, { clear: ['paper.pdf', 'large.pdf'], change });
    const id = await idOf(page, 'My paper');

    await page.reload();
    await expect(cleared(page)).toContainText('The browser has cleared the files of 2 documents');
    expect(await axeFindingsInBothLooks(page)).toEqual([]);
    large.behave({ status: 404 });
    await page.evaluate(collectDuringTheNextDigest, id);
    await cleared(page).getByRole('button', { name: 'Download all again' }).click();
    await expect(cleared(page)).toContainText('The browser has cleared the file of 1 document');
    await expect(cleared(page).getByRole('listitem', { name: 'large.pdf' })).toBeVisible();
    expect(await storedSha256(page, 'My paper')).toBe(paper.sha256);
    expect(await idOf(page, 'My paper')).toBe(id);

    large.behave({ status: 200 });
    await cleared(page).getByRole('button', { name: 'Download again: large.pdf' }).click();
    await expect(cleared(page)).toHaveCount(0);
    expect(await storedSha256(page, 'large.pdf')).toBe(large.sha256); // In segments, and by the same transfer.
    expect((await storedRows(page, 'documents')).length).toBe(2);
    expect((await storedRows(page, 'tasks')).length).toBe(2);
    await document(page, 'My paper').click();
    await expect((await marksPanel(page)).getByRole('button', { name: 'Bookmark, page 2', exact: true })).toBeVisible();
    expect((await storedRows(page, 'documents')).find((row) => row.id === id)).toMatchObject({
      ...change['paper.pdf'],
      collections: ['work'],
    });
  });
});

test('a file that has changed on its server keeps the marks until the person has said what becomes of them', async ({
  page,
  origin,
}) => {
  const paper = origin.publish('paper.pdf', { pages: 3 });
  await read(page, paper);
  await bookmarkPage2(page);
  await backToLibrary(page);
  await expect.poll(async () => (await storedRows(page, 'documents')).every(({ sha256 }) => sha256)).toBe(true);
  await tamper(page, { clear: ['*'] });
  paper.replace({ pages: 3 }); // Of the same size.
  await page.reload();
  await cleared(page).getByRole('button', { name: 'Download again: paper.pdf' }).click();
  const question = page.getByRole('region', { name: '“paper.pdf” is another file now than the one that you had' });
  await expect(question).toContainText('Your mark was made in the one before');
  expect(await axeFindingsInBothLooks(page)).toEqual([]);
  expect(await storedSha256(page, 'paper.pdf')).toBe(paper.sha256);
  expect((await storedRows(page, 'marks')).length).toBe(1);
  await question.getByRole('button', { name: 'Remove the marks: paper.pdf' }).click();
  await expect(question).toHaveCount(0);
  expect((await storedRows(page, 'marks')).length).toBe(0);
  await expect(page.getByRole('heading', { name: 'Library', exact: true })).toBeFocused();
});

test('a document from disk comes back by its file, and by no other', async ({ page, origin }) => {
  const notes = origin.publish('notes.txt', { body: 'As they were' });
  await page.goto('/');
  await download(page, notes.url);
  await expect(document(page, 'notes.txt')).toBeVisible();
  await expect.poll(async () => (await storedRows(page, 'documents')).every(({ sha256 }) => sha256)).toBe(true);
  await tamper(page, { clear: ['*'], change: { 'notes.txt': { source: undefined } } });
  await page.reload();
  const row = cleared(page).getByRole('listitem', { name: 'notes.txt' });
  const choose = async (name: string, text: string): Promise<void> => {
    const choosing = page.waitForEvent('filechooser');
    await row.getByRole('button', { name: 'Choose the file again: notes.txt' }).click();
    await (await choosing).setFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });
  };
  await choose('others.txt', 'Are not them');
  await expect(cleared(page).getByRole('alert')).toContainText('“others.txt” is another file than “notes.txt” was.');
  await choose('notes.txt', 'As they were');
  await expect(cleared(page)).toHaveCount(0);
  expect(await storedSha256(page, 'notes.txt')).toBe(notes.sha256);

  await tamper(page, { clear: ['*'] });
  await page.reload();
  await expect(row).toBeVisible();
  const choosing = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose files' }).click(); // As any other file.
  await (await choosing).setFiles({ name: 'found.txt', mimeType: 'text/plain', buffer: Buffer.from('As they were') });
  await expect(page.getByText('1 document got back what the browser had cleared.')).toBeVisible();
  await expect(cleared(page)).toHaveCount(0);
  expect(await storedSha256(page, 'notes.txt')).toBe(notes.sha256);
});

test.describe('as time passes', () => {
  test.use({ ownBrowser: true });

  test('bytes that belong to nobody go after a minute, but not while a file is being brought in', async ({
    page,
    origin,
  }) => {
    await page.clock.install();
    await page.goto('/');
    await download(page, origin.publish('paper.pdf').url);
    await expect(document(page, 'paper.pdf')).toBeVisible();
    await tamper(page, { orphans: ['nobodys', 'brought-in', 'later'] });
    await page.reload();
    await page.evaluate(async () => {
      const opening = indexedDB.open('longhaul');
      await new Promise((resolve) => opening.addEventListener('success', resolve));
      const tx = opening.result.transaction('incoming', 'readwrite');
      tx.objectStore('incoming').put({ id: 'brought-in', startedAt: Date.now() });
      await new Promise((resolve) => tx.addEventListener('complete', resolve));
      opening.result.close();
    });
    const files = async (): Promise<Set<string>> =>
      new Set((await storedRows(page, 'segments')).map(({ fileId }) => fileId));
    const paper = await idOf(page, 'paper.pdf');
    expect(await files()).toEqual(new Set(['nobodys', 'brought-in', 'later', paper]));
    await expect
      .poll(async () => {
        await page.clock.fastForward(20_000);
        return files();
      })
      .toEqual(new Set(['brought-in', paper]));
  });
});

test('a library that the browser has cleared as a whole is missed', async ({ page, origin }) => {
  await page.goto('/');
  await download(page, origin.publish('paper.pdf').url);
  await expect(document(page, 'paper.pdf')).toBeVisible();
  await page.reload();
  await expect(document(page, 'paper.pdf')).toBeVisible();
  const note = page.getByRole('region', { name: 'The browser has cleared your library' });
  await expect.poll(() => page.evaluate(() => localStorage.getItem('longhaul-library'))).toContain('"count":1');
  await expect(note).toHaveCount(0);
  await clearDatabase(page);
  await page.reload();
  await expect(note).toContainText('there was 1 document here');
  expect(await axeFindingsInBothLooks(page)).toEqual([]);
  await note.getByRole('button', { name: 'All right' }).click();
  await expect(note).toHaveCount(0);
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Sample shelf' })).toBeVisible();
  await expect(note).toHaveCount(0);
});
