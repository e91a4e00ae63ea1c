import type { Locator, Page } from 'playwright/test';
import { expect, test } from '../support/fixtures.ts';
import { choose, findBox, pageBox, read, reader, sheet, zoom } from '../support/reading.ts';

test('keys go through the pages as in pdf.js’ own viewer', async ({ page, origin }) => {
  await read(page, origin.publish('paper.pdf', { pages: 9 }));
  const steps = [
    ['n', 2],
    ['j', 3],
    ['p', 2],
    ['k', 1],
    ['End', 9],
    ['Home', 1],
  ] as const;
  for (const [key, number] of steps) {
    await pages(page).press(key);
    await expect(pageBox(page), `after ${key}`).toHaveValue(`${number}`);
    await expect(sheet(page, number)).toBeInViewport();
  }
});

test('where one page is shown at a time, arrows, Space and Page Down turn it', async ({ page, origin }) => {
  await read(page, origin.publish('paper.pdf', { pages: 9 }));
  await choose(page, 'Page by page');
  await zoom(page).fill('30');
  await zoom(page).press('Enter');
  const steps = [
    ['ArrowRight', 2],
    ['ArrowDown', 3],
    ['Space', 4],
    ['PageDown', 5],
    ['Enter', 6],
    ['ArrowLeft', 5],
    ['ArrowUp', 4],
    ['Shift+Space', 3],
    ['PageUp', 2],
  ] as const;
  for (const [key, number] of steps) {
    await pages(page).press(key);
    await expect(pageBox(page), `after ${key}`).toHaveValue(`${number}`);
  }
});

test('keys zoom, with Ctrl and without', async ({ page, origin }) => {
  await read(page, origin.publish('paper.pdf'));
  const automatic = await zoom(page).inputValue();
  const percent = async (): Promise<number> => Number.parseInt(await zoom(page).inputValue(), 10);
  await pages(page).press('Control+0');
  await expect(zoom(page)).toHaveValue(automatic);
  for (const [plus, minus] of [
    ['+', '-'],
    ['Control+=', 'Control+-'],
  ] as const) {
    await zoom(page).fill('100');
    await zoom(page).press('Enter');
    await pages(page).press(plus);
    await expect.poll(percent).toBe(110);
    await pages(page).press(minus);
    await expect.poll(percent).toBe(100);
  }
});

test('keys open Find and go through what it found, and what is typed is not taken for a key', async ({
  page,
  origin,
}) => {
  await read(page, origin.publish('paper.pdf', { pages: 3 }));
  await pages(page).press('Control+f');
  await expect(findBox(page)).toBeFocused();
  await page.keyboard.type('page b'); // "p" and "b" are keys of their own elsewhere.
  await expect(pageBox(page)).toHaveValue('1');
  await findBox(page).fill('page');
  const count = reader(page).getByRole('search').getByRole('status');
  await expect(count).toHaveText('1 of 3');
  for (const [key, found] of [
    ['F3', '2 of 3'],
    ['Control+g', '3 of 3'],
    ['Shift+F3', '2 of 3'],
    ['Control+Shift+g', '1 of 3'],
  ] as const) {
    await page.keyboard.press(key);
    await expect(count).toHaveText(found);
  }
});

test('full screen is entered and left by the menu', async ({ page, origin }) => {
  await read(page, origin.publish('paper.pdf'));
  const isFull = (): Promise<boolean> => page.evaluate(() => document.fullscreenElement !== null);
  await choose(page, 'Full screen');
  await expect.poll(isFull).toBe(true);
  await expect(pageBox(page)).toBeVisible(); // Only a presentation does without the tools.
  await choose(page, 'Full screen');
  await expect.poll(isFull).toBe(false);
});

function pages(page: Page): Locator {
  return reader(page).getByRole('group', { name: 'Pages', exact: true });
}
