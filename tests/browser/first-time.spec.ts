import type { Page } from 'playwright/test';
import { expect, test } from '../support/fixtures.ts';
import { pageBox, read, reader, sheet } from '../support/reading.ts';
import { document, transfer } from '../support/story.ts';

/** Presses Tab until the part of that role and name has the focus: whatever it takes, but no more than a screen has. */
async function tabTo(page: Page, role: 'link' | 'button' | 'textbox', name: string | RegExp): Promise<void> {
  const goal = page.getByRole(role, { name, ...(typeof name === 'string' ? { exact: true } : {}) }).first();
  for (let presses = 0; presses < 40; presses += 1) {
    if (await goal.evaluate((element) => element.matches(':focus'))) return;
    await page.keyboard.press('Tab');
  }
  await expect(goal).toBeFocused();
}

test('by keyboard alone: from the empty app to the second page of a document, and back', async ({ page, origin }) => {
  const pdf = origin.publish('paper.pdf', { pages: 3 });
  await page.goto('/');
  await expect(page.getByRole('list', { name: 'Samples' })).toBeVisible();
  await tabTo(page, 'textbox', 'Address');
  await page.keyboard.type(pdf.url);
  await page.keyboard.press('Enter');
  await expect(document(page, 'paper.pdf')).toBeVisible();
  await tabTo(page, 'link', 'paper.pdf');
  await page.keyboard.press('Enter');
  await expect(sheet(page, 1).getByText('Test paper')).toBeVisible();
  await page.keyboard.press('n');
  await expect(pageBox(page)).toHaveValue('2');
  await tabTo(page, 'link', 'Library');
  await page.keyboard.press('Enter');
  await expect(document(page, 'paper.pdf')).toBeFocused();
});

test('by mouse: the sample that stands first comes, is read, and is left', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('list', { name: 'Samples' }).getByRole('button').first().click();
  const link = page.getByRole('list', { name: 'Library' }).getByRole('link').first();
  await link.click();
  await expect(sheet(page, 1)).toBeVisible();
  await reader(page).getByRole('button', { name: 'Next page' }).click();
  await expect(pageBox(page)).toHaveValue('2');
  await reader(page).getByRole('link', { name: 'Library' }).click();
  await expect(link).toBeVisible();
});

test('who begins with a document, as from a notification, comes out of it at its entry', async ({ page, origin }) => {
  await read(page, origin.publish('paper.pdf', { pages: 3 }));
  await page.reload();
  await expect(sheet(page, 1).getByText('Test paper')).toBeVisible();
  await reader(page).getByRole('link', { name: 'Library' }).press('Enter');
  await expect(document(page, 'paper.pdf')).toBeFocused();
});

test.describe('at 360 px', () => {
  test.use({ viewport: { width: 360, height: 720 }, hasTouch: true });

  test('by touch: a sample comes, is watched, and is read', async ({ page }) => {
    await page.goto('/');
    const get = page.getByRole('list', { name: 'Samples' }).getByRole('button').first();
    await get.tap();
    const link = page.getByRole('list', { name: 'Library' }).getByRole('link').first();
    await expect(link).toBeVisible();
    const title = (await link.textContent())?.trim() ?? '';
    await page.getByRole('link', { name: 'Transfers' }).tap();
    await expect(transfer(page, title)).toContainText('Done');
    await page.getByRole('link', { name: 'Library' }).tap();
    await document(page, title).tap();
    await expect(reader(page)).toBeVisible();
    await expect(sheet(page, 1)).toBeVisible();
    await reader(page).getByRole('button', { name: 'Next page' }).tap();
    await expect(pageBox(page)).toHaveValue('2');
  });
});
