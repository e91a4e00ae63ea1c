import { join } from 'node:path';
import type { Locator, Page } from 'playwright/test';
import type { PublishedFile } from '../origin/published-file.ts';
import type { PublishOptions } from '../origin/publish-options.ts';
import { expect, test as base } from '../support/fixtures.ts';
import { leaveBytesAlone } from '../support/leave-bytes-alone.ts';
import { LANGUAGES, SIZES, THEMES } from './looks.ts';

const SCREENS = join(import.meta.dirname, '../../test-results/screens');

/** Where files seem to come from: a port of this machine would be another in every picture. */
const HOST = 'papers.example.org';

/** Serves a file at `papers.example.org`; `address` is what people paste. */
export type Publish = (name: string, options?: PublishOptions) => PublishedFile & { readonly address: string };

interface Fixtures {
  readonly publish: Publish;
}

/** A test whose browser finds the test origin under a name, and moves nothing. */
export const test = base.extend<Fixtures>({
  ownBrowser: true,
  newProfile: true,

  context: async ({ launch, origin, deviceScaleFactor }, use) => {
    const { host } = new URL(origin.url.replace('localhost', '127.0.0.1'));
    // Without the second flag, a Background Fetch from an http address that is not this machine's is refused.
    const args = [
      `--host-resolver-rules=MAP ${HOST} ${host}`,
      `--unsafely-treat-insecure-origin-as-secure=http://${HOST}`,
      '--hide-scrollbars',
    ];
    const options = {
      args,
      deviceScaleFactor: deviceScaleFactor ?? 1,
      reducedMotion: 'reduce',
      timezoneId: 'UTC',
    } as const;
    const context = await launch(options);
    await context.addInitScript(leaveBytesAlone);
    await use(context);
  },

  publish: async ({ origin }, use) => {
    await use((name, options) => {
      const file = origin.publish(name, options);
      return Object.assign(file, { address: file.url.replace(origin.url, `http://${HOST}`) });
    });
  },
});

/** Takes pointer and focus away, so that nothing is drawn as hovered or focused. */
export async function letGo(page: Page): Promise<void> {
  await page.mouse.move(0, 0);
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
}

/** Takes the pointer to where nothing is drawn as hovered, in a window of any size. */
export async function pointAway(page: Page): Promise<void> {
  await page.mouse.move(1270, 700);
}

/** For `shootWindow`: scrolls to a place again and again, which has another name in another language. */
export async function inView(place: Locator, block: ScrollLogicalPosition = 'start'): Promise<() => Promise<void>> {
  const element = await place.elementHandle();
  return async () => element?.evaluate((there, at) => there.scrollIntoView({ block: at }), block);
}

interface Looks {
  /** Not only what the window shows: the whole page. What stands over it would stand in its middle. */
  readonly fullPage?: boolean;
  /** Opens again, or brings into view, what a window of another size closes or moves. It may know no language. */
  readonly reopen?: () => Promise<void>;
}

/**
 * Keeps pictures of what the window shows in every look, as `<language>-<width>-<theme>/<name>.png`. The window stays the
 * same one, and what is open over a screen stays open; afterwards it is as it was.
 */
export async function shootWindow(page: Page, name: string, reopen?: () => Promise<void>): Promise<void> {
  await shootLooks(page, name, reopen ? { reopen } : {});
}

/** The same of the whole page, with nothing focused. */
export async function shoot(page: Page, name: string): Promise<void> {
  await letGo(page);
  await shootLooks(page, name, { fullPage: true });
}

async function shootLooks(page: Page, name: string, { fullPage = false, reopen }: Looks): Promise<void> {
  const before = page.viewportSize();
  for (const language of LANGUAGES) {
    await speak(page, language);
    for (const viewport of SIZES) {
      await page.setViewportSize(viewport);
      await drawn(page);
      await reopen?.();
      for (const colorScheme of THEMES) {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        const look = `${language}-${viewport.width}-${colorScheme}`;
        await page.screenshot({ path: join(SCREENS, look, `${name}.png`), fullPage });
      }
    }
  }
  await speak(page, 'en');
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  if (before) await page.setViewportSize(before);
  await drawn(page);
}

/** As when the person changes it in another window. */
async function speak(page: Page, language: string): Promise<void> {
  const isApp = await page.evaluate((code) => {
    localStorage.setItem('longhaul-language', code);
    return dispatchEvent(new StorageEvent('storage', { key: 'longhaul-language' })) && 'navigation' in globalThis;
  }, language);
  if (!isApp) await page.reload(); // A browser in which the app doesn't run.
  await expect.poll(() => page.evaluate(() => document.documentElement.lang)).toBe(language);
}

/** Lists measure themselves anew in a window of another size, and pages are drawn anew: no event tells of the last. */
async function drawn(page: Page): Promise<void> {
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 250)));
}

export { expect } from 'playwright/test';
