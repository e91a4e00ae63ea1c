import { createHash } from 'node:crypto';
import { readFile, stat, truncate } from 'node:fs/promises';
import type { Locator, Page } from 'playwright/test';
import { axeFindingsInBothLooks } from '../support/axe.ts';
import { Disk } from '../support/disk.ts';
import { Drag } from '../support/drop.ts';
import { expect, test } from '../support/fixtures.ts';
import { reader } from '../support/reading.ts';
import { storedRows } from '../support/stored-rows.ts';
import { document, storedSha256 } from '../support/story.ts';

/** The entry of a file that comes in. */
function incoming(page: Page, name: string): Locator {
  return page.getByRole('list', { name: 'Files being added' }).getByRole('listitem', { name });
}

/** Chooses files by the button, as in the browser's own dialog. */
async function choose(page: Page, paths: readonly string[] | string, button = 'Choose files'): Promise<void> {
  const choosing = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: button, exact: true }).click();
  await (await choosing).setFiles(typeof paths === 'string' ? paths : [...paths]);
}

async function sha256(path: string): Promise<string> {
  return createHash('sha256')
    .update(await readFile(path))
    .digest('hex');
}

test('files of the picker come in byte-identical, with their SHA-256, and read', async ({ page }) => {
  await using disk = await Disk.make();
  const large = await disk.writePdf('large.pdf', 1, 20_000_000);
  const notes = await disk.write('notes.txt', 'Not a PDF, and kept all the same');
  await page.goto('/');
  await choose(page, [large, notes]);
  await expect(document(page, 'large.pdf')).toBeVisible();
  await expect(page.getByRole('status').getByText('2 files added to the Library.')).toBeVisible();
  expect(await storedSha256(page, 'large.pdf')).toBe(await sha256(large));
  expect(await storedSha256(page, 'notes.txt')).toBe(await sha256(notes));
  const rows = await storedRows(page, 'documents');
  expect(rows.find(({ title }) => title === 'large.pdf')).toMatchObject({
    kind: 'pdf',
    sha256: await sha256(large),
    notice: 'settled',
  });
  expect(rows.find(({ title }) => title === 'notes.txt')).toMatchObject({ kind: 'file', type: 'text/plain' });
  expect(
    (await storedRows(page, 'segments')).map(({ lastByte, firstByte }) => lastByte - firstByte < 8_388_608),
  ).toEqual([true, true, true, true]);
  await truncate(large, 0); // The library has its own copy.
  await document(page, 'large.pdf').click();
  await expect(reader(page).getByText('Test paper').first()).toBeVisible();
});

test('what is no document is refused in words, the others come; the same file is asked about', async ({ page }) => {
  await using disk = await Disk.make();
  const paper = await disk.writePdf('paper.pdf', 1);
  await page.goto('/');
  await choose(page, [
    await disk.write('empty.pdf', ''),
    await disk.write('page.html', '<!doctype html><title>A page</title>'),
    await disk.write('disguised.pdf', '<html><body>Sign in</body></html>'),
    await disk.write('broken.pdf', 'no header'),
    paper,
  ]);
  await expect(document(page, 'paper.pdf')).toBeVisible();
  await expect(incoming(page, 'empty.pdf').getByRole('alert')).toContainText('is empty');
  await expect(incoming(page, 'page.html').getByRole('alert')).toContainText('is a web page');
  await expect(incoming(page, 'disguised.pdf').getByRole('alert')).toContainText('is a web page');
  await expect(incoming(page, 'broken.pdf').getByRole('alert')).toContainText('says it is a PDF, but it is not one');
  expect(await axeFindingsInBothLooks(page)).toEqual([]);
  expect(await storedRows(page, 'segments')).toHaveLength(1);
  for (const name of ['empty.pdf', 'page.html', 'disguised.pdf', 'broken.pdf']) {
    await page.getByRole('button', { name: `Dismiss ${name}` }).press('Enter');
    await expect(incoming(page, name)).toHaveCount(0);
    expect(await page.evaluate(() => globalThis.document.activeElement === globalThis.document.body)).toBe(false);
  }
  await choose(page, await disk.writePdf('copy.pdf', 1));
  await expect(page.getByText('You have this file already: paper.pdf.')).toBeVisible();
});

test('a file that is canceled, or changes while it is read, leaves nothing; the next comes', async ({ page }) => {
  await using disk = await Disk.make();
  const paths = [
    await disk.writePdf('canceled.pdf', 1, 300_000_000),
    await disk.writePdf('waiting.pdf', 2),
    await disk.writePdf('changed.pdf', 3, 40_000_000),
    await disk.writePdf('last.pdf', 4),
  ];
  await page.goto('/');
  await choose(page, paths);
  await truncate(paths[2] ?? '', 20_000_000);
  await expect(incoming(page, 'canceled.pdf').getByText(/^[1-9][\d.]* MB of 300 MB$/u)).toBeVisible();
  await page.getByRole('button', { name: 'Cancel waiting.pdf' }).click();
  await page.getByRole('button', { name: 'Cancel canceled.pdf' }).click();
  await expect(document(page, 'last.pdf')).toBeVisible();
  await expect(incoming(page, 'changed.pdf').getByRole('alert')).toContainText('changed or went away');
  await expect(page.getByRole('list', { name: 'Files being added' }).getByRole('listitem')).toHaveCount(1);
  expect(await storedRows(page, 'documents')).toHaveLength(1);
  expect(await storedRows(page, 'segments')).toHaveLength(1);
});

test('a file for which there is no room says so, and nothing of it is kept', async ({ app, context, page }) => {
  await using disk = await Disk.make();
  const cdp = await context.newCDPSession(page);
  await cdp.send('Storage.overrideQuotaForOrigin', { origin: app.url, quotaSize: 60_000_000 });
  await page.goto('/');
  await choose(page, [await disk.writePdf('large.pdf', 1, 150_000_000), await disk.writePdf('small.pdf', 2)]);
  await expect(incoming(page, 'large.pdf').getByRole('alert')).toContainText('There is no room left for its 150 MB.');
  await expect(document(page, 'small.pdf')).toBeVisible();
  expect(await storedRows(page, 'segments')).toHaveLength(1);
});

test('a tab that is closed half-way leaves no bytes; what another window brings in stays', async ({
  context,
  page,
}) => {
  await using disk = await Disk.make();
  const other = await context.newPage();
  await page.goto('/');
  await other.goto('/');
  await choose(page, await disk.writePdf('abandoned.pdf', 1, 200_000_000));
  await expect(incoming(page, 'abandoned.pdf').getByText(/^[1-9][\d.]* MB of 200 MB$/u)).toBeVisible();
  await page.close();
  expect((await storedRows(other, 'segments')).length).toBeGreaterThan(0);
  await choose(other, await disk.writePdf('kept.pdf', 2, 200_000_000));
  await expect(incoming(other, 'kept.pdf').getByText(/^[1-9][\d.]* MB of 200 MB$/u)).toBeVisible();
  const third = await context.newPage();
  await third.goto('/');
  await expect(document(third, 'kept.pdf')).toBeVisible();
  await expect
    .poll(async () => new Set((await storedRows(third, 'segments')).map(({ fileId }) => fileId)).size)
    .toBe(1);
  expect(await storedRows(third, 'documents')).toMatchObject([
    { title: 'kept.pdf', size: (await stat(`${disk.folder}/kept.pdf`)).size },
  ]);
});

test('files, folders and addresses are dropped anywhere, and pasted', async ({ page, origin }) => {
  await using disk = await Disk.make();
  await disk.writePdf('shelf/a.pdf', 1);
  await disk.writePdf('shelf/deep/b.PDF', 2);
  await disk.write('shelf/cover.jpg', 'not a PDF');
  await disk.write('shelf/.DS_Store', 'hidden');
  await page.goto('/settings');
  await expect(page.getByRole('heading', { name: 'Settings', level: 1 })).toBeVisible();
  const drag = await Drag.over(page, { files: [`${disk.folder}/shelf`, await disk.writePdf('single.pdf', 3)] });
  await expect(page.getByText('Drop files or addresses to add them')).toBeVisible();
  expect(await axeFindingsInBothLooks(page)).toEqual([]);
  await drag.leave(page);
  await expect(page.getByText('Drop files or addresses to add them')).toHaveCount(0);
  await (await Drag.over(page, { files: [`${disk.folder}/shelf`, `${disk.folder}/single.pdf`] })).drop();
  await expect(
    page.getByText('2 PDFs in this folder; 1 other file was left out. 3 files added to the Library.'),
  ).toBeVisible();
  const linked = origin.publish('linked.pdf');
  await (await Drag.over(page, { link: linked.url, text: 'A link' })).drop();
  await expect(page.getByText('1 download started. You find it in Transfers.')).toBeVisible();
  await (await Drag.over(page, { text: `${origin.publish('typed.pdf').url}\nftp://not.for.us/` })).drop();
  await expect(page.getByText('“ftp://not.for.us/” can’t be downloaded')).toBeVisible();
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Library' }).click();
  for (const name of ['a.pdf', 'b.PDF', 'single.pdf', 'linked.pdf', 'typed.pdf']) {
    await expect(document(page, name)).toBeVisible();
  }
  await page.getByRole('heading', { name: 'Library', exact: true }).click();
  await page.evaluate((text) => navigator.clipboard.writeText(text), origin.publish('pasted.pdf').url);
  await page.keyboard.press('Control+V');
  await expect(document(page, 'pasted.pdf')).toBeVisible();
  await page.evaluate(async () => {
    const canvas = new OffscreenCanvas(8, 8);
    canvas.getContext('2d')?.fillRect(0, 0, 8, 8);
    const picture = await canvas.convertToBlob();
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': picture })]);
  });
  await page.keyboard.press('Control+V');
  await expect(document(page, 'image.png')).toBeVisible();
});

test('a chosen folder brings its PDFs and says what it left out', async ({ page }) => {
  await using disk = await Disk.make();
  await disk.writePdf('shelf/a.pdf', 1);
  await disk.writePdf('shelf/deep/b.pdf', 2);
  await disk.write('shelf/list.txt', 'not a PDF');
  await page.goto('/');
  await choose(page, `${disk.folder}/shelf`, 'Choose a folder');
  await expect(
    page.getByText('2 PDFs in this folder; 1 other file was left out. 2 files added to the Library.'),
  ).toBeVisible();
  await expect(document(page, 'b.pdf')).toBeVisible();
  await disk.write('nothing/list.txt', 'not a PDF');
  await choose(page, `${disk.folder}/nothing`, 'Choose a folder');
  await expect(page.getByText('There are no PDFs in this folder. Nothing was added.')).toBeVisible();
  expect(await storedRows(page, 'documents')).toHaveLength(2);
});
