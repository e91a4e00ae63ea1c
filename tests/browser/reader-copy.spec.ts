import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright/test';
import { clipboardText } from '../support/clipboard.ts';
import { expect, test } from '../support/fixtures.ts';
import { backToLibrary, choose, findBox, read, reader, sheet, zoomTo } from '../support/reading.ts';
import { chooseFor } from '../support/shelf.ts';

test('Ctrl+A and Ctrl+C copy the text of all pages, those that were never drawn too', async ({ page, origin }) => {
  await read(page, origin.publish('paper.pdf', { pages: 40, bytes: 60_000 }));
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Control+c');
  await expect(reader(page).getByText('The text of all 40 pages is copied.')).toBeVisible();
  const expected = Array.from({ length: 40 }, (_, index) => `Test paper, page ${index + 1} of 40`);
  expect(await clipboardText(page)).toBe(expected.join('\n\n'));
  await reader(page).getByRole('button', { name: 'Dismiss' }).click();
  await expect(reader(page).getByText('The text of all 40 pages is copied.')).toHaveCount(0);
});

test('text that is selected over two pages is copied as it is selected', async ({ page, origin }) => {
  await read(page, origin.publish('paper.pdf', { pages: 3 }));
  await zoomTo(page, '50 %');
  const [from, to] = [await boxOf(page, 1), await boxOf(page, 2)];
  await page.mouse.move(from.x + 1, from.y + from.height / 2);
  await page.mouse.down();
  await page.mouse.move(to.x + to.width - 1, to.y + to.height / 2, { steps: 10 });
  await page.mouse.up();
  await page.keyboard.press('Control+c');
  await expect
    .poll(async () => (await clipboardText(page)).split(/\s*\n\s*/u))
    .toEqual(['Test paper, page 1 of 3', 'Test paper, page 2 of 3']);
});

test('Ctrl+A in the Find box selects what is typed there', async ({ page, origin }) => {
  await read(page, origin.publish('paper.pdf', { pages: 2 }));
  await findBox(page).fill('needle');
  await findBox(page).press('Control+a');
  await page.keyboard.press('Control+c');
  expect(await clipboardText(page)).toBe('needle');
});

test('copying a long document says how far it is, and can be cancelled', async ({ page, origin }) => {
  await read(page, origin.publish('book.pdf', { pages: 5000, bytes: 3_000_000 }));
  await page.evaluate(() => navigator.clipboard.writeText('as it was'));
  await choose(page, 'Copy all text');
  await expect(reader(page).getByText(/^Copying the text of page \d+ of 5000/u)).toBeVisible();
  await reader(page).getByRole('button', { name: 'Cancel' }).click();
  await expect(reader(page).getByText(/^Copying/u)).toHaveCount(0);
  expect(await clipboardText(page)).toBe('as it was');
});

test.describe('in a browser that refuses its clipboard', () => {
  test.use({ ownBrowser: true });

  test('it is named as the reason, and nothing is read for nothing', async ({ page, context, origin }) => {
    await read(page, origin.publish('book.pdf', { pages: 500, bytes: 300_000 }));
    await context.clearPermissions();
    await context.grantPermissions(['notifications'], { origin: new URL(page.url()).origin }); // The others are denied.
    await choose(page, 'Copy all text');
    await expect(reader(page).getByText('The browser did not let the text onto the clipboard.')).toBeVisible();
    await expect(reader(page).getByText(/^Copying/u)).toHaveCount(0);
  });
});

test('Save to disk gives the file byte for byte', async ({ page, origin }) => {
  const paper = origin.publish('paper.pdf', { pages: 2 });
  await read(page, paper);
  const saving = page.waitForEvent('download');
  await choose(page, 'Save to disk');
  const saved = await saving;
  expect(saved.suggestedFilename()).toBe('paper.pdf');
  expect(await readFile(await saved.path())).toEqual(Buffer.from(paper.body));
});

test('without a way to share files there is no line for it', async ({ page, origin }) => {
  await page.addInitScript(() => Reflect.deleteProperty(Navigator.prototype, 'canShare'));
  await read(page, origin.publish('paper.pdf'));
  await reader(page).getByRole('button', { name: 'More tools' }).click();
  await expect(reader(page).getByRole('menuitem', { name: 'Save to disk' })).toBeVisible();
  await expect(reader(page).getByRole('menuitem', { name: 'Share…' })).toHaveCount(0);
});

test('Share hands over the whole file; changing one’s mind is no failure, a refusal is said', async ({
  page,
  origin,
}) => {
  await page.addInitScript(recordShares);
  const paper = origin.publish('paper.pdf', { pages: 2 });
  await read(page, paper);
  await choose(page, 'Share…');
  await expect
    .poll(() => page.evaluate('shared'))
    .toEqual([{ name: 'paper.pdf', type: 'application/pdf', size: paper.body.length }]);
  await page.evaluate("answer = 'AbortError'");
  await choose(page, 'Share…');
  await expect.poll(() => page.evaluate('shared.length')).toBe(2);
  await expect(reader(page).getByText('The document could not be shared.')).toHaveCount(0);
  await page.evaluate("answer = 'DataError'");
  await choose(page, 'Share…');
  await expect(reader(page).getByText('The document could not be shared. No app took it')).toBeVisible();

  await backToLibrary(page);
  await chooseFor(page, 'paper.pdf', 'Share…');
  await expect(page.getByRole('alert').filter({ hasText: 'did not hand over “paper.pdf”. Try again.' })).toBeVisible();
  await page.evaluate("answer = ''");
  await chooseFor(page, 'paper.pdf', 'Share…');
  await expect(page.getByText('did not hand over')).toHaveCount(0);
  await expect
    .poll(() => page.evaluate('shared.at(-1)'))
    .toEqual({ name: 'paper.pdf', type: 'application/pdf', size: paper.body.length });
  expect(await page.evaluate('shared.length')).toBe(5);
});

/** Where a page's text stands, once it is drawn in its new size. */
async function boxOf(page: Page, number: number): Promise<{ x: number; y: number; width: number; height: number }> {
  const text = sheet(page, number).getByText(`page ${number} of 3`);
  await expect(text).toBeInViewport();
  const box = await text.boundingBox();
  if (!box) throw new Error(`The text of page ${number} is not on the screen`);
  return box;
}

/** Runs in the page, before the app: this system has nothing to share with. */
function recordShares(): void {
  const record = { shared: [] as object[], answer: '' };
  Object.assign(globalThis, record);
  const state = globalThis as unknown as typeof record;
  const share = async ({ files: [file] = [] }: ShareData): Promise<void> => {
    state.shared.push({ name: file?.name, type: file?.type, size: file?.size });
    if (state.answer !== '') throw new DOMException('No app took it', state.answer);
  };
  Object.assign(Navigator.prototype, { canShare: () => true, share });
}
