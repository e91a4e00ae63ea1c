import type { Page, Request } from 'playwright/test';
import { expect, test } from '../support/fixtures.ts';
import { backToLibrary, findBox, read, sheet } from '../support/reading.ts';
import { document, download } from '../support/story.ts';

test('of a large document only a small share is read, however it is gone through', async ({ page, origin }) => {
  await page.addInitScript(countBytesRead);
  const bytes = 30_000_000;
  await read(page, origin.publish('book.pdf', { bytes, pages: 3 }));
  const forFirstPage = await bytesRead(page);
  expect(forFirstPage).toBeGreaterThan(0);
  expect(forFirstPage).toBeLessThan(bytes / 10);
  await findBox(page).fill('page 3');
  await expect(sheet(page, 3).getByText('page 3', { exact: true })).toBeInViewport();
  expect(await bytesRead(page)).toBeLessThan(bytes / 10);
});

test.describe('in a browser that never saw the app', () => {
  test.use({ ownBrowser: true, newProfile: true });

  test('pdf.js comes with the first document, and its workers stay warm', async ({ context, page, origin }) => {
    const asked: Request[] = [];
    context.on('request', (request) => asked.push(request));
    const ofReader = (): string[] =>
      asked.map((request) => request.url()).filter((url) => /\/(reader|pdfjs)\//u.test(url));
    await page.goto('/');
    await page.evaluate(async () => navigator.serviceWorker.ready);
    for (const screen of ['Transfers', 'Settings', 'Library']) {
      await page.getByRole('navigation').getByRole('link', { name: screen }).click();
      await expect(page).toHaveTitle(`${screen} · Longhaul`);
    }
    expect(asked.some((request) => request.serviceWorker() !== null)).toBe(true); // The worker's own requests are seen.
    expect(ofReader()).toEqual([]);
    expect(await page.evaluate(() => 'pdfjsLib' in globalThis)).toBe(false); // Nor is it part of the shell.
    await page.getByRole('link', { name: 'Settings' }).click();
    await expect(page.getByText('The parts of the reader come with your first document.')).toBeVisible();
    await page.getByRole('link', { name: 'Library', exact: true }).click();

    await download(page, origin.publish('paper.pdf').url);
    await document(page, 'paper.pdf').click();
    await expect(sheet(page, 1).getByText('Test paper')).toBeVisible();
    expect(ofReader()).not.toEqual([]);
    expect(page.workers()).toHaveLength(2); // One reads, one draws.
    await backToLibrary(page);
    expect(page.workers()).toHaveLength(2);
  });

  test('the parts of the reader can be fetched ahead, and Settings says when they could not', async ({ page, app }) => {
    await page.goto('/settings');
    const fetch = page.getByRole('button', { name: 'Fetch them now' });
    await expect(fetch).toBeVisible();
    await app.close();
    await fetch.click();
    await expect(page.getByText('could not be fetched. Try again when there is a network.')).toBeVisible();
    await app.renew();
    await fetch.click();
    await expect(page.getByText('Everything that the reader needs is on this device.')).toBeVisible();
    await expect(fetch).toHaveCount(0);
  });
});

/** Counts, in the page, how large every blob is whose bytes are asked for, in whichever way. */
function countBytesRead(): void {
  const counted = globalThis as { bytesRead?: number };
  counted.bytesRead = 0;
  const count = (blob: unknown): void => {
    if (blob instanceof Blob) counted.bytesRead = (counted.bytesRead ?? 0) + blob.size;
  };
  const wrap = (owner: object, name: string): void => {
    const original = Reflect.get(owner, name) as ((...given: unknown[]) => unknown) | undefined;
    if (!original) return;
    Reflect.set(owner, name, function (this: unknown, ...given: unknown[]): unknown {
      for (const blob of [this, ...given]) count(blob);
      return original.apply(this, given);
    });
  };
  for (const name of ['arrayBuffer', 'bytes', 'text', 'stream']) wrap(Blob.prototype, name);
  for (const name of ['readAsArrayBuffer', 'readAsText', 'readAsDataURL']) wrap(FileReader.prototype, name);
  wrap(URL, 'createObjectURL');
}

async function bytesRead(page: Page): Promise<number> {
  return page.evaluate(() => (globalThis as { bytesRead?: number }).bytesRead ?? 0);
}
