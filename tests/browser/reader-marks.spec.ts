import { type Locator, type Page } from 'playwright/test';
import { makeAnnotatedPdf } from '../origin/make-form-pdf.ts';
import { leaveTool, markBar, marksPanel, selectLine, storedMarks, takeTool } from '../support/marking.ts';
import { expect, test } from '../support/fixtures.ts';
import { backToLibrary, pageBox, read, reader, sheet } from '../support/reading.ts';
import { redPng } from '../support/red-png.ts';
import { storedRows } from '../support/stored-rows.ts';
import { document } from '../support/story.ts';

test('words are highlighted, and are so when the document is opened again', async ({ page, origin }) => {
  await read(page, origin.publish('paper.pdf', { pages: 3 }));
  await takeTool(page, 'Highlight');
  await markBar(page).getByRole('radio', { name: 'Pink' }).check();
  await selectLine(page, 'Test paper, page 1 of 3');
  const mark = highlight(page, 1, 'Test paper, page 1 of 3');
  await expect(mark).toBeVisible();
  await expect.poll(() => storedMarks(page, 'annotation')).toBe(1);
  const before = await placeOf(page, mark);
  await reopen(page);
  await expect(mark).toBeVisible();
  await expectAt(page, mark, before);
  const panel = await marksPanel(page);
  await expect(panel.getByRole('listitem')).toHaveText([/Highlight, page 1\s*Test paper, page 1 of 3/u]);
});

test('words highlighted by the button beside the selection stand in the panel', async ({ page, origin }) => {
  await read(page, origin.publish('paper.pdf'));
  await selectLine(page, 'Test paper, page 1 of 1');
  await reader(page).getByRole('button', { name: 'Highlight', exact: true }).click();
  const panel = await marksPanel(page);
  await expect(panel.getByRole('listitem')).toHaveText([/Highlight, page 1\s*Test paper, page 1 of 1/u]);
});

test('text stands where it was written, however often the document is opened', async ({ page, origin }) => {
  await read(page, origin.publish('paper.pdf'));
  await write(page, 'Look here');
  const text = sheet(page, 1).getByText('Look here');
  await leaveTool(page, 'Text');
  await expect.poll(() => storedMarks(page, 'annotation')).toBe(1);
  const before = await placeOf(page, text);
  for (let time = 0; time < 2; time += 1) {
    await reopen(page);
    await expect(text).toBeVisible();
    await expectAt(page, text, before);
  }
});

test('a drawing is kept where it was drawn', async ({ page, origin }) => {
  await read(page, origin.publish('paper.pdf'));
  await takeTool(page, 'Draw');
  await draw(page);
  await leaveTool(page, 'Draw');
  await expect.poll(() => storedMarks(page, 'annotation')).toBe(1);
  const drawing = sheet(page, 1).getByRole('application', { name: 'Drawing editor' });
  const before = await placeOf(page, drawing);
  await reopen(page);
  await expect(drawing).toBeVisible();
  await expectAt(page, drawing, before);
});

test('a drawing that is not finished is kept when the window is closed', async ({ page, context, origin }) => {
  await read(page, origin.publish('paper.pdf'));
  const address = page.url();
  await takeTool(page, 'Draw');
  await draw(page);
  const other = await context.newPage();
  const closed = page.waitForEvent('close');
  await page.close({ runBeforeUnload: true });
  await closed;
  await other.goto(address);
  await expect(sheet(other, 1).getByRole('application', { name: 'Drawing editor' })).toBeVisible();
});

test('an image from disk is put on the page and kept', async ({ page, origin }) => {
  await read(page, origin.publish('paper.pdf'));
  await takeTool(page, 'Image');
  const choosing = page.waitForEvent('filechooser');
  await markBar(page).getByRole('button', { name: 'Add image…' }).click();
  await (await choosing).setFiles({ name: 'red.png', mimeType: 'image/png', buffer: redPng() });
  const image = sheet(page, 1).getByRole('application', { name: 'Image editor' });
  await expect(image).toBeVisible();
  await leaveTool(page, 'Image');
  await expect.poll(() => storedMarks(page, 'annotation')).toBe(1);
  const before = await placeOf(page, image);
  await reopen(page);
  await expect(image).toBeVisible();
  await expectAt(page, image, before);
  await takeTool(page, 'Image');
  await expect(markBar(page).getByRole('button', { name: 'Undo' })).toBeDisabled(); // It was there before.
});

test('a signature is typed, put on the page and kept', async ({ page, origin }) => {
  await read(page, origin.publish('paper.pdf'));
  await takeTool(page, 'Signature');
  await markBar(page).getByRole('button', { name: 'Add signature…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Sign' });
  await dialog.getByRole('textbox', { name: 'Type your name' }).fill('Ada Lovelace');
  await dialog.getByRole('button', { name: 'Add' }).click();
  await expect.poll(() => storedMarks(page, 'annotation')).toBe(1);
  await reopen(page);
  const panel = await marksPanel(page);
  await expect(panel.getByRole('listitem')).toHaveText([/Signature, page 1\s*Ada Lovelace/u]);
  await expect(sheet(page, 1).getByRole('application', { description: /Ada Lovelace/u })).toBeVisible();
});

test('what was marked is undone and done again by button and by key', async ({ page, origin }) => {
  await read(page, origin.publish('paper.pdf'));
  await takeTool(page, 'Highlight');
  await selectLine(page, 'Test paper, page 1 of 1');
  const mark = highlight(page, 1, 'Test paper, page 1 of 1');
  await expect(mark).toBeVisible();
  await markBar(page).getByRole('button', { name: 'Undo' }).click();
  await expect(mark).toHaveCount(0);
  await expect.poll(() => storedMarks(page, 'annotation')).toBe(0);
  await markBar(page).getByRole('button', { name: 'Redo' }).click();
  await expect(mark).toBeVisible();
  await reader(page).getByRole('group', { name: 'Pages' }).focus();
  await page.keyboard.press('Control+z');
  await expect(mark).toHaveCount(0);
  await page.keyboard.press('Control+Shift+z');
  await expect(mark).toBeVisible();
  await expect.poll(() => storedMarks(page, 'annotation')).toBe(1);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(markBar(page).getByRole('button', { name: 'Highlight' })).toHaveAttribute('aria-pressed', 'false');
});

test('the panel jumps to a mark on a page that was not drawn yet, and removes it', async ({ page, origin }) => {
  await read(page, origin.publish('paper.pdf', { pages: 30 }));
  await pageBox(page).fill('20');
  await pageBox(page).press('Enter');
  await takeTool(page, 'Highlight');
  await selectLine(page, 'Test paper, page 20 of 30', 20);
  await expect.poll(() => storedMarks(page, 'annotation')).toBe(1);
  await pageBox(page).fill('1');
  await pageBox(page).press('Enter');
  await expect(sheet(page, 1).getByText('page 1 of 30')).toBeInViewport();
  await expect.poll(() => storedPosition(page)).toBe(1);
  await reopen(page);
  await expect(sheet(page, 1).getByText('page 1 of 30')).toBeInViewport();
  const panel = await marksPanel(page);
  await panel.getByRole('button', { name: /^Highlight, page 20/u }).click();
  await expect(highlight(page, 20, 'Test paper, page 20 of 30')).toBeInViewport();
  await panel.getByRole('button', { name: 'Remove Highlight, page 20: Test paper, page 20 of 30' }).click();
  await expect(highlight(page, 20, 'Test paper, page 20 of 30')).toHaveCount(0);
  await expect(panel.getByText('Nothing is marked yet')).toBeVisible();
  await reopen(page);
  await expect((await marksPanel(page)).getByText('Nothing is marked yet')).toBeVisible();
});

test('a comment on a highlight is written, kept, and listed', async ({ page, origin }) => {
  await read(page, origin.publish('paper.pdf'));
  await takeTool(page, 'Highlight');
  await selectLine(page, 'Test paper, page 1 of 1');
  await sheet(page, 1).getByRole('button', { name: 'Add comment' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add a comment' });
  await dialog.getByRole('textbox', { name: 'Comment' }).fill('Is that so?');
  await dialog.getByRole('button', { name: 'Save' }).click();
  const panel = await marksPanel(page);
  await expect(panel.getByText('Is that so?')).toBeVisible();
  await reopen(page);
  await expect((await marksPanel(page)).getByText('Is that so?')).toBeVisible();
  await takeTool(page, 'Highlight');
  await sheet(page, 1).getByRole('button', { name: 'Show comment' }).click();
  await expect(page.getByRole('dialog', { name: 'Comment' }).getByRole('textbox')).toHaveValue('Is that so?');
});

test('two windows on one document keep each other’s marks', async ({ page, context, origin }) => {
  await read(page, origin.publish('paper.pdf', { pages: 2 }));
  const other = await context.newPage();
  await other.goto(page.url());
  await expect(sheet(other, 1).getByText('page 1 of 2')).toBeVisible();
  await page.bringToFront();
  await takeTool(page, 'Highlight');
  await selectLine(page, 'Test paper, page 1 of 2');
  await expect.poll(() => storedMarks(page, 'annotation')).toBe(1);
  await other.bringToFront();
  await write(other, 'From the other window');
  await leaveTool(other, 'Text');
  await expect.poll(() => storedMarks(other, 'annotation')).toBe(2);
  await other.close();
  await page.bringToFront();
  await reopen(page);
  await expect(highlight(page, 1, 'Test paper, page 1 of 2')).toBeVisible();
  await expect(sheet(page, 1).getByText('From the other window')).toBeVisible();
});

test('a highlight of the file itself is removed, and stays so', async ({ page, origin }) => {
  await read(page, origin.publish('marked.pdf', { body: makeAnnotatedPdf() }));
  await takeTool(page, 'Highlight');
  const mark = sheet(page, 1).getByRole('application', { name: 'Highlight editor' });
  await mark.click();
  await sheet(page, 1).getByRole('button', { name: 'Remove highlight' }).click();
  await expect(mark).toHaveCount(0);
  await leaveTool(page, 'Highlight');
  await expect.poll(() => storedMarks(page, 'annotation')).toBe(1);
  await expect.poll(() => yellowPixels(page)).toBe(0);
  await reopen(page);
  await expect.poll(() => yellowPixels(page)).toBe(0);
  await takeTool(page, 'Highlight');
  await expect(markBar(page).getByText('Select text to highlight it.')).toBeVisible();
  await expect(mark).toHaveCount(0);
});

/** Leaves the document and opens it again. */
async function reopen(page: Page): Promise<void> {
  const name = (await reader(page).getByRole('heading', { level: 1 }).textContent()) ?? '';
  await backToLibrary(page);
  await document(page, name).click();
  await expect(reader(page).getByText(/^of \d+$/u)).toBeVisible();
}

/** The highlight over these words of a page. */
function highlight(page: Page, sheetNumber: number, words: string): Locator {
  return sheet(page, sheetNumber).getByLabel(words, { exact: true });
}

async function write(page: Page, text: string): Promise<void> {
  await takeTool(page, 'Text');
  const box = await sheet(page, 1).boundingBox();
  if (!box) throw new Error('The page is not on the screen');
  await page.mouse.click(box.x + box.width / 2, box.y + 250);
  await page.keyboard.type(text);
  await page.keyboard.press('Escape');
}

async function draw(page: Page): Promise<void> {
  const box = await sheet(page, 1).boundingBox();
  if (!box) throw new Error('The page is not on the screen');
  await page.mouse.move(box.x + 200, box.y + 200);
  await page.mouse.down();
  await page.mouse.move(box.x + 300, box.y + 260, { steps: 8 });
  await page.mouse.move(box.x + 400, box.y + 200, { steps: 8 });
  await page.mouse.up();
}

/** Where a mark stands on its page, in CSS pixels. */
async function placeOf(page: Page, mark: Locator): Promise<{ readonly x: number; readonly y: number }> {
  const [box, paper] = await Promise.all([mark.boundingBox(), sheet(page, 1).boundingBox()]);
  if (!box || !paper) throw new Error('The mark is not on the screen');
  return { x: box.x - paper.x, y: box.y - paper.y };
}

/** Within two CSS pixels. */
async function expectAt(page: Page, mark: Locator, before: { x: number; y: number }): Promise<void> {
  await expect.poll(async () => Math.abs((await placeOf(page, mark)).x - before.x)).toBeLessThan(2);
  await expect.poll(async () => Math.abs((await placeOf(page, mark)).y - before.y)).toBeLessThan(2);
}

/** The page that the only document would open at. */
async function storedPosition(page: Page): Promise<number | undefined> {
  return (await storedRows(page, 'documents'))[0]?.position?.page;
}

/** How much of the screen is yellow, in pixels. */
async function yellowPixels(page: Page): Promise<number> {
  const shot = await page.screenshot();
  return page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
    const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const context = new OffscreenCanvas(image.width, image.height).getContext('2d');
    if (!context) throw new Error('There is no canvas');
    context.drawImage(image, 0, 0);
    const { data } = context.getImageData(0, 0, image.width, image.height);
    let count = 0;
    for (let at = 0; at < data.length; at += 4) {
      if ((data[at] ?? 0) > 230 && (data[at + 1] ?? 0) > 230 && (data[at + 2] ?? 255) < 60) count += 1;
    }
    return count;
  }, shot.toString('base64'));
}
