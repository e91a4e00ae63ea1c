import type { Page } from 'playwright/test';
import { expect, test } from '../support/fixtures.ts';

const DARK = 'rgb(21, 23, 26)';
const LIGHT = 'rgb(251, 250, 247)';

function background(page: Page): Promise<string> {
  return page.evaluate(() => getComputedStyle(globalThis.document.documentElement).backgroundColor);
}

/** The colour of an installed window's frame: of the colours that the page names, the one meant for this system. */
function frameColor(page: Page): Promise<string | undefined> {
  return page.evaluate(
    () =>
      [...globalThis.document.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]')].find(
        ({ media }) => matchMedia(media).matches,
      )?.content,
  );
}

/** Runs in the page, before the app: notes the background of the first frame in which there is a body to paint. */
function noteFirstBackground(): void {
  const look = (): void => {
    const { body, documentElement } = globalThis.document;
    if (!body) return void requestAnimationFrame(look);
    Object.assign(globalThis, { firstBackground: getComputedStyle(documentElement).backgroundColor });
  };
  requestAnimationFrame(look);
}

/** Whether the browser has painted text or a picture. */
function paintedSomething(page: Page): Promise<boolean> {
  return page.evaluate(() => performance.getEntriesByName('first-contentful-paint').length > 0);
}

test('a theme is chosen in Settings: all windows have it at once, and the next start has no other before', async ({
  context,
  page,
}) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto('/settings');
  const other = await context.newPage();
  await other.emulateMedia({ colorScheme: 'light' });
  await other.goto('/');
  await expect.poll(() => background(other)).toBe(LIGHT);

  const theme = page.getByRole('combobox', { name: 'Theme' });
  await theme.selectOption('Dark');
  await expect.poll(() => background(page)).toBe(DARK);
  await expect.poll(() => background(other)).toBe(DARK);
  expect(await frameColor(page)).toBe('#15171a');

  await other.addInitScript(noteFirstBackground);
  await other.reload();
  await expect(other.getByRole('list', { name: 'Samples' })).toBeVisible();
  expect(await other.evaluate(() => (globalThis as { firstBackground?: string }).firstBackground)).toBe(DARK);

  await theme.selectOption('As the system');
  await expect.poll(() => background(page)).toBe(LIGHT);
  expect(await frameColor(page)).toBe('#fbfaf7');
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect.poll(() => background(page)).toBe(DARK);
  await theme.selectOption('Light');
  await expect.poll(() => background(page)).toBe(LIGHT);
  expect(await frameColor(page)).toBe('#fbfaf7');
});

test('the first paint has the chosen theme, and does not wait for the app’s code', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto('/settings');
  await page.getByRole('combobox', { name: 'Theme' }).selectOption('Dark');
  await expect.poll(() => background(page)).toBe(DARK);
  await page.evaluate(async () => {
    for (const registration of await navigator.serviceWorker.getRegistrations()) await registration.unregister();
  });
  let release = (): void => undefined;
  const released = new Promise<void>((resolve) => (release = resolve));
  await page.route(/\/assets\/index-[^/]*\.js$/u, async (route) => {
    await released;
    await route.continue();
  });

  await page.goto('/', { waitUntil: 'commit' });
  await expect.poll(() => paintedSomething(page)).toBe(true);
  await expect(page.getByText('Longhaul', { exact: true })).toBeVisible();
  await expect(page.getByRole('banner')).toHaveCount(0);
  expect(await background(page)).toBe(DARK);

  release();
  await expect(page.getByRole('list', { name: 'Samples' })).toBeVisible();
  await expect(page.getByText('Longhaul', { exact: true })).toHaveCount(1);
});

test('where the app’s code can’t be had, a sentence says so in the frame’s place', async ({ page }) => {
  await page.route(/\/assets\/index-[^/]*\.js$/u, (route) => route.abort());
  await page.goto('/');
  await expect(page.getByRole('alert')).toHaveText(
    'Longhaul could not be loaded. Connect to the network, then reload.',
  );
  await expect(page.getByText('Longhaul', { exact: true })).toHaveCount(0);
});
