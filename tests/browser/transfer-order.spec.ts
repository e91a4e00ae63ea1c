import type { Locator, Page } from 'playwright/test';
import { axeFindings } from '../support/axe.ts';
import { expect, test } from '../support/fixtures.ts';
import { makeTask, makeTasks, openTransfers } from '../support/seed-transfers.ts';
import { storedRows } from '../support/stored-rows.ts';
import { transfer } from '../support/story.ts';

function grip(page: Page, name: string): Locator {
  return page.getByRole('button', { name: `Move ${name}`, exact: true });
}

function news(page: Page): Locator {
  return page.getByRole('status', { name: 'News of transfers' });
}

/** Names of those that wait, in the order of the list. */
async function order(page: Page): Promise<string> {
  const items = page.getByRole('list', { name: 'Transfers' }).getByRole('listitem', { name: /^waiting-/u });
  const names = await items.evaluateAll((all) => all.map((item) => item.getAttribute('aria-label') ?? ''));
  return names.map((name) => /\d+/u.exec(name)?.[0]).join('');
}

/** The same as the store has it, sorted as the queue is. */
async function storedOrder(page: Page): Promise<string> {
  const rows = await storedRows(page, 'tasks');
  const waiting = rows.filter(({ state }) => state.state === 'waiting').toSorted((a, b) => a.position - b.position);
  return waiting.map(({ id }) => id.replace('waiting-', '')).join('');
}

async function middleOf(target: Locator): Promise<{ x: number; y: number }> {
  const box = await target.boundingBox();
  if (!box) throw new Error('It is not there');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

test('Alt and arrows move a waiting transfer, say where it is, keep the focus, and the store and other windows follow', async ({
  page,
  context,
}) => {
  await openTransfers(page, makeTasks('waiting', 5));
  const other = await context.newPage();
  await other.goto('/transfers');
  await expect.poll(() => order(other)).toBe('01234');
  await page.bringToFront();
  await grip(page, 'waiting-2.pdf').focus();
  await page.keyboard.press('Alt+ArrowUp');
  await expect.poll(() => order(page)).toBe('02134');
  await expect(news(page)).toHaveText('waiting-2.pdf is now number 2 of 5 waiting.');
  await expect(grip(page, 'waiting-2.pdf')).toBeFocused();
  // Faster than any of them is drawn.
  for (let press = 0; press < 3; press++) await page.keyboard.press('Alt+ArrowDown');
  await expect.poll(() => order(page)).toBe('01342');
  await expect(news(page)).toHaveText('waiting-2.pdf is now number 5 of 5 waiting.');
  await page.keyboard.press('Alt+ArrowDown');
  await expect(news(page)).toHaveText('waiting-2.pdf is already the last of 5 waiting.');
  await expect(grip(page, 'waiting-2.pdf')).toBeFocused();
  expect(await storedOrder(page)).toBe('01342');
  await expect.poll(() => order(other)).toBe('01342');
  await page.reload();
  await expect.poll(() => order(page)).toBe('01342');
});

test('the handle’s menu moves a transfer without dragging, and says what leads nowhere', async ({ page }) => {
  await openTransfers(page, makeTasks('waiting', 4));
  await grip(page, 'waiting-0.pdf').press('Enter');
  const menu = page.getByRole('menu', { name: 'Move waiting-0.pdf' });
  await expect(menu.getByRole('menuitem')).toHaveText(['Move to top', 'Move up', 'Move down', 'Move to end']);
  await expect(menu.getByRole('menuitem', { name: 'Move up' })).toBeDisabled();
  expect(await axeFindings(page)).toEqual([]);
  await menu.getByRole('menuitem', { name: 'Move to end' }).press('Enter');
  await expect.poll(() => order(page)).toBe('1230');
  await expect(grip(page, 'waiting-0.pdf')).toBeFocused();
  await grip(page, 'waiting-3.pdf').click();
  await page.getByRole('menuitem', { name: 'Move up' }).click();
  await expect.poll(() => order(page)).toBe('1320');
  await grip(page, 'waiting-2.pdf').press('Enter');
  await page.keyboard.press('Escape');
  await expect(grip(page, 'waiting-2.pdf')).toBeFocused();
  expect(await storedOrder(page)).toBe('1320');
});

test('dragged by its handle, a transfer goes where the line stands; Escape leaves all as it was', async ({ page }) => {
  await openTransfers(page, makeTasks('waiting', 4));
  const from = await middleOf(grip(page, 'waiting-3.pdf'));
  const target = await transfer(page, 'waiting-1.pdf').boundingBox();
  const line = page.getByRole('separator', { name: 'It goes here' });
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x, (target?.y ?? 0) + 30, { steps: 5 });
  await expect(line).toBeVisible();
  expect(Math.abs(((await line.boundingBox())?.y ?? 0) - (target?.y ?? 0))).toBeLessThan(8);
  await page.keyboard.press('Escape');
  await expect(line).toHaveCount(0);
  await page.mouse.up();
  expect(await order(page)).toBe('0123');

  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x, (target?.y ?? 0) + 30, { steps: 5 });
  await page.mouse.up();
  await expect.poll(() => order(page)).toBe('0312');
  await expect(page.getByRole('menu')).toBeHidden(); // The end of a drag is no click.
  await expect(news(page)).toHaveText('waiting-3.pdf is now number 2 of 4 waiting.');
  await expect(grip(page, 'waiting-3.pdf')).toBeFocused();
  expect(await storedOrder(page)).toBe('0312');
});

test('a drag to the edge of the window scrolls, and reaches what was not drawn', async ({ page }) => {
  await openTransfers(page, makeTasks('waiting', 60));
  const from = await middleOf(grip(page, 'waiting-0.pdf'));
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x, 715, { steps: 4 });
  await expect(transfer(page, 'waiting-59.pdf')).toBeInViewport();
  await page.mouse.move(from.x, 300);
  await page.mouse.up();
  const isMoved = async (): Promise<boolean> => {
    const rows = await storedRows(page, 'tasks');
    const queue = rows.toSorted((a, b) => a.position - b.position).map(({ id }) => id);
    return queue.indexOf('waiting-0') > 50;
  };
  await expect.poll(isMoved).toBe(true);
});

test('what runs, is paused or has ended has no handle, and one alone has none', async ({ page }) => {
  await openTransfers(page, [makeTask('waiting', 0), ...makeTasks('paused', 2), ...makeTasks('failed', 2)]);
  await expect(page.getByRole('button', { name: /^Move /u })).toHaveCount(0);
  await page.getByRole('button', { name: 'Pause waiting-0.pdf' }).focus();
  await page.keyboard.press('Alt+ArrowDown');
  await expect(news(page)).toBeEmpty();
});

test.describe('with fingers', () => {
  test.use({ viewport: { width: 360, height: 720 } });

  test('a finger drags by the handle, which is large enough', async ({ page, context }) => {
    await openTransfers(page, makeTasks('waiting', 3));
    const size = await grip(page, 'waiting-2.pdf').boundingBox();
    expect(Math.min(size?.width ?? 0, size?.height ?? 0)).toBeGreaterThanOrEqual(40);
    await grip(page, 'waiting-2.pdf').scrollIntoViewIfNeeded();
    const from = await middleOf(grip(page, 'waiting-2.pdf'));
    const target = await transfer(page, 'waiting-0.pdf').boundingBox();
    const touch = await context.newCDPSession(page);
    const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', y: number): Promise<unknown> =>
      touch.send('Input.dispatchTouchEvent', { type, touchPoints: type === 'touchEnd' ? [] : [{ x: from.x, y }] });
    await send('touchStart', from.y);
    for (let step = 1; step <= 5; step++) {
      await send('touchMove', from.y + (((target?.y ?? 0) + 10 - from.y) * step) / 5);
    }
    await send('touchEnd', 0);
    await expect.poll(() => order(page)).toBe('201');
  });
});
