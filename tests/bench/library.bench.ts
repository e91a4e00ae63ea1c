import type { Page } from 'playwright/test';
import { makeDocuments, seedLibrary } from '../support/seed-library.ts';
import { expect, test } from './bench-test.ts';
import { Heap } from './heap.ts';
import { interleave } from './interleave.ts';
import { report, reportMedian, reportRatio } from './measurement.ts';
import { ROUNDS, scaled } from './scale.ts';

const MANY = scaled(10_000);
const FEW = 10;
const START_BAR = 1.3;
const MEMORY_BAR = 1.2;

/** Ms that a walk through the whole library takes. */
const WALK = 10_000;

/** Ms over which a task holds up what a person does. */
const LONG_TASK = 50;

// Both sizes in turn in one profile would not be fair: each has its own.
test('the first row is there as soon with 10,000 documents as with 10', async ({ page, app, serve }) => {
  const other = await serve();
  const pages = { many: page, few: await page.context().newPage() };
  await fill(pages.many, app.url, MANY);
  await fill(pages.few, other.url, FEW);
  const sides = { many: () => startOf(pages.many), few: () => startOf(pages.few) };
  await interleave(sides, 1); // Not counted: the first start compiles.
  const { many, few } = await interleave(sides, ROUNDS);
  const info = test.info();
  await reportMedian(info, { name: `library: start to first row, ${MANY} documents`, unit: 'ms', runs: many });
  await reportMedian(info, { name: `library: start to first row, ${FEW} documents`, unit: 'ms', runs: few });
  const name = `library: start with ${MANY} documents against ${FEW}`;
  await reportRatio(info, { name, bar: START_BAR, ours: many, theirs: few });
  await other.close();
});

test('the library scrolls from end to end without a long task, and gives its memory back', async ({
  context,
  page,
  app,
}) => {
  await fill(page, app.url, MANY);
  await page.reload();
  await settle(page);
  const heap = await Heap.of(context, 'page', app.url);
  const walks = { grid: [] as number[], list: [] as number[] };
  await walk(page); // Not counted: code is compiled.
  await settle(page);
  const before = await heap.megabytes();
  for (const layout of ['grid', 'list'] as const) {
    await page.getByRole('button', { name: layout === 'grid' ? 'Grid' : 'List', exact: true }).click();
    await settle(page);
    walks[layout].push(...(await walk(page)));
  }
  await page.getByRole('button', { name: 'Grid', exact: true }).click();
  await settle(page);
  const after = await heap.megabytes();
  const info = test.info();
  for (const layout of ['grid', 'list'] as const) {
    const long = walks[layout].filter((ms) => ms > LONG_TASK);
    const name = `library: tasks over ${LONG_TASK} ms while ${MANY} documents scroll by in 10 s, ${layout}`;
    await report(info, { name, unit: 'steps', value: long.length, bar: 0, runs: long.length > 0 ? long : [0] });
  }
  await report(info, { name: `library: heap with ${MANY} documents`, unit: 'MB', value: before, runs: [before] });
  const name = `library: heap after scrolling ${MANY} documents to the end and back, against before`;
  await reportRatio(info, { name, bar: MEMORY_BAR, ours: [after], theirs: [before] });
});

async function fill(page: Page, url: string, count: number): Promise<void> {
  await page.goto(url);
  await expect(page.getByRole('heading', { name: 'Downloads that outlive their tab' })).toBeVisible();
  await seedLibrary(page, { documents: makeDocuments(count), covers: true });
  await page.evaluate(() => navigator.serviceWorker.ready);
}

/** Until all is read and the covers in the window are drawn. */
async function settle(page: Page): Promise<void> {
  await expect(page.getByText(`${MANY.toLocaleString('en')} documents`)).toBeVisible();
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 2_000)));
}

/** Ms from the start of the navigation to the frame in which the first document's link stands. */
async function startOf(page: Page): Promise<number> {
  await page.bringToFront();
  await page.reload({ waitUntil: 'commit' });
  return page.evaluate(async () => {
    const isThere = (): boolean =>
      document
        .querySelector('library-screen')
        ?.shadowRoot?.querySelector('library-shelf')
        ?.shadowRoot?.querySelector('shelf-list')
        ?.shadowRoot?.querySelector('li a') instanceof HTMLElement;
    while (!isThere()) await new Promise(requestAnimationFrame);
    return performance.now();
  });
}

/** Scrolls to the end and back within `WALK`, a step a frame. @returns ms of each task that the browser calls long. */
async function walk(page: Page): Promise<readonly number[]> {
  return page.evaluate(async (time) => {
    const tasks: number[] = [];
    const observer = new PerformanceObserver((list) => tasks.push(...list.getEntries().map((entry) => entry.duration)));
    observer.observe({ type: 'longtask' });
    const end = document.documentElement.scrollHeight - innerHeight;
    const start = performance.now();
    for (let now = 0; now < time; now = performance.now() - start) {
      const share = now / time;
      scrollTo(0, end * (share < 0.5 ? share * 2 : 2 - share * 2));
      await new Promise(requestAnimationFrame);
    }
    scrollTo(0, 0);
    await new Promise((resolve) => setTimeout(resolve, 500));
    tasks.push(...observer.takeRecords().map((entry) => entry.duration));
    observer.disconnect();
    return tasks;
  }, WALK);
}
