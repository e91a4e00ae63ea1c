import type { Page } from 'playwright/test';
import { expect, test } from '../support/fixtures.ts';
import { backToLibrary, sheet } from '../support/reading.ts';
import { chooseFor } from '../support/shelf.ts';
import { document, download, transfer } from '../support/story.ts';
import { storedRows } from '../support/stored-rows.ts';

const YEAR = 365 * 24 * 60 * 60_000;

type Shifted = typeof globalThis & { clockShift: number };

/** Runs in the page, before the app: its clock is wrong by `clockShift` ms, which may change at any time. */
function shiftClock(ms: number): void {
  const RealDate = Date;
  const shifted = Object.assign(globalThis as Shifted, { clockShift: ms });
  class WrongDate extends RealDate {
    constructor(...given: []) {
      if (given.length > 0) super(...given);
      else super(RealDate.now() + shifted.clockShift);
    }

    static override now(): number {
      return RealDate.now() + shifted.clockShift;
    }
  }
  globalThis.Date = WrongDate as DateConstructor;
}

async function setClock(page: Page, ms: number): Promise<void> {
  await page.evaluate((shift) => void ((globalThis as Shifted).clockShift = shift), ms);
}

/** Moves all dates of all tasks and of what was removed, as if the clock had been set back by so many ms since. */
async function dateRowsAhead(page: Page, ms: number): Promise<void> {
  await page.evaluate(async (shift) => {
    const answer = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve) => request.addEventListener('success', () => resolve(request.result)));
    const db = await answer(indexedDB.open('longhaul'));
    const tx = db.transaction(['tasks', 'removed'], 'readwrite');
    const ahead = (row: object): object =>
      Object.fromEntries(
        Object.entries(row).map(([name, value]: [string, unknown]) => {
          if (typeof value === 'number' && /(?:At|until)$/u.test(name)) return [name, value + shift];
          return [name, typeof value === 'object' && name === 'state' ? ahead(value as object) : value];
        }),
      );
    for (const name of ['tasks', 'removed']) {
      const store = tx.objectStore(name);
      for (const row of await answer<object[]>(store.getAll())) await answer(store.put(ahead(row)));
    }
    db.close();
  }, ms);
}

for (const [words, shift] of [
  ['ten years ahead', 10 * YEAR],
  ['ten years behind', -10 * YEAR],
] as const) {
  test(`with the page’s clock ${words}, a document comes, its numbers make sense, and it is read`, async ({
    page,
    origin,
  }) => {
    await page.addInitScript(shiftClock, shift);
    const pdf = origin.publish('paper.pdf', { bytes: 4_000_000, holdAfterBytes: 1_000_000 });
    await page.goto('/transfers');
    await download(page, pdf.url);
    const row = transfer(page, 'paper.pdf');
    await expect(row).toContainText('1 MB of 4 MB · 25 %');
    await expect(row).not.toContainText(/-\d|NaN|Infinity/u);
    pdf.release();
    await expect(row).toContainText('Done');
    await page.reload(); // The worker’s dates are of another time than the page’s.
    await expect(row).toContainText('Done');
    await page.getByRole('link', { name: 'Library' }).click();
    await document(page, 'paper.pdf').click();
    await expect(sheet(page, 1).getByText('Test paper')).toBeVisible();
    await backToLibrary(page);
    await expect(document(page, 'paper.pdf')).toBeVisible();
    await expect(page.getByText('The browser has cleared your library')).toHaveCount(0);
  });
}

test('set back while a try waits, the clock does not hold it up', async ({ page, origin }) => {
  await page.addInitScript(shiftClock, 0);
  const pdf = origin.publish('busy.pdf', { status: 503, headers: { 'Retry-After': '3' } });
  await page.goto('/transfers');
  await download(page, pdf.url);
  const row = transfer(page, 'busy.pdf');
  await expect(row).toContainText(/Trying again in \d s/u);
  pdf.behave({ status: 200 });
  await setClock(page, -YEAR);
  await expect(row).toContainText('Done');
});

test('what was left by a clock that was a year ahead is tried at once, and cleared away', async ({ page, origin }) => {
  const kept = origin.publish('removed.pdf');
  const busy = origin.publish('busy.pdf', { status: 503, headers: { 'Retry-After': '3000' } });
  await page.goto('/');
  await download(page, kept.url);
  await expect(document(page, 'removed.pdf')).toBeVisible();
  await chooseFor(page, 'removed.pdf', 'Remove');
  await expect.poll(async () => (await storedRows(page, 'removed')).length).toBe(1);
  await page.goto('/transfers');
  await download(page, busy.url);
  const row = transfer(page, 'busy.pdf');
  await expect(row).toContainText(/Trying again in 5\d min/u);
  busy.behave({ status: 200 });
  await dateRowsAhead(page, YEAR);
  await page.reload();
  await expect(row).toContainText('Done');
  await expect.poll(async () => (await storedRows(page, 'removed')).length).toBe(0);
});

test('a library made while the clock was ahead is not taken for one that was cleared', async ({ page, origin }) => {
  await page.addInitScript(shiftClock, YEAR);
  await page.goto('/');
  await download(page, origin.publish('paper.pdf').url);
  await expect(document(page, 'paper.pdf')).toBeVisible();
  const note = (): Promise<string | null> => page.evaluate(() => localStorage.getItem('longhaul-library'));
  await expect.poll(note).toContain('"count":1');
  const other = await page.context().newPage(); // Its clock is right.
  await other.goto('/');
  await download(other, origin.publish('second.pdf').url);
  await expect(document(other, 'second.pdf')).toBeVisible();
  await expect.poll(note).toContain('"count":2');
  await other.reload();
  await expect(document(other, 'second.pdf')).toBeVisible();
  await expect(other.getByText('The browser has cleared your library')).toHaveCount(0);
});
