import type { PublishedFile } from '../origin/published-file.ts';
import { expect } from '../support/fixtures.ts';
import { bytesInStorage, entry, openExample, press, savedSha256, test } from '../support/own-app.ts';
import { closeAllWindows, download, serviceWorker } from '../support/story.ts';

test.use({ ownBrowser: true }); // What runs or waits in the background must not meet the tests before it.

const SIZE = 40_000_000;
const SEGMENT = 8_000_000;

/** How often each segment of the file was asked for. */
function timesAsked({ requests }: PublishedFile): readonly number[] {
  return Array.from({ length: SIZE / SEGMENT }, (_, index) => {
    const range = `bytes=${index * SEGMENT}-${(index + 1) * SEGMENT - 1}`;
    return requests.filter((request) => request.method === 'GET' && request.range === range).length;
  });
}

test('another app’s download goes on without its page, and is the same task when the page is back', async ({
  context,
  page,
  origin,
}) => {
  const paper = origin.publish('paper.pdf', { bytes: 3_000_000, holdAfterBytes: 1_000_000 });
  await openExample(page);
  await download(page, paper.url);
  await paper.reached(1_000_000);
  await expect(entry(page, 'paper.pdf')).toContainText('running');
  const added = (await entry(page, 'paper.pdf').textContent())?.split('added')[1] ?? '';
  await closeAllWindows(context);
  paper.release();

  const worker = await serviceWorker(context);
  await expect
    .poll(() =>
      worker.evaluate(async () => {
        const { registration } = globalThis as unknown as { readonly registration: ServiceWorkerRegistration };
        return registration.backgroundFetch?.getIds();
      }),
    )
    .toEqual([]);
  const again = await context.newPage();
  await openExample(again);
  await expect(again.getByRole('listitem')).toHaveCount(1);
  await expect(entry(again, 'paper.pdf')).toContainText(`completed, 3000000 of 3000000 bytes, added${added}`);
  expect(await savedSha256(again, 'paper.pdf')).toBe(paper.sha256);
  expect(paper.requests.filter(({ method }) => method === 'GET')).toHaveLength(1);
});

test('resume data outlives its page, and a new task fetches only what is missing', async ({ page, origin }) => {
  const book = origin.publish('book.pdf', { bytes: SIZE, bytesPerSecond: 2_500_000 });
  await openExample(page);
  await download(page, book.url);
  await expect(entry(page, 'book.pdf')).toContainText(/running, [23]\d{7} of/u);
  await press(page, 'Stop');
  await expect(entry(page, 'book.pdf')).toContainText('canceled, ');
  const kept = await bytesInStorage(page);
  expect(kept).toBeGreaterThanOrEqual(2 * SEGMENT);
  await page.reload();
  await expect(entry(page, 'book.pdf')).toContainText(`canceled, ${kept} of`);

  book.behave({ bytesPerSecond: Infinity });
  await press(page, 'Go on');
  await expect(page.getByRole('listitem')).toHaveCount(2);
  await expect(page.getByRole('listitem').first()).toContainText('canceled, 0 of');
  await expect(entry(page, 'book.pdf')).toContainText('completed');
  expect(await savedSha256(page, 'book.pdf')).toBe(book.sha256);
  expect(timesAsked(book).filter((times) => times === 1).length).toBeGreaterThanOrEqual(3);
  expect(await bytesInStorage(page)).toBe(SIZE);
});

test('resume data that was used is as good as its address', async ({ page, origin }) => {
  const book = origin.publish('book.pdf', { bytes: SIZE, bytesPerSecond: 2_500_000 });
  await openExample(page);
  await download(page, book.url);
  await expect(entry(page, 'book.pdf')).toContainText(/running, [23]\d{7} of/u);
  await press(page, 'Stop');
  await expect(entry(page, 'book.pdf')).toContainText('canceled, ');
  book.behave({ bytesPerSecond: Infinity });
  await press(page, 'Go on');
  await expect(entry(page, 'book.pdf')).toContainText('completed');
  await press(page, 'Go on');
  await expect(page.getByRole('listitem')).toHaveCount(3);
  await expect(entry(page, 'book.pdf')).toContainText('completed');
  expect(await savedSha256(page, 'book.pdf')).toBe(book.sha256);
  expect(await bytesInStorage(page)).toBe(2 * SIZE);
});

test('what is no resume data is refused', async ({ page }) => {
  await openExample(page);
  await press(page, 'Go on');
  await expect(page.getByRole('alert')).toContainText('TypeError: Expected resume data');
  await expect(page.getByRole('listitem')).toHaveCount(0);
});

test('canceled without resume data, the bytes go at once', async ({ page, origin }) => {
  const book = origin.publish('book.pdf', { bytes: SIZE, bytesPerSecond: 2_500_000 });
  await openExample(page);
  await download(page, book.url);
  await expect.poll(() => bytesInStorage(page)).toBeGreaterThanOrEqual(SEGMENT);
  await press(page, 'Cancel');
  await expect(entry(page, 'book.pdf')).toContainText('canceled, 0 of');
  expect(await bytesInStorage(page)).toBe(0);
});

test('bytes that were kept for resume data go with their task', async ({ page, origin }) => {
  const book = origin.publish('book.pdf', { bytes: SIZE, bytesPerSecond: 2_500_000 });
  await openExample(page);
  await download(page, book.url);
  await expect(entry(page, 'book.pdf')).toContainText(/running, [23]\d{7} of/u);
  await press(page, 'Stop');
  await expect(entry(page, 'book.pdf')).toContainText('canceled, ');
  expect(await bytesInStorage(page)).toBeGreaterThanOrEqual(SEGMENT);
  await press(page, 'Remove');
  await expect(page.getByRole('listitem')).toHaveCount(0);
  expect(await bytesInStorage(page)).toBe(0);
});

test('a session that finishes takes no new tasks, also after a relaunch, and is over with its last', async ({
  context,
  page,
  origin,
}) => {
  // Without ranges Chromium doesn't pause it for the new tab.
  const paper = origin.publish('paper.pdf', { bytes: 3_000_000, holdAfterBytes: 1_000_000, ranges: false });
  await openExample(page);
  await download(page, paper.url);
  await expect(entry(page, 'paper.pdf')).toContainText('running, 1');
  await press(page, 'Finish');
  await expect(page.getByRole('status')).toHaveText('The session is finishing');
  await page.close();

  const again = await context.newPage();
  await openExample(again, 'finishing');
  await download(again, paper.url);
  await expect(again.getByRole('alert')).toContainText('InvalidStateError: The session "papers"');
  await expect(again.getByRole('listitem')).toHaveCount(1);
  paper.release();
  await expect(entry(again, 'paper.pdf')).toContainText('completed');
  await expect(again.getByRole('status')).toHaveText('The session is invalid');
  expect(await savedSha256(again, 'paper.pdf')).toBe(paper.sha256); // It can be taken until the name is used again.

  await again.reload();
  await expect(again.getByRole('status')).toHaveText('The session is valid');
  await expect(again.getByRole('listitem')).toHaveCount(0);
  expect(await bytesInStorage(again)).toBe(0);
});

test('invalidated and canceled, a session is over in every window, and nothing of it is left', async ({
  context,
  page,
  origin,
}) => {
  const book = origin.publish('book.pdf', { bytes: SIZE, bytesPerSecond: 2_500_000 });
  const other = await context.newPage();
  await openExample(other);
  await openExample(page);
  await download(page, book.url);
  await expect(entry(page, 'book.pdf')).toContainText(/running, [23]\d{7} of/u);
  await press(page, 'Cancel all');
  for (const window of [page, other]) {
    await expect(entry(window, 'book.pdf')).toContainText('canceled, 0 of');
    await expect(window.getByRole('status')).toHaveText('The session is invalid');
  }
  expect(await bytesInStorage(page)).toBe(0);
  const runs = await page.evaluate(async () => (await navigator.serviceWorker.ready).backgroundFetch?.getIds());
  expect(runs).toEqual([]);
  await download(page, book.url);
  await expect(page.getByRole('alert')).toContainText('InvalidStateError');
  await page.reload();
  await expect(page.getByRole('status')).toHaveText('The session is valid');
  await expect(page.getByRole('listitem')).toHaveCount(0);
});
