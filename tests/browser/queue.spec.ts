import { expect, test } from '../support/fixtures.ts';
import { storedRows } from '../support/stored-rows.ts';
import {
  closeAllWindows,
  document,
  download,
  notificationBody,
  documentTitles,
  notifications,
  serviceWorker,
  storedSha256,
  transfer,
} from '../support/story.ts';

test.use({ ownBrowser: true }); // What runs or waits in the background must not meet the tests before it.

test('a hundred documents all arrive after every window was closed', async ({ context, page, origin }) => {
  const papers = Array.from({ length: 100 }, (_, index) => origin.publish(`paper-${index}.pdf`, { bytes: 50_000 }));
  const held = origin.publish('paper-0.pdf', { bytes: 50_000, holdAfterBytes: 10_000 });
  await page.goto('/transfers');
  await download(page, papers.map(({ url }) => url).join('\n'));
  const states = async (): Promise<string[]> => (await storedRows(page, 'tasks')).map(({ state }) => state.state);
  await expect.poll(states).toEqual(papers.map(() => 'running'));
  await held.reached(10_000);
  await closeAllWindows(context);
  held.release();
  const worker = await serviceWorker(context);
  await expect.poll(async () => (await documentTitles(worker)).length, { timeout: 50_000 }).toBe(100);
  for (const index of [0, 4, 50, 99]) {
    expect(await storedSha256(worker, `paper-${index}.pdf`)).toBe(papers[index]?.sha256);
  }
  const requests = papers.flatMap((paper) => paper.requests);
  const whole = requests.filter(({ method, range }) => method === 'GET' && range === undefined);
  expect(whole.length).toBe(100);
});

test('one that fails does not take the others along', async ({ page, origin }) => {
  const names = Array.from({ length: 12 }, (_, index) => `paper-${index}.pdf`);
  const papers = names.map((name) => origin.publish(name, { bytes: 20_000 }));
  // HEAD is fine: only the browser's own request finds out.
  const gone = origin.publish('gone.pdf', { head: 200, status: 404 });
  const lines = [...papers.slice(0, 8), gone, ...papers.slice(8)].map(({ url }) => url);
  await page.goto('/transfers');
  await download(page, lines.join('\n'));
  await expect(transfer(page, 'gone.pdf')).toContainText('has nothing at this address (404)');
  for (const name of names) await expect(transfer(page, name)).toContainText('Done');
  await page.getByRole('link', { name: 'Library' }).click();
  await expect(document(page, 'paper-11.pdf')).toBeVisible();
});

/** The page sees the compressed length and not that it is one: the browser's own fetch of it ends half-way. */
const COMPRESSED = {
  body: '0123456789\n'.repeat(50_000),
  gzip: true,
  headers: { 'Access-Control-Expose-Headers': 'Retry-After' },
};

test('what has to go again goes again without a window, by the worker', async ({ context, page, origin }) => {
  const held = origin.publish('first.pdf', { bytes: 50_000, holdAfterBytes: 10_000 });
  const again = origin.publish('numbers.txt', COMPRESSED);
  await page.goto('/transfers');
  await download(page, [held.url, again.url].join('\n'));
  await held.reached(10_000);
  await closeAllWindows(context);
  held.release();
  const worker = await serviceWorker(context);
  await expect.poll(() => documentTitles(worker), { timeout: 30_000 }).toContain('numbers.txt');
  expect(await storedSha256(worker, 'numbers.txt')).toBe(again.sha256);
  const told = async () =>
    [await notifications(worker), await notificationBody(worker, '2 documents are ready')].join();
  await expect.poll(told).toContain('numbers.txt');
});

test('what the worker can’t finish waits for a window, and says so', async ({ context, page, origin }) => {
  const held = origin.publish('first.pdf', { bytes: 50_000, holdAfterBytes: 10_000 });
  const headers = { ...COMPRESSED.headers, 'Retry-After': '600' };
  const status = (nth: number) => (nth === 1 ? 200 : 429);
  const busy = origin.publish('busy.txt', { ...COMPRESSED, headers, head: 200, status });
  await page.goto('/transfers');
  await download(page, [held.url, busy.url].join('\n'));
  await held.reached(10_000);
  await closeAllWindows(context);
  held.release();
  const worker = await serviceWorker(context);
  await expect.poll(() => notifications(worker), { timeout: 30_000 }).toContain('1 download waits for Longhaul');
  const reopened = await context.newPage();
  await reopened.goto('/transfers');
  await expect(transfer(reopened, 'busy.txt')).toContainText('answered 429. Trying again in 10 min');
});

test('a window closed before the browser has taken a file leaves it to the worker', async ({
  context,
  page,
  origin,
}) => {
  const pdf = origin.publish('paper.pdf');
  await page.addInitScript(() => {
    const scope = globalThis as unknown as { readonly BackgroundFetchManager: { readonly prototype: object } };
    Object.assign(scope.BackgroundFetchManager.prototype, { fetch: () => new Promise(() => {}) });
  });
  await page.goto('/transfers');
  await download(page, pdf.url);
  await expect(transfer(page, 'paper.pdf')).toContainText('Starting as soon as');
  await closeAllWindows(context);
  const worker = await serviceWorker(context);
  await expect.poll(() => notifications(worker)).toEqual(['paper.pdf']);
  expect(await storedSha256(worker, 'paper.pdf')).toBe(pdf.sha256);
});

test.describe('without Background Fetch', () => {
  test.use({ engine: 'fetch' });

  test('the worker takes over when the window closes', async ({ context, page, origin }) => {
    const pdf = origin.publish('large.pdf', { bytes: 20_000_000, bytesPerSecond: 1_000_000 });
    await page.goto('/transfers');
    await download(page, pdf.url);
    await expect(transfer(page, 'large.pdf')).toContainText('Keep Longhaul open');
    await pdf.reached(2_000_000);
    await closeAllWindows(context);
    const worker = await serviceWorker(context);
    await expect.poll(() => documentTitles(worker), { timeout: 40_000 }).toContain('large.pdf');
    expect(await storedSha256(worker, 'large.pdf')).toBe(pdf.sha256);
  });
});
