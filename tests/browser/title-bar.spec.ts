import type { Locator, Page } from 'playwright/test';
import { axeFindings } from '../support/axe.ts';
import { expect, test } from '../support/fixtures.ts';
import { leaveBytesAlone } from '../support/leave-bytes-alone.ts';
import { read, reader } from '../support/reading.ts';
import { makeDocuments, seedLibrary } from '../support/seed-library.ts';
import { type TitleBar, setTitleBar } from '../support/title-bar.ts';

/** What the systems' windows leave free of a width: buttons on the right, on the left, or at both sides. */
const SYSTEMS: readonly ((width: number) => TitleBar)[] = [
  (width) => ({ x: 0, width: width - 200, height: 33 }),
  (width) => ({ x: 90, width: width - 90, height: 28 }),
  (width) => ({ x: 90, width: width - 190, height: 40 }),
];

const WIDTHS = [500, 900, 1280, 1600];

/** The lines of a menu. */
function lines(menu: Locator): Locator {
  return menu.getByRole('menuitem').or(menu.getByRole('menuitemcheckbox')).or(menu.getByRole('menuitemradio'));
}

/** Names of the controls of a bar that lie beneath the window's buttons, or that the window would be moved by. */
async function outOfReach(bar: Locator, area: TitleBar): Promise<readonly string[]> {
  const controls = bar.getByRole('link').or(bar.getByRole('button')).or(bar.getByRole('textbox')).or(lines(bar));
  return controls.evaluateAll((elements, { x, width, height }) => {
    const regionOf = (element: Element): string => getComputedStyle(element).getPropertyValue('app-region');
    const movesWindow = (element: Element): boolean => {
      let each: Element | null = element;
      while (each && regionOf(each) === 'none') each = each.parentElement;
      return each !== null && regionOf(each) === 'drag';
    };
    const isBeneath = ({ top, bottom, left, right }: DOMRect): boolean =>
      right > left && top < height && bottom > 0 && (left < x || right > x + width);
    const found = elements.filter((each) => isBeneath(each.getBoundingClientRect()) || movesWindow(each));
    return found.map((each) => each.ariaLabel ?? each.textContent);
  }, area);
}

/** What a press beside the controls is for. Runs in the page. */
function regionAround(element: Element): string {
  let each: Element | null = element;
  const regionOf = (at: Element): string => getComputedStyle(at).getPropertyValue('app-region');
  while (each?.parentElement && regionOf(each) === 'none') each = each.parentElement;
  return each ? regionOf(each) : '';
}

async function expectAllInReach(page: Page, tools: Locator): Promise<void> {
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 720 });
    for (const system of SYSTEMS) {
      const bar = system(width);
      await setTitleBar(page, bar);
      expect(await outOfReach(tools, bar), `${width} px, free from ${bar.x} on, ${bar.width} px`).toEqual([]);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(overflow, 'pixels beside the window').toBeLessThanOrEqual(0);
    }
  }
}

test('the app’s bar is the title bar, clear of the window’s buttons, and stays while the screen scrolls', async ({
  page,
}) => {
  await page.goto('/settings');
  const links = page.getByRole('navigation', { name: 'Main' });
  const before = await links.boundingBox();
  await expectAllInReach(page, page.getByRole('banner'));
  expect(await page.getByRole('navigation', { name: 'Main' }).evaluate(regionAround)).toBe('drag');
  expect(await axeFindings(page)).toEqual([]);
  await page.evaluate(() => window.scrollTo(0, 1500));
  await expect(links.getByRole('link', { name: 'Library', exact: true })).toBeInViewport();
  await page.evaluate(() => (document.documentElement.dir = 'rtl'));
  await expectAllInReach(page, page.getByRole('banner'));

  await page.evaluate(() => (document.documentElement.dir = 'ltr'));
  await setTitleBar(page, undefined);
  await expect(links.getByRole('link', { name: 'Library', exact: true })).not.toBeInViewport();
  await page.evaluate(() => window.scrollTo(0, 0));
  await page.setViewportSize({ width: 1280, height: 720 });
  expect(await links.boundingBox()).toEqual(before);
});

test('the reader’s bar is the title bar, and doesn’t leave', async ({ page, origin }) => {
  await read(page, origin.publish('paper.pdf', { pages: 9 }));
  const tools = reader(page).getByRole('toolbar', { name: 'Document tools' });
  await expectAllInReach(page, tools);
  await page.evaluate(() => (document.documentElement.dir = 'rtl'));
  await expectAllInReach(page, tools);
  await page.evaluate(() => (document.documentElement.dir = 'ltr'));

  expect(await tools.evaluate(regionAround)).toBe('drag');
  const scroll = async (by: number): Promise<void> => {
    await reader(page).getByRole('group', { name: 'Pages', exact: true }).hover();
    for (let turn = 0; turn < 4; turn += 1) await page.mouse.wheel(0, by);
  };
  await scroll(100);
  await expect(reader(page).getByRole('textbox', { name: 'Page', exact: true })).toHaveValue(/^[1-9]$/u);
  await expect(tools).toBeInViewport();
  await setTitleBar(page, undefined);
  await scroll(100);
  await expect(tools).not.toBeInViewport();
  await setTitleBar(page, { x: 0, width: 1080, height: 33 }); // Turned on while the bar is away.
  await expect(tools).toBeInViewport();
});

test('menus in a low window are clear of the window’s buttons, and each of their lines can be pressed', async ({
  page,
}) => {
  await page.setViewportSize({ width: 900, height: 330 });
  await page.addInitScript(leaveBytesAlone);
  await page.goto('/');
  await expect(page.getByRole('list', { name: 'Samples' })).toBeVisible();
  await seedLibrary(page, { documents: makeDocuments(9) });
  await page.goto('/');
  const button = page.getByRole('button', { name: /^More about /u }).nth(3);
  const menu = page.getByRole('menu');
  for (const system of SYSTEMS) {
    const bar = system(900);
    await setTitleBar(page, bar);
    for (const block of ['start', 'end'] as const) {
      await button.evaluate((element, edge) => element.scrollIntoView({ block: edge }), block);
      await button.press('Enter');
      await expect(menu).toBeVisible();
      expect(await outOfReach(menu, bar), `free from ${bar.x} on`).toEqual([]);
      expect((await menu.boundingBox())?.y).toBeGreaterThanOrEqual(bar.height);
      for (const line of await lines(menu).all()) {
        await expect(line).toBeFocused();
        await expect(line).toBeInViewport({ ratio: 0.95 });
        await page.keyboard.press('ArrowDown');
      }
      await page.keyboard.press('Escape');
      await expect(button).toBeFocused();
    }
  }
});
