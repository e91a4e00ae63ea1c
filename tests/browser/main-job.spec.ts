import { readdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import { expect, test } from '../support/fixtures.ts';
import {
  closeAllWindows,
  document,
  download,
  notifications,
  serviceWorker,
  storedSha256,
  transfer,
} from '../support/story.ts';

test('an address becomes a document in the library, byte for byte', async ({ page, origin }) => {
  const pdf = origin.publish('paper.pdf', { bytes: 300_000 });
  await page.goto('/');
  await download(page, pdf.url);
  await expect(document(page, 'paper.pdf')).toBeVisible();
  expect(await storedSha256(page, 'paper.pdf')).toBe(pdf.sha256);
});

test('progress moves, in bytes and percent, and the tab is said to be safe to close', async ({ page, origin }) => {
  const pdf = origin.publish('slow.pdf', { bytes: 4_000_000, holdAfterBytes: 1_000_000 });
  await page.goto('/transfers');
  await download(page, pdf.url);
  const row = transfer(page, 'slow.pdf');
  await expect(row.getByRole('progressbar')).toHaveAttribute('aria-valuenow', '25');
  await expect(row).toContainText('1 MB of 4 MB · 25 %');
  await expect(page.getByText('You can close this tab now')).toBeVisible();
  pdf.release();
  await expect(row).toContainText('Done');
  await expect(row.getByRole('progressbar')).toHaveAttribute('aria-valuenow', '100');
});

test.describe('in a browser that never saw the app', () => {
  test.use({ ownBrowser: true, newProfile: true });

  test('with every window closed mid-download, the document and its notification are there', async ({
    context,
    page,
    origin,
  }) => {
    const pdf = origin.publish('long haul.pdf', { bytes: 3_000_000, holdAfterBytes: 1_000_000 });
    await page.goto('/');
    await download(page, pdf.url);
    await pdf.reached(1_000_000);
    await closeAllWindows(context);
    const worker = await serviceWorker(context);
    expect(await notifications(worker)).toEqual([]);
    pdf.release();
    await expect.poll(() => notifications(worker)).toEqual(['long haul.pdf']);
    expect(await storedSha256(worker, 'long haul.pdf')).toBe(pdf.sha256);

    const again = await context.newPage();
    await again.goto('/');
    await expect(document(again, 'long haul.pdf')).toBeVisible();
    await expect.poll(() => notifications(worker)).toEqual([]); // Coming to the app clears them.
  });

  test('a part of the reader that never comes does not keep the notification back', async ({
    context,
    page,
    app,
    origin,
  }) => {
    const [version = ''] = await readdir(resolve(import.meta.dirname, '../../dist/pdfjs'));
    const part = app.publish(`pdfjs/${version}/cmaps/78-EUC-H.bcmap`, { body: 'never', holdAfterBytes: 0 });
    await page.goto('/');
    await download(page, origin.publish('paper.pdf').url);
    await part.requested();
    const worker = await serviceWorker(context);
    await expect.poll(() => notifications(worker)).toEqual(['paper.pdf']);
  });

  test('the document is read with the servers gone', async ({ context, page, app, origin }) => {
    const pdf = origin.publish('offline.pdf', { bytes: 200_000, pages: 3 });
    await page.goto('/');
    await download(page, pdf.url);
    await expect(document(page, 'offline.pdf')).toBeVisible();
    const worker = await serviceWorker(context);
    await expect.poll(() => notifications(worker)).toEqual(['offline.pdf']); // The reader's parts are kept before it is shown.
    await app.close();
    await origin.close();
    await page.close();

    const offline = await context.newPage();
    await offline.goto('/');
    await document(offline, 'offline.pdf').click();
    const reader = offline.getByRole('region', { name: 'Reader' });
    await expect(reader.getByText('of 3', { exact: true })).toBeVisible();
    await expect(reader.getByText('page 1 of 3')).toBeVisible();
  });
});

test('a sample downloads by one press', async ({ page }) => {
  await page.goto('/');
  const sample = page.getByRole('list', { name: 'Samples' }).getByRole('button').first();
  await sample.click();
  await expect(page.getByRole('list', { name: 'Library' }).getByRole('link')).toHaveCount(1);
});

test('ten addresses pasted at once all arrive, each once', async ({ page, origin }) => {
  const files = Array.from({ length: 10 }, (_, index) =>
    origin.publish(`paper-${index}.pdf`, { bytes: 20_000 + index }),
  );
  await page.goto('/');
  await download(page, files.map(({ url }) => url).join('\n'));
  await expect(page.getByRole('list', { name: 'Library' }).getByRole('link')).toHaveCount(10);
  for (const [index, file] of files.entries()) {
    expect(await storedSha256(page, `paper-${index}.pdf`)).toBe(file.sha256);
    expect(file.requests.filter(({ method }) => method === 'GET')).toHaveLength(1);
    expect(file.requests.filter(({ method }) => method === 'HEAD').length).toBeLessThanOrEqual(2);
  }
});

test('a download stopped in the browser’s own list says so and can be resumed', async ({ page, origin }) => {
  const pdf = origin.publish('stopped.pdf', { bytes: 2_000_000, holdAfterBytes: 500_000 });
  await page.goto('/transfers');
  await download(page, pdf.url);
  const row = transfer(page, 'stopped.pdf');
  await expect(row.getByRole('progressbar')).toHaveAttribute('aria-valuenow', '25');
  await page.evaluate(async () => {
    const { backgroundFetch } = await navigator.serviceWorker.ready;
    for (const id of (await backgroundFetch?.getIds()) ?? []) await (await backgroundFetch?.get(id))?.abort();
  });
  await expect(row).toContainText('Stopped in the browser’s own download list');
  pdf.release();
  await row.getByRole('button', { name: 'Resume stopped.pdf' }).click();
  await expect(row).toContainText('Done');
});

test('paused and resumed, cancelled and retried, a download arrives', async ({ page, origin }) => {
  const pdf = origin.publish('stop-and-go.pdf', { bytes: 2_000_000, holdAfterBytes: 500_000 });
  await page.goto('/transfers');
  await download(page, pdf.url);
  const row = transfer(page, 'stop-and-go.pdf');
  await expect(row.getByRole('progressbar')).toHaveAttribute('aria-valuenow', '25');
  await row.getByRole('button', { name: 'Pause stop-and-go.pdf' }).click();
  await expect(row).toContainText('Paused');
  await row.getByRole('button', { name: 'Resume stop-and-go.pdf' }).click();
  await expect(row.getByRole('button', { name: 'Pause stop-and-go.pdf' })).toBeVisible();
  await row.getByRole('button', { name: 'Cancel stop-and-go.pdf' }).click();
  await expect(row).toContainText('Canceled');
  pdf.release();
  await row.getByRole('button', { name: 'Retry stop-and-go.pdf' }).click();
  await expect(row).toContainText('Done');
  expect(await storedSha256(page, 'stop-and-go.pdf')).toBe(pdf.sha256);
});

test('the first download asks the browser to keep what is stored', async ({ page, origin }) => {
  await page.addInitScript(() => {
    const { persist } = StorageManager.prototype;
    StorageManager.prototype.persist = function (): Promise<boolean> {
      globalThis.document.documentElement.dataset['askedToPersist'] = 'yes';
      return persist.call(this);
    };
  });
  const pdf = origin.publish('keep.pdf');
  await page.goto('/');
  const wasAsked = (): Promise<string> =>
    page.evaluate(() => globalThis.document.documentElement.dataset['askedToPersist'] ?? '');
  expect(await wasAsked()).toBe('');
  await download(page, pdf.url);
  await expect.poll(wasAsked).toBe('yes');
});

test('a click on the entry in the browser’s own list shows Transfers', async ({ context, page, origin }) => {
  const pdf = origin.publish('entry.pdf', { bytes: 2_000_000, holdAfterBytes: 500_000 });
  await page.goto('/settings');
  await download(page, pdf.url);
  await pdf.reached(500_000);
  const worker = await serviceWorker(context);
  await worker.evaluate(async () => {
    const scope = globalThis as unknown as {
      readonly registration: ServiceWorkerRegistration;
      readonly BackgroundFetchEvent: new (type: string, init: object) => Event;
    };
    const { backgroundFetch } = scope.registration;
    const [id = ''] = (await backgroundFetch?.getIds()) ?? [];
    const registration = await backgroundFetch?.get(id);
    globalThis.dispatchEvent(new scope.BackgroundFetchEvent('backgroundfetchclick', { registration }));
  });
  await expect(page.getByRole('heading', { name: 'Transfers', level: 1 })).toBeVisible();
});
