import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { Page } from 'playwright/test';
import { expect, test } from '../support/fixtures.ts';
import { report } from './measurement.ts';

test.use({ ownBrowser: true, newProfile: true });

const BAR_KB = 120;

test('the first screen needs at most 120 kB of script and style, and nothing of pdf.js', async ({ page, app }) => {
  const urls = await requestedBy(page, async () => {
    await page.goto('/');
    await expect(page.getByRole('heading', { name: 'Downloads that outlive their tab' })).toBeVisible();
    await expect(page.getByRole('list', { name: 'Samples' })).toBeVisible();
    await page.waitForLoadState('networkidle');
  });
  const bodies = await Promise.all(urls.map(async (url) => Buffer.from(await (await fetch(url)).arrayBuffer())));

  expect(urls.length).toBeGreaterThan(1);
  expect(urls.filter((url) => !url.startsWith(app.url))).toEqual([]);
  expect(urls.filter((url) => /pdf|reader/iu.test(url))).toEqual([]);
  expect(bodies.filter((body) => body.includes('pdfjs-dist') || body.includes('GlobalWorkerOptions'))).toEqual([]);
  for (const [name, compress] of Object.entries({ gzip: gzipSync, brotli: brotliCompressSync })) {
    const value = bodies.map((body) => compress(body).length).reduce((sum, bytes) => sum + bytes, 0) / 1000;
    await report(test.info(), {
      name: `JS + CSS of the first screen, ${name}`,
      unit: 'kB',
      value,
      bar: BAR_KB,
      runs: [value],
    });
  }
});

/** Addresses of all scripts and styles that the page itself asked for; what its service worker keeps doesn't count. */
async function requestedBy(page: Page, visit: () => Promise<void>): Promise<readonly string[]> {
  const urls = new Set<string>();
  page.on('request', (request) => {
    const isOurs = ['script', 'stylesheet'].includes(request.resourceType()) && request.serviceWorker() === null;
    if (isOurs) urls.add(request.url());
  });
  await visit();
  return [...urls];
}
