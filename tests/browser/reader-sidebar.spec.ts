import { readFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright/test';
import { expect, test } from '../support/fixtures.ts';
import { makeOutlinedPdf, makePdfWithAttachments, makePdfWithLayers } from '../support/pdfs-with-structure.ts';
import { pageBox, read, reader, sheet, zoomTo } from '../support/reading.ts';
import { openPanel } from '../support/sidebar.ts';
import { openStored } from '../support/stored-document.ts';

test('the outline is a tree: keys walk through it, open and close it, and lead to the pages', async ({
  page,
  origin,
}) => {
  await openStored(page, origin.publish('outlined.pdf', { body: makeOutlinedPdf() }));
  const outline = (await openPanel(page, 'Outline')).getByRole('tree', { name: 'Outline' });
  const line = (name: string): Locator => outline.getByRole('treeitem', { name, exact: true });
  await expect(outline.getByRole('treeitem')).toHaveText([/First/u, /Inside/u, /Deep/u, /Web/u, /Script/u, /File/u]);
  await expect(line('Inside')).toHaveAttribute('aria-level', '2');
  await expect(line('First').getByText('First')).toHaveCSS('font-weight', '700');
  await expect(line('Deep').getByText('Deep')).toHaveCSS('font-style', 'italic');
  await expect(line('First').getByText('First')).not.toHaveCSS(
    'color',
    await colourOf(line('Inside').getByText('Inside')),
  );

  await line('First').focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(line('Deep')).toBeFocused();
  await expect(line('Deep')).toHaveAttribute('aria-expanded', 'false');
  await page.keyboard.press('ArrowRight');
  await expect(line('Deep')).toHaveAttribute('aria-expanded', 'true');
  await page.keyboard.press('ArrowRight');
  await expect(line('Deepest')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(pageBox(page)).toHaveValue('4');
  await expect(sheet(page, 4).getByText('Sheet 4')).toBeInViewport();
  await expect(line('Deepest')).toHaveAttribute('aria-current', 'location');
  await line('Deepest').focus();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await expect(line('Deepest')).toHaveCount(0);
  await expect(line('Deep')).toHaveAttribute('aria-current', 'location'); // What is closed is marked by what it lies in.
});

test('the section that is read is marked as one scrolls', async ({ page, origin }) => {
  await openStored(page, origin.publish('outlined.pdf', { body: makeOutlinedPdf() }));
  const outline = await openPanel(page, 'Outline');
  const marked = outline.locator('[aria-current]');
  await expect(marked).toHaveText('First');
  await pageBox(page).fill('2');
  await pageBox(page).press('Enter');
  await expect(marked).toHaveText('Inside');
  await sheet(page, 2).hover();
  await page.mouse.wheel(0, -3000);
  await expect(marked).toHaveText('First');
});

test('what leads out of the outline says where, and a script or a local file leads nowhere', async ({
  page,
  origin,
}) => {
  await openStored(page, origin.publish('outlined.pdf', { body: makeOutlinedPdf() }));
  const outline = await openPanel(page, 'Outline');
  const web = outline.getByRole('treeitem', { name: 'Web' });
  await expect(web.getByText('https://example.com/away')).toBeVisible();
  await expect(web).toHaveAttribute('target', '_blank');
  await expect(web).toHaveAttribute('rel', /\bnoopener\b/u);
  const address = page.url();
  const title = await page.title();
  for (const name of ['Script', 'File']) {
    const line = outline.getByRole('treeitem', { name });
    expect(await line.getAttribute('href')).toBeNull();
    await line.click();
    await line.press('Enter');
  }
  expect(page.url()).toBe(address);
  expect(await page.title()).toBe(title);
  expect(page.context().pages()).toHaveLength(1);
});

test('thumbnails are drawn near the view only, lead to their page, and are walked through by keys', async ({
  page,
  origin,
}) => {
  await read(page, origin.publish('paper.pdf', { pages: 400, bytes: 300_000 }));
  const pages = await openPanel(page, 'Pages');
  const thumbnail = (n: number): Locator => pages.getByRole('button', { name: `Page ${n}`, exact: true });
  await expect(thumbnail(1)).toHaveAttribute('aria-current', 'page');
  await expect.poll(() => hasInk(thumbnail(1))).toBe(true);
  await thumbnail(3).click();
  await expect(pageBox(page)).toHaveValue('3');
  await expect(thumbnail(3)).toHaveAttribute('aria-current', 'page');
  await thumbnail(3).press('ArrowDown');
  await expect(thumbnail(5)).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(thumbnail(6)).toBeFocused();
  await page.keyboard.press('End');
  await expect(thumbnail(400)).toBeFocused();
  await expect.poll(() => hasInk(thumbnail(400))).toBe(true);
  await page.keyboard.press('Enter');
  await expect(pageBox(page)).toHaveValue('400');
  await expect(sheet(page, 400).getByText('page 400 of 400')).toBeInViewport();
  expect(await pages.getByRole('button').count()).toBeLessThan(40);
  expect(await pages.locator('canvas').count()).toBeLessThan(40);
});

test('an attachment is saved byte for byte, and one without bytes says so', async ({ page, origin }) => {
  const notes = 'What was said\r\nand what was not.';
  const body = makePdfWithAttachments(notes);
  await openStored(page, origin.publish('folder.pdf', { body }));
  const attachments = await openPanel(page, 'Attachments');
  const item = (name: string): Locator => attachments.getByRole('listitem').filter({ hasText: name });
  await expect(item('notes.txt')).toContainText('What was said');
  const saving = page.waitForEvent('download');
  await attachments.getByRole('button', { name: 'Save notes.txt' }).click();
  const saved = await saving;
  expect(saved.suggestedFilename()).toBe('notes.txt');
  expect(await readFile(await saved.path(), 'latin1')).toBe(notes);
  await expect(item('notes.txt').getByRole('status')).toHaveText(`${notes.length} bytes`);
  await attachments.getByRole('button', { name: 'Save empty.bin' }).click();
  await expect(item('empty.bin').getByRole('status')).toHaveText('Its content is missing from the document.');
});

test('layers are shown and hidden on the page, and Reset brings back how they were', async ({ page, origin }) => {
  await openStored(page, origin.publish('layers.pdf', { body: makePdfWithLayers() }));
  const layers = await openPanel(page, 'Layers');
  const layer = (name: string): Locator => layers.getByRole('checkbox', { name });
  await expect(layers.getByRole('group', { name: 'Colours' }).getByRole('checkbox')).toHaveCount(2);
  await expect(layer('Blue')).not.toBeChecked();
  await expect.poll(() => coloursOf(page)).toEqual(['red', 'green']);
  await layer('Red').uncheck();
  await layer('Blue').check();
  await expect.poll(() => coloursOf(page)).toEqual(['green', 'blue']);
  await layers.getByRole('button', { name: 'Reset layers' }).click();
  await expect.poll(() => coloursOf(page)).toEqual(['red', 'green']);
  await expect(layer('Red')).toBeChecked();
  await expect(layers.getByRole('button', { name: 'Reset layers' })).toBeDisabled();
});

test('a panel with nothing to show says so', async ({ page, origin }) => {
  await read(page, origin.publish('paper.pdf'));
  await expect((await openPanel(page, 'Outline')).getByText('This document has no outline.')).toBeVisible();
  await expect((await openPanel(page, 'Attachments')).getByText('This document has no attachments.')).toBeVisible();
  await expect((await openPanel(page, 'Layers')).getByText('This document has no layers.')).toBeVisible();
});

test('pages that fit their place fit beside the sidebar too', async ({ page, origin }) => {
  await read(page, origin.publish('paper.pdf'));
  await zoomTo(page, 'Page width');
  const width = async (): Promise<number> => (await sheet(page, 1).boundingBox())?.width ?? 0;
  const before = await width();
  await openPanel(page, 'Outline');
  await expect.poll(width).toBeLessThan(before - 200);
  await page.keyboard.press('F4');
  await expect.poll(width).toBeGreaterThan(before - 10);
});

test('Escape closes the sidebar and gives the focus back to its button', async ({ page, origin }) => {
  await read(page, origin.publish('paper.pdf'));
  await openPanel(page, 'Pages');
  await page.keyboard.press('Escape');
  await expect(reader(page).getByRole('complementary', { name: 'Sidebar' })).toHaveCount(0);
  await expect(reader(page).getByRole('button', { name: 'Sidebar' })).toBeFocused();
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 360, height: 740 } });

  test('the sidebar lies over the pages and makes way after a jump', async ({ page, origin }) => {
    await read(page, origin.publish('paper.pdf', { pages: 12 }));
    const width = await sheet(page, 1).evaluate((element) => element.getBoundingClientRect().width);
    const pages = await openPanel(page, 'Pages');
    expect(await sheet(page, 1).evaluate((element) => element.getBoundingClientRect().width)).toBe(width);
    await pages.getByRole('button', { name: 'Page 4', exact: true }).click();
    await expect(reader(page).getByRole('complementary', { name: 'Sidebar' })).toHaveCount(0);
    await expect(sheet(page, 4).getByText('page 4 of 12')).toBeInViewport();
  });
});

async function colourOf(locator: Locator): Promise<string> {
  return locator.evaluate((element) => getComputedStyle(element).color);
}

/** Whether anything but white is drawn in a thumbnail. */
async function hasInk(thumbnail: Locator): Promise<boolean> {
  return thumbnail.evaluate(async (button) => {
    const canvas = button.querySelector('canvas');
    if (!canvas) return false;
    const pixels = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data;
    return pixels?.some((value) => value < 128) === true;
  });
}

/** Which of the squares of `makePdfWithLayers` are to be seen on the page. */
async function coloursOf(page: Page): Promise<string[]> {
  return sheet(page, 1).evaluate((element) => {
    const canvas = element.querySelector('canvas');
    const context = canvas?.getContext('2d', { willReadFrequently: true });
    if (!canvas || !context) return [];
    const at = (x: number): string =>
      context.getImageData((x / 595) * canvas.width, (392 / 842) * canvas.height, 1, 1).data.join();
    const names: Record<string, string> = { '255,0,0,255': 'red', '0,255,0,255': 'green', '0,0,255,255': 'blue' };
    return [150, 300, 450].flatMap((x) => names[at(x)] ?? []);
  });
}
