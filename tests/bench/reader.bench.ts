import { type BrowserContext, type Page, expect } from 'playwright/test';
import { makeScan } from '../origin/make-scan.ts';
import type { Origin } from '../origin/origin.ts';
import { document, download } from '../support/story.ts';
import { storedRows } from '../support/stored-rows.ts';
import { findBox, pageBox, reader } from '../support/reading.ts';
import type { BareServer } from './bare-server.ts';
import { test } from './bench-test.ts';
import { Heap } from './heap.ts';
import { interleave } from './interleave.ts';
import { report, reportMedian, reportRatio } from './measurement.ts';
import { megabytesOf } from './process-memory.ts';
import { ROUNDS, scaled } from './scale.ts';

const LARGE = { name: 'large.pdf', pages: scaled(2_000), bytesPerPage: 150_000 };
const SMALL = { name: 'small.pdf', pages: 13, bytesPerPage: 150_000 };
const LONG = { name: 'long.pdf', pages: scaled(1_000), bytesPerPage: 100 };

/** How large the viewer's own choice draws a page at 1280 px: 1.25 times its size on paper, in CSS pixels a point. */
const SCALE = (1.25 * 96) / 72;

type Book = typeof LARGE;

declare global {
  /** Of `bare/pdf.html`. */
  var store: (url: string, name: string) => Promise<void>;
  var openFirstPage: (name: string, scale: number) => Promise<number>;
  var closeDocument: () => Promise<void>;
}

function publish(origin: Origin, { name, pages, bytesPerPage }: Book): string {
  return origin.publish(name, { body: makeScan({ pages, bytesPerPage, heading: 'A kettle' }) }).url;
}

for (const [book, bar] of [
  [LARGE, 0.5],
  [SMALL, 1.2],
] as const) {
  const size = `${Math.round((book.pages * book.bytesPerPage) / 1_000_000)} MB of ${book.pages} pages`;

  test(`a document of ${size} opens as soon as pdf.js can draw it`, async ({ context, page, origin, bare }) => {
    const theirs = await context.newPage();
    await bringToBoth(page, theirs, bare, { url: publish(origin, book), name: book.name });
    const sides = {
      ours: () => timeOurs(page, book.name),
      theirs: () => timeTheirs(theirs, book.name),
    };
    await interleave(sides, 1); // Code that is compiled when it is first used does not count on either side.
    const times = await interleave(sides, ROUNDS);
    await reportMedian(test.info(), { name: `${size}: to the first page`, unit: 'ms', runs: times.ours });
    await reportMedian(test.info(), { name: `${size}: getDocument({ data })`, unit: 'ms', runs: times.theirs });
    await reportRatio(test.info(), { name: `${size}: ours / getDocument({ data })`, bar, ...times });
  });
}

test('a large document takes little memory', async ({ context, page, launch, origin, bare }) => {
  const theirs = await context.newPage();
  await bringToBoth(page, theirs, bare, { url: publish(origin, LARGE), name: LARGE.name });
  await context.close();
  const sides = {
    ours: () =>
      withPage(launch, '/', async (fresh) => {
        await document(fresh, LARGE.name).waitFor();
        return growthBy(fresh, () => timeOurs(fresh, LARGE.name, true));
      }),
    theirs: () =>
      withPage(launch, `${bare.url}/pdf`, async (fresh) => growthBy(fresh, () => openTheirs(fresh, LARGE.name))),
  };
  const { ours, theirs: bareRuns } = await interleave(sides, ROUNDS);
  const what = `${LARGE.pages} pages: memory of the page`;
  await reportMedian(test.info(), { name: `${what}, over the empty app`, unit: 'MB', runs: ours });
  await reportMedian(test.info(), { name: `${what}, getDocument({ data })`, unit: 'MB', runs: bareRuns });
  await reportRatio(test.info(), { name: `${what}: ours / getDocument({ data })`, bar: 0.15, ours, theirs: bareRuns });
});

test('a jump far away is drawn like one nearby', async ({ page, origin }) => {
  await page.goto('/');
  await bring(page, publish(origin, LARGE), LARGE.name);
  await timeOurs(page, LARGE.name, true);
  const far = Math.floor(LARGE.pages * 0.75);
  const runs = { far: [] as number[], near: [] as number[] };
  for (let round = 0; round < ROUNDS; round++) {
    await timeJump(page, 1 + round * 10);
    runs.near.push(await timeJump(page, 1 + round * 10 + 4)); // The next pages are drawn ahead.
    runs.far.push(await timeJump(page, far + round * 10));
  }
  await reportMedian(test.info(), { name: 'a jump by four pages, drawn', unit: 'ms', runs: runs.near });
  await reportMedian(test.info(), { name: `a jump to page ${far}, drawn`, unit: 'ms', runs: runs.far });
  await reportRatio(test.info(), { name: 'a far jump / a near one', bar: 3, ours: runs.far, theirs: runs.near });
});

test('the first of what is found is shown long before the last', async ({ page, origin }) => {
  await page.goto('/');
  await bring(page, publish(origin, LONG), LONG.name);
  const runs = { first: [] as number[], all: [] as number[] };
  for (let round = 0; round < ROUNDS; round++) {
    await timeOurs(page, LONG.name, true);
    const { first, all } = await timeFind(page, 'kettle', LONG.pages);
    runs.first.push(first);
    runs.all.push(all);
    await back(page);
  }
  const what = `a word on each of ${LONG.pages} pages`;
  await reportMedian(test.info(), { name: `${what}: the first shown`, unit: 'ms', runs: runs.first });
  await reportMedian(test.info(), { name: `${what}: all found`, unit: 'ms', runs: runs.all });
  await reportRatio(test.info(), { name: `${what}: first / all`, bar: 0.3, ours: runs.first, theirs: runs.all });
});

test('fifty documents opened and closed leave nothing behind', async ({ context, page, app, origin }) => {
  await page.goto('/');
  await bring(page, publish(origin, SMALL), SMALL.name);
  const heap = await Heap.of(context, 'page', app.url);
  const sizes: number[] = [];
  for (let round = 0; round < scaled(50); round++) {
    await timeOurs(page, SMALL.name);
    sizes.push(await heap.megabytes());
  }
  const [first = Number.NaN] = sizes;
  const last = sizes.at(-1) ?? Number.NaN;
  await report(test.info(), { name: 'heap after the first document', unit: 'MB', value: first, runs: [] });
  const name = `heap after ${sizes.length} documents / after the first`;
  await report(test.info(), { name, unit: '×', bar: 1.15, value: last / first, runs: [] });
});

async function bringToBoth(
  ours: Page,
  theirs: Page,
  bare: BareServer,
  { url, name }: { readonly url: string; readonly name: string },
): Promise<void> {
  await theirs.goto(`${bare.url}/pdf`);
  await theirs.waitForFunction(() => 'store' in globalThis);
  await theirs.evaluate(([from, as]) => globalThis.store(from, as), [url, name] as const);
  await ours.goto('/');
  await bring(ours, url, name);
}

async function bring(page: Page, url: string, name: string): Promise<void> {
  await download(page, url);
  await document(page, name).waitFor({ timeout: 120_000 });
  const isHashed = async (): Promise<boolean> =>
    (await storedRows(page, 'documents')).every(({ sha256 }) => sha256 !== undefined);
  await expect.poll(isHashed, { timeout: 120_000 }).toBe(true); // Else it is hashed while something is measured.
}

/** @returns ms from the press on a document to its first page; then goes back, unless it stays. */
async function timeOurs(page: Page, name: string, stays = false): Promise<number> {
  await page.bringToFront(); // A page behind another is not drawn.
  const link = document(page, name);
  const ms = await link.evaluate(async (element: HTMLElement) => {
    const start = performance.now();
    element.click();
    const isDrawn = (): boolean =>
      globalThis.document.querySelector('.page[data-page-number="1"] canvas') !== null &&
      globalThis.document.querySelector('.reader-cover') === null;
    while (!isDrawn()) await new Promise((resolve) => requestAnimationFrame(resolve));
    return performance.now() - start;
  });
  if (!stays) await back(page);
  return ms;
}

async function back(page: Page): Promise<void> {
  await reader(page).getByRole('link', { name: 'Library' }).click();
  await page.getByRole('heading', { name: 'Library', exact: true }).waitFor();
}

function openTheirs(page: Page, name: string): Promise<number> {
  return page.evaluate(([as, scale]) => globalThis.openFirstPage(as, scale), [name, SCALE] as const);
}

async function timeTheirs(page: Page, name: string): Promise<number> {
  await page.bringToFront();
  const ms = await openTheirs(page, name);
  await page.evaluate(() => globalThis.closeDocument());
  return ms;
}

/** @returns ms from Enter in the Page box to the page with its text. */
async function timeJump(page: Page, number: number): Promise<number> {
  await pageBox(page).fill(String(number));
  return pageBox(page).evaluate(async (box, wanted) => {
    const start = performance.now();
    box.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
    const isDrawn = (): boolean =>
      globalThis.document.querySelector(`.page[data-page-number="${wanted}"] .textLayer .endOfContent`) !== null;
    while (!isDrawn()) await new Promise((resolve) => requestAnimationFrame(resolve));
    return performance.now() - start;
  }, number);
}

async function timeFind(page: Page, word: string, total: number): Promise<{ first: number; all: number }> {
  return findBox(page).evaluate(
    async (element, [query, count]) => {
      const box = element as HTMLInputElement;
      const status = (): string => box.parentElement?.querySelector('[role="status"]')?.textContent ?? '';
      const until = async (text: RegExp): Promise<void> => {
        while (!text.test(status())) await new Promise((resolve) => requestAnimationFrame(resolve));
      };
      const start = performance.now();
      box.value = query;
      box.dispatchEvent(new InputEvent('input', { bubbles: true }));
      await until(/^1 of \d+/);
      const first = performance.now() - start;
      await until(new RegExp(`of ${count}$`));
      return { first, all: performance.now() - start };
    },
    [word, total] as const,
  );
}

async function withPage(
  launch: () => Promise<BrowserContext>,
  address: string,
  measure: (page: Page) => Promise<number>,
): Promise<number> {
  const context = await launch();
  const page = context.pages()[0] ?? (await context.newPage());
  await page.goto(address);
  const result = await measure(page);
  await context.close();
  return result;
}

/** @returns MB by which the page's own process grew, garbage collected before and after. */
async function growthBy(page: Page, step: () => Promise<unknown>): Promise<number> {
  const before = await megabytesOf(page);
  await step();
  return (await megabytesOf(page)) - before;
}
