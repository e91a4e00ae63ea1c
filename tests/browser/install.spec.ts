import type { Locator, Page } from 'playwright/test';
import { axeFindingsInBothLooks } from '../support/axe.ts';
import { expect, test } from '../support/fixtures.ts';
import { backToLibrary, read, reader } from '../support/reading.ts';
import { serviceWorker } from '../support/story.ts';

declare global {
  var prompts: number;
  var isSamePage: boolean;
}

function buttons(page: Page): Locator {
  return page.getByRole('button', { name: 'Install' });
}

function inSettings(page: Page): Locator {
  return page.getByRole('region', { name: 'Install' }).getByRole('button', { name: 'Install' });
}

test('Install is there while the browser offers it, and else how to do it', async ({ page }) => {
  await page.goto('/settings');
  const how = page.getByText('Open Chrome’s menu');
  await expect(how).toBeVisible();
  await expect(buttons(page)).toHaveCount(0);
  expect(await offer(page, 'dismissed')).toBe(true);
  await expect(how).toHaveCount(0);
  await expect(buttons(page)).toHaveCount(2); // One in the header.
  expect(await axeFindingsInBothLooks(page)).toEqual([]);

  await inSettings(page).press('Enter');
  await expect(how).toBeVisible();
  await expect(buttons(page)).toHaveCount(0);
  await expect(page.getByRole('heading', { name: 'Settings' })).toBeFocused();
  expect(await page.evaluate(() => globalThis.prompts)).toBe(1);

  await page.setViewportSize({ width: 360, height: 720 });
  await offer(page, 'accepted');
  await expect(inSettings(page)).toBeVisible();
  await expect(buttons(page)).toHaveCount(1);
  await page.setViewportSize({ width: 1280, height: 720 });
  await page.getByRole('link', { name: 'Transfers' }).click();
  await buttons(page).press('Enter');
  await expect(buttons(page)).toHaveCount(0);
  await expect(page.getByRole('heading', { name: 'Transfers', level: 1 })).toBeFocused();
  await page.getByRole('link', { name: 'Settings' }).click();
  await expect(page.getByText('Longhaul is installed on this device.')).toBeVisible();
});

test.describe('in a browser that installs it', () => {
  test.use({ ownBrowser: true, installOffer: true });

  test('installed, shortcuts lead the open window on, and its icon leaves it where it is', async ({
    context,
    page,
    app,
    origin,
  }) => {
    await page.goto('/settings');
    await expect(inSettings(page)).toBeVisible(); // By the browser's own offer.
    await serviceWorker(context);
    const cdp = await context.newCDPSession(page);
    const manifestId = `${app.url}/`;
    await cdp.send('PWA.install', { manifestId, installUrlOrBundleUrl: manifestId });
    const launch = async (path = ''): Promise<void> =>
      void (await cdp.send('PWA.launch', { manifestId, url: manifestId + path }));
    await page.evaluate(() => (globalThis.isSamePage = true));

    await launch('transfers');
    await expect(page.getByRole('heading', { name: 'Transfers', level: 1 })).toBeVisible();
    await launch('?last');
    await expect(page.getByText('You have not read anything yet.')).toBeVisible();
    await launch('?add');
    await expect(page.getByLabel('Address')).toBeFocused();
    await expect(page).toHaveURL('/');
    expect(await page.evaluate(() => globalThis.isSamePage)).toBe(true);

    await page.goto('about:blank');
    await launch(`?add=${encodeURIComponent(origin.url)}`); // Opens the app, and is told to it as well.
    await page.getByRole('dialog').getByRole('button', { name: 'Not now' }).click();
    await page.reload();
    await launch('transfers');
    await expect(page.getByRole('heading', { name: 'Transfers', level: 1 })).toBeVisible();
    await expect(page.getByRole('dialog')).toHaveCount(0);
    expect(await page.evaluate(() => navigation.entries().length), 'places that Back leads to').toBe(2);

    await page.goto('/');
    await read(page, origin.publish('novel.pdf', { pages: 2 }));
    await backToLibrary(page);
    await launch('?last');
    await expect(reader(page).getByText('of 2', { exact: true })).toBeVisible();
    const address = page.url();
    await launch();
    await launch('settings');
    await expect(page.getByRole('heading', { name: 'Settings' })).toBeVisible();
    await page.goBack(); // Had the icon led anywhere, this would lead there.
    await expect(page).toHaveURL(address);
  });
});

/** What Chrome does when the app can be installed; tells whether it was asked to wait. */
async function offer(page: Page, outcome: 'accepted' | 'dismissed'): Promise<boolean> {
  return page.evaluate((answer) => {
    const event = new Event('beforeinstallprompt', { cancelable: true });
    globalThis.prompts = 0;
    const prompt = async (): Promise<object> => {
      globalThis.prompts += 1;
      return { outcome: answer };
    };
    return !globalThis.dispatchEvent(Object.assign(event, { prompt }));
  }, outcome);
}
