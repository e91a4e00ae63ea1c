import type { JSHandle, Page } from 'playwright/test';
import { addSha256Of } from '../support/add-sha256-of.ts';
import { test } from '../support/fixtures.ts';
import { report } from './measurement.ts';

test.use({ ownBrowser: true, newProfile: true });

const BYTES = 1_024_000_000;
const BAR_MB = 24;

test('SHA-256 of 1 GB takes a few MB of memory', async ({ context, page }) => {
  await page.goto('/');
  await addSha256Of(page);
  const file = await largeFile(page);
  const cdp = await context.newCDPSession(page);
  const memory = async (): Promise<number> => {
    const { usedSize, backingStorageSize } = await cdp.send('Runtime.getHeapUsage');
    return (usedSize + backingStorageSize) / 1e6; // Objects, and what lies in array buffers.
  };
  await cdp.send('HeapProfiler.collectGarbage');
  const before = await memory();
  const hashing = hash(page, file);
  let highest = before;
  const watch = setInterval(() => void memory().then((now) => (highest = Math.max(highest, now))), 50);
  const ms = await hashing.finally(() => clearInterval(watch));
  await report(test.info(), { name: 'SHA-256 of 1 GB', unit: 's', value: ms / 1000, runs: [ms / 1000] });
  const value = highest - before;
  await report(test.info(), { name: 'Memory that this takes at most', unit: 'MB', value, bar: BAR_MB, runs: [value] });
});

async function largeFile(page: Page): Promise<JSHandle<Blob>> {
  return page.evaluateHandle((bytes) => {
    const parts = 64;
    const part = new Uint8Array(bytes / parts).fill(7);
    return new Blob(Array.from({ length: parts }, () => part));
  }, BYTES);
}

/** @returns how long it took, in ms. */
async function hash(page: Page, file: JSHandle<Blob>): Promise<number> {
  return page.evaluate(async (blob) => {
    const start = performance.now();
    await longhaul.sha256Of(blob);
    return performance.now() - start;
  }, file);
}
