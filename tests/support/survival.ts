import { type Locator, type Page, expect } from 'playwright/test';
import type { PublishedFile } from '../origin/published-file.ts';
import type { Engine } from './fixtures.ts';
import { download, storedSha256, transfer } from './story.ts';

export const ENGINES: readonly Engine[] = ['background-fetch', 'fetch'];

/** Of the file that has to survive: the smallest that comes in segments. */
export const SIZE = 16_000_000;
/** On the line that `start()` remembers. */
export const SEGMENT = 2_000_000;
export const NAME = 'survivor.pdf';

/** Starts the download of a file on Transfers. Its host's line was slow when last seen, so that segments are small. */
export async function start(page: Page, { url }: PublishedFile): Promise<Locator> {
  await page.goto('/transfers');
  await expect(page.getByText('Nothing is on its way').or(page.getByRole('list', { name: 'Transfers' }))).toBeVisible();
  await rememberLine(page, new URL(url).host, SEGMENT / 5);
  await download(page, url);
  return transfer(page, NAME);
}

/**
 * The file is there, byte for byte, and next to nothing was fetched twice.
 *
 * @param losses how often the line, the browser or a press took away what was under way.
 */
export async function expectSurvived(page: Page, pdf: PublishedFile, losses = 1): Promise<void> {
  await expect(transfer(page, NAME)).toContainText('Done', { timeout: 60_000 });
  expect(await storedSha256(page, NAME)).toBe(pdf.sha256);
  expect(pdf.bytesSent).toBeLessThanOrEqual(pdf.body.length + losses * 2 * SEGMENT);
}

async function rememberLine(page: Page, host: string, bytesPerSecond: number): Promise<void> {
  const row = { name: `line-speed:${host}`, value: bytesPerSecond };
  await page.evaluate(async (value) => {
    const opening = indexedDB.open('longhaul');
    await new Promise((resolve) => opening.addEventListener('success', resolve));
    const tx = opening.result.transaction('settings', 'readwrite');
    tx.objectStore('settings').put(value);
    await new Promise((resolve) => tx.addEventListener('complete', resolve));
    opening.result.close();
  }, row);
}
