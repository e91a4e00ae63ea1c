import { join } from 'node:path';
import type { Page } from 'playwright/test';
import type { PublishedFile } from '../origin/published-file.ts';
import type { PublishOptions } from '../origin/publish-options.ts';
import { test as base } from '../support/fixtures.ts';
import { leaveBytesAlone } from '../support/leave-bytes-alone.ts';
import { SIZES, THEMES } from './sizes.ts';

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

/** Keeps a picture of what the window shows as `<name>-<width>-<theme>.png`. */
export async function shootWindow(page: Page, name: string): Promise<void> {
  await keep(page, name, false);
}

/** The same of the whole page. */
export async function shoot(page: Page, name: string): Promise<void> {
  await letGo(page);
  await keep(page, name, true);
}

/** What the window shows, in every size and theme: for what is open over a screen and stays so. */
export async function shootLooks(page: Page, name: string): Promise<void> {
  for (const colorScheme of THEMES) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    for (const viewport of SIZES) {
      await page.setViewportSize(viewport);
      await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 200))); // What is drawn anew has come.
      await keep(page, name, false);
    }
  }
}

async function keep(page: Page, name: string, fullPage: boolean): Promise<void> {
  const width = page.viewportSize()?.width ?? 0;
  const theme = await page.evaluate(() => (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'));
  await page.screenshot({ path: join(SCREENS, `${name}-${width}-${theme}.png`), fullPage });
}

export { expect } from 'playwright/test';
