import { type Page, type Worker, expect } from 'playwright/test';
import { removeForGood } from '../support/shelf.ts';
import { timeToLink } from './time-to-link.ts';

/** One of the pages that are compared. */
export interface Side {
  readonly page: Page;
  /** Removes a stored file as a person does. */
  readonly remove: (name: string) => Promise<void>;
}

/** Bytes that a page's origin may use with no file in it: code, caches, empty databases. */
const EMPTY = 20_000_000;

/** Ms after which a round begins though the room of the last isn't free: its own room may then cost more. */
const LONGEST_CLEARING = 30_000;

/** Chromium's flags for `clear`. */
export const CLEARABLE = ['--js-flags=--expose-gc'];

export function ourSide(page: Page): Side {
  return {
    page,
    remove: (name) => removeForGood(page, name),
  };
}

export function bareSide(page: Page): Side {
  return { page, remove: (name) => page.getByRole('button', { name: `Remove ${name}` }).click() };
}

/** Downloads a file, then removes it. @returns seconds from the press to its link. */
export async function timeDownload(side: Side, address: string, name: string): Promise<number> {
  const ms = await timeToLink(side.page, address, name);
  await clear(side, name);
  return ms / 1000;
}

/**
 * Removes a file and waits until the browser has given its room back. Otherwise each run would write to disk and memory
 * that nobody has touched yet, which on many machines costs more than all that is measured.
 */
export async function clear({ page, remove }: Side, name: string): Promise<void> {
  await remove(name);
  await waitForRoom(page, [page, ...page.context().serviceWorkers()]);
}

/**
 * Waits until the browser has given back the room of what was removed.
 *
 * @param where a page or worker of the origin.
 * @param holders pages and workers that may hold on to bytes: Chromium keeps a background fetch's own copy as long as a
 * record of it, or the worker's event object, is not collected; and that event may not be over yet.
 */
export async function waitForRoom(where: Page | Worker, holders: readonly (Page | Worker)[]): Promise<void> {
  const usage = async (): Promise<number | undefined> => {
    for (const holder of holders) await evaluateIn(holder)('gc()');
    return evaluateIn(where)(async () => (await navigator.storage.estimate()).usage);
  };
  const options = { timeout: LONGEST_CLEARING };
  await expect
    .poll(usage, options)
    .toBeLessThan(EMPTY)
    .catch(async () => {
      console.warn(`${await usage()} bytes are still in use on ${where.url()}, with nothing stored`);
    });
}

/** Page and worker have the same `evaluate()`, which TypeScript can't call on either. */
function evaluateIn(where: Page | Worker): Page['evaluate'] {
  return where.evaluate.bind(where) as Page['evaluate'];
}
