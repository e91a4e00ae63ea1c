import type { Page } from 'playwright/test';
import { axeFindings } from '../support/axe.ts';
import { expect, test } from '../support/fixtures.ts';
import { makeTasks, openTransfers } from '../support/seed-transfers.ts';
import { storedRows } from '../support/stored-rows.ts';
import { transfer } from '../support/story.ts';

async function open(page: Page): Promise<void> {
  await openTransfers(page, [
    ...makeTasks('waiting', 200),
    ...makeTasks('paused', 300),
    ...makeTasks('failed', 200),
    ...makeTasks('done', 300),
  ]);
}

test('of a thousand transfers those in the window are drawn, each with its place among all, and the end is in reach', async ({
  page,
}) => {
  await open(page);
  const items = page.getByRole('list', { name: 'Transfers' }).getByRole('listitem');
  await expect(items.first()).toHaveAttribute('aria-setsize', '1000');
  await expect(items.first()).toHaveAttribute('aria-posinset', '1');
  expect(await items.count()).toBeLessThan(30);
  await expect(page.getByRole('heading', { name: 'Waiting 200' })).toBeVisible();
  expect(await axeFindings(page)).toEqual([]);
  await expect(async () => {
    await page.keyboard.press('End'); // Rows that were never drawn are as high as they turn out to be.
    await expect(transfer(page, 'done-0.pdf')).toBeInViewport({ timeout: 1_000 });
  }).toPass();
  await expect(transfer(page, 'done-0.pdf')).toHaveAttribute('aria-posinset', '1000');
  expect(await items.count()).toBeLessThan(30);
  await page.keyboard.press('Home');
  await expect(transfer(page, 'waiting-0.pdf')).toBeInViewport();
});

test('the row with the focus stays, however far the list is scrolled', async ({ page }) => {
  await open(page);
  const pause = page.getByRole('button', { name: 'Pause waiting-1.pdf' });
  await pause.focus();
  await page.mouse.move(300, 500);
  await page.mouse.wheel(0, 40_000);
  await expect(transfer(page, 'waiting-1.pdf')).not.toBeInViewport();
  await expect(pause).toBeFocused();
});

test('with Remove the next one’s Remove has the focus, where the list stands', async ({ page }) => {
  await openTransfers(page, [...makeTasks('waiting', 60), ...makeTasks('failed', 3)]);
  const remove = (number: number) => page.getByRole('button', { name: `Remove failed-${number}.pdf` });
  await page.keyboard.press('End');
  await remove(2).press('Enter');
  await expect(transfer(page, 'failed-2.pdf')).toHaveCount(0);
  await expect(remove(1)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(remove(0)).toBeFocused();
  await expect(remove(0)).toBeInViewport();
});

test('Clear done takes hundreds out at once', async ({ page }) => {
  await open(page);
  await page.getByRole('button', { name: 'Clear done' }).click();
  await expect(transfer(page, 'waiting-0.pdf')).toHaveAttribute('aria-setsize', '700');
  expect(await storedRows(page, 'tasks')).toHaveLength(700);
});
