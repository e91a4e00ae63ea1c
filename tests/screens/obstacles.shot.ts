import type { Page } from 'playwright/test';
import { download, transfer } from '../support/story.ts';
import { setTitleBar } from '../support/title-bar.ts';
import { expect, shoot, shootWindow, test } from './fixtures.ts';
import { addFieldGuide, openFieldGuide } from './papers.ts';

test('a browser that stores nothing for the app', async ({ page }) => {
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('The user denied permission to access the database.', 'SecurityError');
    };
  });
  await page.goto('/');
  await expect(page.getByRole('alert')).toBeVisible();
  await shoot(page, 'storage-refused');
});

test('a browser that is too old', async ({ page }) => {
  await page.addInitScript(() => void Reflect.deleteProperty(globalThis, 'navigation'));
  await page.goto('/');
  await expect(page.getByRole('alert')).toBeVisible();
  await shoot(page, 'browser-too-old');
});

async function withTitleBar(page: Page, name: string): Promise<void> {
  await setTitleBar(page, { x: 0, width: 600, height: 33 });
  await page.evaluate(() => document.documentElement.style.setProperty('--title-bar-width', 'calc(100vw - 200px)'));
  await shootWindow(page, name);
}

test('a window without a title bar of its own', async ({ page, publish }) => {
  await page.goto('/');
  await addFieldGuide(page, publish);
  await withTitleBar(page, 'title-bar');
  await setTitleBar(page, undefined);
  await openFieldGuide(page);
  await withTitleBar(page, 'reader-title-bar');
});

test.describe('where notifications were not granted yet', () => {
  test.use({ notifications: false });

  test('a download under way offers to tell when it is there', async ({ page, publish }) => {
    await page.goto('/transfers');
    await download(page, publish('night-trains.pdf', { bytes: 9_000_000, holdAfterBytes: 3_400_000 }).address);
    await expect(transfer(page, 'night-trains.pdf')).toContainText('3.4 MB of 9 MB');
    await expect(page.getByRole('button', { name: 'Notify me' })).toBeVisible();
    await shootWindow(page, 'notification-offer');
  });
});
