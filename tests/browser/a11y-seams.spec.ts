import type { Locator, Page } from 'playwright/test';
import { expect, test } from '../support/fixtures.ts';
import { read, reader } from '../support/reading.ts';
import { download, transfer } from '../support/story.ts';

test('the first key of each screen skips what stands on all of them, and the address stays as it is', async ({
  page,
}) => {
  for (const screen of ['/', '/transfers', '/settings', '/nowhere']) {
    await page.goto(screen);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await page.keyboard.press('Tab');
    const skip = page.getByRole('button', { name: 'Skip to content' });
    await expect(skip).toBeFocused();
    await expect(skip).toBeInViewport();
    await skip.press('Enter');
    await expect(page.getByRole('main')).toBeFocused();
    await page.keyboard.press('Shift+Tab'); // Whatever comes next is behind the header’s last button.
    await expect(page.getByRole('button', { name: 'Choose a folder' })).toBeFocused();
    await expect(page).toHaveURL(screen);
  }
});

test('in the person’s own colours progress and the current screen can still be seen', async ({ page, origin }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await page.goto('/transfers');
  await download(page, origin.publish('slow.pdf', { bytes: 2_000_000, holdAfterBytes: 500_000 }).url);
  const bar = transfer(page, 'slow.pdf').getByRole('progressbar');
  await expect(bar).toHaveAttribute('aria-valuenow', '25');
  const [track, fill] = await bar.evaluate((element) =>
    [element, element.firstElementChild ?? element].map((each) => getComputedStyle(each).backgroundColor),
  );
  expect(fill).not.toBe(track);
  const main = page.getByRole('navigation', { name: 'Main' });
  const line = async (link: Locator): Promise<string> =>
    link.evaluate((element) => getComputedStyle(element).borderBlockEndColor);
  const current = await line(main.getByRole('link', { name: 'Transfers' }));
  expect(current).not.toBe(await line(main.getByRole('link', { name: 'Library' })));
});

test('at 320 px no screen scrolls sideways, and every page has a title of its own', async ({ page, origin }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await read(page, origin.publish('paper.pdf', { pages: 2 }));
  expect(await isTooWide(page), 'the reader').toBe(false);
  for (const button of await reader(page).getByRole('button').all()) {
    if (await button.isVisible()) await expect(button).toBeInViewport({ ratio: 0.95 });
  }
  const titles: Readonly<Record<string, string>> = {
    '/': 'Library · Longhaul',
    '/transfers': 'Transfers · Longhaul',
    '/settings': 'Settings · Longhaul',
    '/nowhere': 'Not found · Longhaul',
    '/read/nothing': 'Not in your library · Longhaul',
  };
  for (const [screen, title] of Object.entries(titles)) {
    await page.goto(screen);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page).toHaveTitle(title);
    expect(await isTooWide(page), screen).toBe(false);
  }
});

async function isTooWide(page: Page): Promise<boolean> {
  return page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
}
