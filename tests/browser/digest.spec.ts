import type { Page, Worker } from 'playwright/test';
import { expect, test } from '../support/fixtures.ts';
import { storedRows } from '../support/stored-rows.ts';
import {
  closeAllWindows,
  document,
  download,
  notifications,
  serviceWorker,
  storedSha256,
  transfer,
} from '../support/story.ts';
import { stopWorker } from '../support/worker-death.ts';

const WRONG = '0'.repeat(64);
const MISMATCH = 'its checksum is different. Nothing was kept.';

/** The transfer says that the file is another one; there is no document, and not one byte of it. */
async function expectMismatch(page: Page, name: string): Promise<void> {
  await expect(transfer(page, name)).toContainText(MISMATCH);
  await expect(document(page, name)).toHaveCount(0);
  expect(await storedRows(page, 'documents')).toEqual([]);
  expect(await storedRows(page, 'segments')).toEqual([]);
}

test('a file with the digest that its address promises arrives, and keeps it', async ({ page, origin }) => {
  const pdf = origin.publish('paper.pdf');
  await page.goto('/');
  await download(page, `${pdf.url}#sha256=${pdf.sha256.toUpperCase()}`);
  await expect(document(page, 'paper.pdf')).toBeVisible();
  expect(await storedSha256(page, 'paper.pdf')).toBe(pdf.sha256);
  expect(await storedRows(page, 'tasks')).toMatchObject([{ digest: pdf.sha256, request: { url: pdf.url } }]);
});

test('a file with another digest never gets into the library, and says so; the right one does on Retry', async ({
  page,
  origin,
}) => {
  const pdf = origin.publish('paper.pdf', { seed: 1 });
  const right = origin.publish('right.pdf', { seed: 2 });
  await page.goto('/');
  await download(page, `${pdf.url}#sha256=${right.sha256}`);
  await expectMismatch(page, 'paper.pdf');
  pdf.replace({ seed: 2 });
  await page.getByRole('button', { name: 'Retry paper.pdf' }).click();
  await expect(document(page, 'paper.pdf')).toBeVisible();
  expect(await storedSha256(page, 'paper.pdf')).toBe(right.sha256);
});

test('an address with a broken digest stays in the box with the reason', async ({ page, origin }) => {
  const pdf = origin.publish('paper.pdf');
  await page.goto('/');
  await download(page, `${pdf.url}#sha256=xyz`);
  await expect(page.getByRole('alert').filter({ hasText: 'The checksum after #sha256=' })).toContainText(
    'take it out to download without a check',
  );
  await expect(page.getByLabel('Address')).toHaveValue(`${pdf.url}#sha256=xyz`);
  expect(pdf.requests).toEqual([]);
});

test('with every window closed, the right file is announced and the wrong one is not kept', async ({
  context,
  page,
  origin,
}) => {
  const right = origin.publish('right.pdf', { bytes: 3_000_000, holdAfterBytes: 1_000_000 });
  const wrong = origin.publish('wrong.pdf', { bytes: 2_000_000 });
  await page.goto('/transfers');
  await download(page, `${right.url}#sha256=${right.sha256}\n${wrong.url}#sha256=${WRONG}`);
  const states = async (where: Page | Worker): Promise<string[]> =>
    (await storedRows(where, 'tasks')).map(({ state }) => state.state).toSorted();
  await right.reached(1_000_000);
  await expect.poll(() => states(page)).toEqual(['running', 'running']); // Chromium fetches one after the other.
  await closeAllWindows(context);
  const worker = await serviceWorker(context);
  right.release();
  await expect.poll(() => states(worker)).toEqual(['completed', 'failed']);
  await expect
    .poll(async () => (await notifications(worker)).toSorted())
    .toEqual(['right.pdf', 'wrong.pdf could not be downloaded']);
  expect(await storedSha256(worker, 'right.pdf')).toBe(right.sha256);
  expect(await storedRows(worker, 'segments')).toHaveLength(1);

  const again = await context.newPage();
  await again.goto('/transfers');
  await expect(transfer(again, 'right.pdf')).toContainText('Done');
  await expect(transfer(again, 'wrong.pdf')).toContainText(MISMATCH);
});

test('a large file in segments is checked as a whole', async ({ page, origin }) => {
  const right = origin.publish('right.pdf', { bytes: 40_000_000, seed: 1 });
  const wrong = origin.publish('wrong.pdf', { bytes: 40_000_000, seed: 2 });
  await page.goto('/');
  await download(page, `${wrong.url}#sha256=${right.sha256}`);
  await expectMismatch(page, 'wrong.pdf');
  await download(page, `${right.url}#sha256=${right.sha256}`);
  await expect(document(page, 'right.pdf')).toBeVisible();
  expect(await storedSha256(page, 'right.pdf')).toBe(right.sha256);
});

for (const { outcome, digest } of [
  { outcome: 'the right file arrives', digest: undefined },
  { outcome: 'the wrong one does not', digest: WRONG },
]) {
  test(`what a stopped worker did not get to check, a page checks in a worker of its own: ${outcome}`, async ({
    context,
    page,
    origin,
  }) => {
    const pdf = origin.publish('paper.pdf', { bytes: 3_000_000 });
    await page.goto('/');
    await download(page, pdf.url);
    await expect(document(page, 'paper.pdf')).toBeVisible();
    await page.goto('/licences.json'); // A page of the same origin that is not the app: no window looks meanwhile.
    await stopWorker(context, page); // It would go on with what waits.
    await leaveUnchecked(page, digest ?? pdf.sha256);
    const hashing = page.waitForEvent('worker', (worker) => worker.url().includes('digest-worker'));
    await page.goto('/');
    await hashing;
    if (digest === undefined) await expect(document(page, 'paper.pdf')).toBeVisible();
    else await expectMismatch(page, 'paper.pdf');
    expect(pdf.requests.filter(({ method }) => method === 'GET')).toHaveLength(1);
  });
}

/** As if the worker had died while it checked its only task: all bytes are stored, and it has no document. */
async function leaveUnchecked(page: Page, digest: string): Promise<void> {
  await page.evaluate(async (promised) => {
    const opening = indexedDB.open('longhaul');
    await new Promise((resolve) => opening.addEventListener('success', resolve));
    const tx = opening.result.transaction(['tasks', 'documents'], 'readwrite');
    tx.objectStore('documents').clear();
    const tasks = tx.objectStore('tasks');
    tasks.openCursor().addEventListener('success', (event) => {
      const cursor = (event.target as IDBRequest<IDBCursorWithValue>).result;
      cursor.update({ ...cursor.value, digest: promised, state: { state: 'waiting', reason: 'turn' } });
    });
    await new Promise((resolve, reject) => {
      tx.addEventListener('complete', resolve);
      tx.addEventListener('abort', () => reject(tx.error ?? new Error('The rows were not changed')));
    });
    opening.result.close();
  }, digest);
}
