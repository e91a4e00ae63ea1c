import { readFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright/test';
import { axeFindingsInBothLooks } from '../support/axe.ts';
import { expect, test } from '../support/fixtures.ts';
import { leaveTool, markBar, marksPanel, storedMarks, takeTool } from '../support/marking.ts';
import { backToLibrary, bringIn, choose, read, reader, sheet } from '../support/reading.ts';
import { document } from '../support/story.ts';

function notes(page: Page): Locator {
  return sheet(page, 1).getByRole('application', { name: 'Note' });
}

/** Where a mark stands, in parts of its page. */
async function placeOf(page: Page, mark: Locator): Promise<readonly [x: number, y: number]> {
  const [box, on] = [await mark.boundingBox(), await sheet(page, 1).boundingBox()];
  if (!box || !on) throw new Error('It is not on the screen');
  return [(box.x + box.width / 2 - on.x) / on.width, (box.y + box.height / 2 - on.y) / on.height];
}

async function answer(page: Page, text: string): Promise<void> {
  const dialog = page.getByRole('dialog', { name: 'Note' });
  await dialog.getByRole('textbox', { name: 'Note' }).fill(text);
  expect(await axeFindingsInBothLooks(page)).toEqual([]);
  await page.setViewportSize({ width: 1280, height: 720 });
  await dialog.getByRole('button', { name: 'Save' }).click();
}

async function pressAt(page: Page, x: number, y: number): Promise<void> {
  const box = await sheet(page, 1).boundingBox();
  if (!box) throw new Error('The page is not on the screen');
  await page.mouse.click(box.x + x * box.width, box.y + y * box.height);
}

test('a note stands where the page was pressed, with its words in the sidebar, moved, undone and removed', async ({
  page,
  origin,
}) => {
  await read(page, origin.publish('paper.pdf'));
  await takeTool(page, 'Note');
  await pressAt(page, 0.5, 0.25);
  await page.getByRole('dialog', { name: 'Note' }).getByRole('button', { name: 'Cancel' }).click();
  await expect(notes(page)).toHaveCount(0); // Nothing was said.
  await expect(markBar(page).getByRole('button', { name: 'Undo' })).toBeDisabled();
  await pressAt(page, 0.5, 0.25);
  await answer(page, 'Ask Ada about this');
  await expect(notes(page)).toHaveCount(1);
  const [x, y] = await placeOf(page, notes(page));
  expect(x).toBeCloseTo(0.5, 1);
  expect(y).toBeCloseTo(0.25, 1);
  const panel = await marksPanel(page);
  await expect(panel.getByRole('listitem')).toHaveText([/Note, page 1\s*Ask Ada about this/u]);

  await markBar(page).getByRole('button', { name: 'Undo' }).click();
  await expect(panel.getByRole('listitem')).toHaveCount(0);
  await markBar(page).getByRole('button', { name: 'Redo' }).click();
  await expect(panel.getByRole('listitem')).toHaveText([/Note, page 1\s*Ask Ada about this/u]);
  await notes(page).click();
  for (let step = 0; step < 5; step += 1) await page.keyboard.press('Control+ArrowDown');
  await expect.poll(async () => (await placeOf(page, notes(page)))[1]).toBeGreaterThan(y + 0.02);
  const moved = await placeOf(page, notes(page));
  expect(await axeFindingsInBothLooks(page)).toEqual([]);
  await page.setViewportSize({ width: 1280, height: 720 });
  await leaveTool(page, 'Note');

  await backToLibrary(page);
  await document(page, 'paper.pdf').click();
  await expect(notes(page)).toBeVisible();
  const again = await placeOf(page, notes(page));
  expect(again[0]).toBeCloseTo(moved[0], 2);
  expect(again[1]).toBeCloseTo(moved[1], 2);
  await marksPanel(page);
  await panel.getByRole('button', { name: 'Remove Note, page 1' }).click();
  await expect(notes(page)).toHaveCount(0);
  await expect.poll(() => storedMarks(page, 'annotation')).toBe(0);
});

test('a note by the keyboard is a note in a saved copy, with its words', async ({ page, origin }) => {
  await read(page, origin.publish('paper.pdf'));
  await takeTool(page, 'Note');
  await markBar(page).getByRole('button', { name: 'Add note…' }).focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Note' });
  await expect(dialog.getByRole('textbox', { name: 'Note' })).toBeFocused();
  await page.keyboard.type('Für Ada');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect.poll(() => storedMarks(page, 'annotation')).toBe(1);
  const saving = page.waitForEvent('download');
  await choose(page, 'Save a copy with marks');
  const bytes = await readFile(await (await saving).path());
  expect(bytes.toString('latin1')).toMatch(/\/Subtype \/Stamp/u);
  await backToLibrary(page);
  await bringIn(page, origin.publish('copy.pdf', { body: bytes }).url, 'copy.pdf');
  const words = sheet(page, 1).getByRole('button', { name: /comment/iu });
  await words.hover();
  await expect(reader(page).getByRole('note')).toHaveText('Für Ada');
});
