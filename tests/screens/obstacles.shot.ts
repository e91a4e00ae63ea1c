import type { Page } from 'playwright/test';
import { download, transfer } from '../support/story.ts';
import { setTitleBar } from '../support/title-bar.ts';
import { expect, shoot, shootWindow, test } from './fixtures.ts';
import { addFieldGuide, expectReadTexts, openFieldGuide } from './papers.ts';

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

test('an address without https', async ({ page }) => {
  await page.addInitScript(() => {
    Reflect.deleteProperty(globalThis, 'navigation');
    Object.defineProperty(globalThis, 'isSecureContext', { value: false });
  });
  await page.goto('/');
  await expect(page.getByRole('alert')).toContainText('https://');
  await shoot(page, 'address-not-secure');
});

test('a storage that does not answer', async ({ page }) => {
  await page.addInitScript(() => {
    const { open } = IDBFactory.prototype;
    IDBFactory.prototype.open = function (name) {
      const request = open.call(this, `${name}-silent`, 1);
      for (const type of ['upgradeneeded', 'success', 'error']) {
        request.addEventListener(type, (event) => event.stopImmediatePropagation());
      }
      return request;
    };
  });
  await page.goto('/');
  await expect(page.getByRole('alert')).toContainText('doesn’t answer');
  await shoot(page, 'storage-silent');
});

test('a window of an older version', async ({ page }) => {
  await page.goto('/');
  await expect(page.getByRole('list', { name: 'Samples' })).toBeVisible();
  await page.evaluate(() => void indexedDB.open('longhaul', 1_000_000)); // As a newer version does.
  await expect(page.getByRole('alert')).toContainText('of an older version');
  await shoot(page, 'version-outdated');
});

test('an app whose worker or whose parts can’t be had', async ({ page }) => {
  await page.addInitScript(() => {
    ServiceWorkerContainer.prototype.register = () => Promise.reject(new TypeError('The script could not be fetched.'));
  });
  await page.route(/\/settings-screen-/u, (route) => route.abort());
  await page.goto('/settings');
  await expect(page.getByText('A part of Longhaul could not be started')).toBeVisible();
  await expect(page.getByText('A part of Longhaul is missing on this device')).toBeVisible();
  await shoot(page, 'parts-missing');
});

async function withTitleBar(page: Page, name: string): Promise<void> {
  await setTitleBar(page, { x: 0, width: 600, height: 33 });
  await page.evaluate(() => document.documentElement.style.setProperty('--title-bar-width', 'calc(100vw - 200px)'));
  await shootWindow(page, name);
}

test('a window without a title bar of its own', async ({ page, publish }) => {
  await page.goto('/');
  await addFieldGuide(page, publish);
  await expectReadTexts(page, 1);
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
