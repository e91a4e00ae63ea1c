import { type Page, expect } from 'playwright/test';

/** One of the two pages that are compared. */
export interface Side {
  readonly page: Page;
  /** Removes a stored file as a person does. */
  readonly remove: (name: string) => Promise<void>;
}

/** Bytes that a page's origin may use with no file in it: code, caches, empty databases. */
const EMPTY = 20_000_000;

/** Chromium's flags for `clear`. */
export const CLEARABLE = ['--js-flags=--expose-gc'];

export function ourSide(page: Page): Side {
  return {
    page,
    remove: async (name) => {
      await page
        .getByRole('list', { name: 'Library' })
        .getByRole('button', { name: `Remove ${name}` })
        .click();
      await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
    },
  };
}

export function bareSide(page: Page): Side {
  return { page, remove: (name) => page.getByRole('button', { name: `Remove ${name}` }).click() };
}

/**
 * Removes a file and waits until the browser has given its room back. Otherwise each run would write to disk and memory
 * that nobody has touched yet, which on many machines costs more than all that is measured.
 */
export async function clear({ page, remove }: Side, name: string): Promise<void> {
  await remove(name);
  // Chromium keeps a background fetch's own copy as long as the worker's event object is not collected.
  for (const worker of page.context().serviceWorkers()) await worker.evaluate('gc()');
  await expect.poll(() => page.evaluate(async () => (await navigator.storage.estimate()).usage)).toBeLessThan(EMPTY);
}
