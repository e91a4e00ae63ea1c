import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright/test';
import { makePdf } from '../origin/make-pdf.ts';
import { unzip, zip } from '../support/archives.ts';
import { axeFindingsInBothLooks } from '../support/axe.ts';
import { Disk } from '../support/disk.ts';
import { expect, test } from '../support/fixtures.ts';
import { furnish, librarySnapshot, wipe } from '../support/library-snapshot.ts';
import { tamper } from '../support/storage.ts';
import { storedRows } from '../support/stored-rows.ts';
import { document } from '../support/story.ts';

/** What is said of the last export or import. */
function outcome(page: Page) {
  return page.getByRole('region', { name: 'Take your library along' }).getByRole('status');
}

/** Brings files in from disk, and goes to Settings. */
async function fill(page: Page, paths: readonly string[]): Promise<void> {
  await page.goto('/');
  const choosing = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose files' }).click();
  await (await choosing).setFiles([...paths]);
  await expect.poll(() => storedRows(page, 'documents')).toHaveLength(paths.length);
  await page.goto('/settings');
}

/** Saves the library; the file as it comes out of the browser's download. */
async function save(page: Page): Promise<Buffer> {
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save my library as a file' }).click();
  return readFile(await (await downloading).path());
}

/**
 * Takes a file in.
 *
 * @param file its bytes, or its path: large ones are slow to hand to the browser.
 */
async function takeIn(page: Page, file: Uint8Array | string): Promise<void> {
  const choosing = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Take a library file in' }).click();
  const given =
    typeof file === 'string' ? file : { name: 'library.zip', mimeType: 'application/zip', buffer: Buffer.from(file) };
  await (await choosing).setFiles(given);
}

test('a library saved as one file comes back as it was, and nothing is doubled', async ({ page }) => {
  await using disk = await Disk.make();
  const paper = await disk.writePdf('paper.pdf', 1, 9_000_000);
  await fill(page, [paper, await disk.writePdf('more/Paper.pdf', 2), await disk.write('notes.txt', 'Notes')]);
  await furnish(page, 'paper.pdf');
  const before = await librarySnapshot(page);
  const archive = await save(page);
  await expect(outcome(page)).toContainText('3 documents are in the file');
  const files = await unzip(archive);
  expect([...files.keys()]).toEqual([
    'library.json',
    'marks/0001.json',
    expect.stringMatching(/^marks\/0001\/\d$/u),
    'documents/paper.pdf',
    'documents/Paper (2).pdf',
    'documents/notes.txt',
  ]);
  expect(files.get('documents/paper.pdf')?.equals(await readFile(paper))).toBe(true);
  expect(JSON.parse(String(files.get('library.json')))).toMatchObject({ format: 'longhaul-library', version: 1 });

  const path = await disk.write('library.zip', archive);
  await wipe(page);
  await takeIn(page, path);
  await expect(outcome(page)).toHaveText('3 documents added.');
  expect(await librarySnapshot(page)).toEqual(before);
  await takeIn(page, path);
  await expect(outcome(page)).toHaveText('0 documents added. 3 documents here already.');
  expect(await librarySnapshot(page)).toEqual(before);

  await tamper(page, { clear: ['Paper.pdf'], change: { 'Paper.pdf': { isMissing: true } } });
  await takeIn(page, path);
  await expect(outcome(page)).toHaveText(
    '0 documents added. 3 documents here already. 1 document got back what the browser had cleared.',
  );
  expect(await librarySnapshot(page)).toEqual(before);

  await page.evaluate(async () => {
    const opening = indexedDB.open('longhaul');
    await new Promise((resolve) => opening.addEventListener('success', resolve));
    const tx = opening.result.transaction(['marks', 'collections'], 'readwrite');
    tx.objectStore('marks').clear();
    tx.objectStore('collections').clear();
    await new Promise((resolve) => tx.addEventListener('complete', resolve));
    opening.result.close();
  });
  await takeIn(page, path);
  await expect(outcome(page)).toHaveText('0 documents added. 3 documents here already, with 4 marks new to them.');
  expect(await librarySnapshot(page)).toEqual(before);
  expect(await axeFindingsInBothLooks(page)).toEqual([]);
});

test('of a damaged archive all that is whole comes, and the rest is said by name', async ({ page }) => {
  await using disk = await Disk.make();
  await fill(page, [await disk.writePdf('first.pdf', 1, 30_000), await disk.writePdf('second.pdf', 2, 30_000)]);
  await furnish(page, 'first.pdf');
  const archive = await save(page);
  await expect(outcome(page)).toContainText('2 documents are in the file');
  const names = page.getByRole('list', { name: 'What could not be read' });
  /** The list names it first. */
  const second = archive.indexOf('documents/second.pdf', archive.indexOf('documents/second.pdf') + 1);

  await wipe(page);
  await takeIn(page, archive.subarray(0, second + 20_000));
  await expect(outcome(page)).toContainText('1 document added. The file is damaged or was cut short');
  await expect(names.getByRole('listitem')).toHaveText(['second.pdf']);
  expect(await storedRows(page, 'marks')).toHaveLength(4);
  expect(await storedRows(page, 'documents')).toMatchObject([{ title: 'A title of one’s own' }]);

  await wipe(page);
  const flipped = Buffer.from(archive);
  flipped.fill(0, second + 15_000, second + 15_010);
  await takeIn(page, flipped);
  await expect(names.getByRole('listitem')).toHaveCount(1);
  await expect(outcome(page)).toContainText('1 document added. This could not be read:');
  expect(await storedRows(page, 'segments')).toHaveLength(1);

  await wipe(page);
  const noList = Buffer.from(archive);
  noList.write('{{{{{{{{', archive.indexOf('"format"'));
  await takeIn(page, noList);
  await expect(outcome(page)).toContainText('2 documents added. The list in the file is damaged');
  expect((await storedRows(page, 'documents')).map(({ title }) => title).toSorted()).toEqual([
    'first.pdf',
    'second.pdf',
  ]);
  expect(await storedRows(page, 'marks')).toHaveLength(0);
});

test('what anybody may have put into an archive does no harm', async ({ page }) => {
  const [one, two] = [makePdf({ bytes: 20_000, seed: 1 }), makePdf({ bytes: 20_000, seed: 2 })];
  await page.goto('/settings');
  await takeIn(page, Buffer.from('%PDF-1.7 not an archive'));
  await expect(outcome(page)).toContainText('This is not a library file');
  const list = { format: 'longhaul-library', version: 2, documents: [] };
  await takeIn(
    page,
    await zip([
      ['library.json', JSON.stringify(list)],
      ['documents/one.pdf', one],
    ]),
  );
  await expect(outcome(page)).toContainText('A newer version of Longhaul wrote this file');
  expect(await storedRows(page, 'documents')).toHaveLength(0);

  const plain = await zip(
    [
      ['../../etc/one.pdf', one],
      ['C:\\windows\\two.pdf', two],
      ['__MACOSX/._one.pdf', 'resource fork'],
      ['readme.txt', 'left out'],
      ['disguised.pdf', '<!doctype html>'],
      ['again.pdf', one],
    ],
    6,
  );
  await takeIn(page, plain);
  await expect(outcome(page)).toContainText('2 documents added. 1 document here already. 1 other file left out');
  await expect(page.getByRole('list', { name: 'What could not be read' })).toHaveText('disguised.pdf');
  expect((await storedRows(page, 'documents')).map(({ fileName }) => fileName).toSorted()).toEqual([
    'one.pdf',
    'two.pdf',
  ]);

  await wipe(page);
  const hostile = {
    id: '../../settings',
    file: 'documents/one.pdf',
    size: one.length,
    fileName: '../..\u202e/fdp.exe',
    title: ['not a text'],
    source: 'javascript:alert(1)',
    addedAt: 'yesterday',
    collections: [{}, 'nowhere'],
    position: { page: -1 },
    marks: 'marks/0001.json',
    isPinned: 'yes',
  };
  const marks = [{ id: 'a', kind: 'annotation' }, 'b', { id: 'c', kind: 'bookmark', page: 1 }, null];
  await takeIn(
    page,
    await zip([
      ['library.json', JSON.stringify({ ...list, version: 1, collections: 'none', documents: [hostile, 7] })],
      ['marks/0001.json', JSON.stringify(marks)],
      ['documents/one.pdf', one],
    ]),
  );
  await expect(outcome(page)).toHaveText('1 document added.');
  const [row] = await storedRows(page, 'documents');
  expect(row).toMatchObject({
    kind: 'pdf',
    title: 'fdp.exe',
    fileName: 'fdp.exe',
    id: expect.stringMatching(/^[\da-f-]{36}$/u),
  });
  for (const name of ['source', 'position', 'isPinned', 'collections']) expect(row).not.toHaveProperty(name);
  expect(await storedRows(page, 'marks')).toMatchObject([{ id: 'c', documentId: row?.id, kind: 'bookmark' }]);
});

test('a browser that gives no place for the file says so', async ({ page }) => {
  await page.addInitScript(() => {
    navigator.storage.getDirectory = () => Promise.reject(new DOMException('Not in a private window', 'SecurityError'));
  });
  await page.goto('/settings');
  await page.getByRole('button', { name: 'Save my library as a file' }).click();
  await expect(outcome(page)).toContainText('The file could not be written or read.');
});

test('Cancel keeps what came whole, and taking the same file in again goes on from there', async ({ page }) => {
  await using disk = await Disk.make();
  const small = makePdf({ bytes: 20_000, seed: 1 });
  const large = makePdf({ bytes: 100_000_000, seed: 2 });
  const path = await disk.write(
    'both.zip',
    await zip([
      ['small.pdf', small],
      ['large.pdf', large],
    ]),
  );
  await page.goto('/settings');
  await takeIn(page, path);
  await expect(page.getByText(/[1-9][\d.]* MB of 100 MB · large\.pdf/u)).toBeVisible();
  await page.getByRole('button', { name: 'Cancel', exact: true }).click();
  await expect(outcome(page)).toHaveText('Canceled. What was added until then stays. 1 document added.');
  expect(await storedRows(page, 'segments')).toHaveLength(1);
  await takeIn(page, path);
  await expect(outcome(page)).toHaveText('1 document added. 1 document here already.');

  await page.getByRole('button', { name: 'Save my library as a file' }).click();
  await expect(page.getByRole('progressbar', { name: 'Saving the library' })).toBeVisible();
  await page.getByRole('link', { name: 'Library', exact: true }).click();
  await expect(document(page, 'large.pdf')).toBeVisible();
  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByRole('button', { name: 'Cancel', exact: true }).click();
  await expect(outcome(page)).toHaveText('Canceled. No file was written.');
});
