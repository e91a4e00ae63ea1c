import type { Page } from 'playwright/test';
import { markBar, marksPanel, selectLine, takeTool } from '../support/marking.ts';
import { findBox, reader, sheet } from '../support/reading.ts';
import { expect, shootWindow, test } from './fixtures.ts';
import { addFieldGuide, openFieldGuide } from './papers.ts';

/** A line of the field guide's first page. */
const LINE = 'Background Transfers';

async function draw(page: Page): Promise<void> {
  const box = await sheet(page, 1).boundingBox();
  if (!box) throw new Error('The page is not on the screen');
  await page.mouse.move(box.x + box.width * 0.3, box.y + box.height * 0.4);
  await page.mouse.down();
  for (const part of [0.35, 0.4, 0.45, 0.5]) {
    await page.mouse.move(box.x + box.width * part, box.y + box.height * (part === 0.4 ? 0.36 : 0.44));
  }
  await page.mouse.up();
}

// The line stands in this window.
test.use({ viewport: { width: 768, height: 1024 } });

test('marks of every kind, their tools, and what is asked about them', async ({ page, publish }) => {
  await page.goto('/');
  await addFieldGuide(page, publish);
  await openFieldGuide(page);
  await selectLine(page, LINE);
  await expect(reader(page).getByRole('button', { name: 'Highlight', exact: true })).toBeVisible();
  await shootWindow(page, 'reader-selection');
  await takeTool(page, 'Highlight');
  await selectLine(page, LINE);
  await sheet(page, 1).getByRole('button', { name: 'Add comment' }).click();
  const comment = page.getByRole('dialog', { name: 'Add a comment' });
  await comment.getByRole('textbox', { name: 'Comment' }).fill('Is that so? See the night trains, too.');
  await shootWindow(page, 'reader-comment');
  await comment.getByRole('button', { name: 'Save' }).click();
  await takeTool(page, 'Draw');
  await shootWindow(page, 'reader-draw');
  await draw(page);
  await takeTool(page, 'Note');
  await sheet(page, 1).click({ position: { x: 60, y: 60 } });
  const note = page.getByRole('dialog', { name: 'Note' });
  await note.getByRole('textbox', { name: 'Note' }).fill('Ask Ada about this');
  await shootWindow(page, 'reader-note');
  await note.getByRole('button', { name: 'Save' }).click();
  await takeTool(page, 'Signature');
  await markBar(page).getByRole('button', { name: 'Add signature…' }).click();
  const signature = page.getByRole('dialog', { name: 'Sign' });
  await signature.getByRole('textbox', { name: 'Type your name' }).fill('Ada Lovelace');
  await shootWindow(page, 'reader-signature');
  await signature.getByRole('button', { name: 'Cancel' }).click();
  await expect(signature).toBeHidden();
  await expect((await marksPanel(page)).getByRole('listitem')).toHaveCount(3);
  await shootWindow(page, 'reader-marked');
});

test('words that are not found, and what a search may ask for', async ({ page, publish }) => {
  await page.goto('/');
  await addFieldGuide(page, publish);
  await openFieldGuide(page);
  await page.keyboard.press('Control+f');
  await findBox(page).fill('zeppelin');
  await expect(reader(page).getByRole('search').getByRole('status')).toHaveText(/not found/iu);
  await shootWindow(page, 'reader-find-none');
});
