import type { CDPSession, Page } from 'playwright/test';
import { makePdf } from '../origin/make-pdf.ts';
import { expect, test } from '../support/fixtures.ts';
import { backToLibrary, bringIn, read, sheet } from '../support/reading.ts';
import { storedRows } from '../support/stored-rows.ts';
import { document, download } from '../support/story.ts';

const TITLES = ['odd', 'even'] as const;
const DOCUMENTS = 50;
/** How much larger the heap may be after all documents than after the first. */
const GROWTH = 1.15;
/** What V8 compiles as code grows hot counts as heap: 0.9 MB in fifty documents, which nobody leaks. */
const WITHOUT_MACHINE_CODE = '--js-flags=--no-sparkplug --no-maglev --no-turbofan';

test.describe('in a browser that is measured', () => {
  test.use({ ownBrowser: true }); // Counts the workers and the memory of a browser.

  test('fifty documents opened and closed leave two warm workers, and the heap and the page as after the first', async ({
    launch,
    origin,
  }) => {
    const context = await launch({ args: [WITHOUT_MACHINE_CODE] });
    const page = context.pages()[0] ?? (await context.newPage());
    const files = TITLES.map((heading) =>
      origin.publish(`${heading}.pdf`, { body: makePdf({ bytes: 20_000, pages: 3, heading }) }),
    );
    await page.goto('/');
    await download(page, files.map(({ url }) => url).join('\n'));
    const paths = await Promise.all(TITLES.map((title) => document(page, `${title}.pdf`).getAttribute('href')));
    await catalogued(page);
    const devtools = await context.newCDPSession(page);
    await devtools.send('Performance.enable');

    await open(page, paths, 1);
    await backToLibrary(page);
    const first = await measure(devtools);
    for (let turn = 2; turn <= DOCUMENTS; turn += 1) await open(page, paths, turn);
    await backToLibrary(page);
    expect(first.workers).toBe(2); // One that parses and one that draws wait for the next document.
    // What is still being put away goes within seconds; what leaks stays.
    await expect(async () => {
      const last = await measure(devtools);
      expect(last.workers).toBe(2);
      expect(last.heap / first.heap, 'heap').toBeLessThanOrEqual(GROWTH);
      expect(last.documents, 'documents').toBeLessThanOrEqual(first.documents);
      expect(last.nodes / first.nodes, 'nodes').toBeLessThanOrEqual(GROWTH);
      expect(last.listeners / first.listeners, 'listeners').toBeLessThanOrEqual(GROWTH);
    }).toPass({ timeout: 20_000 });
  });
});

test('a parsing worker that dies under its document does not hold up the next', async ({ page, origin }) => {
  await page.addInitScript(rememberWorkers);
  await read(page, origin.publish('last.pdf'));
  await page.evaluate(() => globalThis.pdfjsWorkers.worker?.terminate());
  await expect.poll(() => kinds(page)).toEqual(['renderer']);
  await backToLibrary(page);
  await bringIn(page, origin.publish('next.pdf').url, 'next.pdf');
  await expect(sheet(page, 1).getByText('Test paper')).toBeVisible();
  await backToLibrary(page);
  await expect.poll(() => kinds(page)).toEqual(['renderer', 'worker']);
});

for (const [when, isOpen] of [
  ['under its document', true],
  ['between two documents', false],
] as const) {
  test(`a drawing thread that dies ${when} holds nothing up for long`, async ({ page, origin }) => {
    await page.addInitScript(rememberWorkers);
    await read(page, origin.publish('last.pdf', { pages: 9 }));
    if (!isOpen) await backToLibrary(page);
    await page.evaluate(() => globalThis.pdfjsWorkers.renderer?.terminate());
    await expect.poll(() => kinds(page)).toEqual(['worker']);
    if (isOpen) await backToLibrary(page);
    await bringIn(page, origin.publish('next.pdf').url, 'next.pdf');
    await expect(sheet(page, 1).getByText('Test paper')).toBeVisible();
    await expect.poll(() => isDrawn(page)).toBe(true); // By the page itself, once pdf.js has waited long enough.
    await backToLibrary(page);
    await bringIn(page, origin.publish('third.pdf').url, 'third.pdf');
    await expect.poll(() => kinds(page)).toEqual(['renderer', 'worker']);
  });
}

declare global {
  /** The last of each kind. */
  var pdfjsWorkers: { worker?: Worker; renderer?: Worker };
}

/** Runs in the page, before the app: the workers of pdf.js can be found. */
function rememberWorkers(): void {
  globalThis.pdfjsWorkers = {};
  globalThis.Worker = class extends Worker {
    constructor(...given: ConstructorParameters<typeof Worker>) {
      super(...given);
      const [, kind] = /pdf\.(worker|renderer)/u.exec(String(given[0])) ?? [];
      if (kind) Object.assign(globalThis.pdfjsWorkers, { [kind]: this });
    }
  };
}

/** pdf.js' workers of the page, in the order of the alphabet. */
function kinds(page: Page): string[] {
  return page
    .workers()
    .map((worker) => /pdf\.(?<kind>worker|renderer)/u.exec(worker.url())?.groups?.['kind'] ?? worker.url())
    .toSorted();
}

/** Whether there is anything but white on the first page. */
async function isDrawn(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const canvas = globalThis.document.querySelector<HTMLCanvasElement>('.pdfViewer canvas');
    const pixels = canvas?.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data;
    return pixels?.some((value) => value < 128) ?? false;
  });
}

/** What the library reads of its new documents in idle time, with a worker of its own, is read. */
async function catalogued(page: Page): Promise<void> {
  const states = async (): Promise<string[]> =>
    (await storedRows(page, 'documents')).flatMap((row) => [row.catalogued, row.text]);
  await expect.poll(states).toEqual(TITLES.flatMap(() => ['done', 'done']));
}

/** Goes straight from one document to the other, as somebody does who has links to both. */
async function open(page: Page, paths: readonly (string | null)[], turn: number): Promise<void> {
  await page.evaluate((path) => void navigation.navigate(path), paths[turn % 2] ?? '');
  await expect(sheet(page, 1).getByText(`${TITLES[turn % 2]}, page 1 of 3`)).toBeVisible();
}

interface Measured {
  /** Bytes of JavaScript in use, once the garbage is collected. */
  readonly heap: number;
  readonly nodes: number;
  readonly documents: number;
  readonly listeners: number;
  /** Dedicated workers, of all pages of the browser. */
  readonly workers: number;
}

async function measure(devtools: CDPSession): Promise<Measured> {
  const workers = async (): Promise<number> =>
    (await devtools.send('Target.getTargets')).targetInfos.filter(({ type }) => type === 'worker').length;
  await devtools.send('HeapProfiler.collectGarbage');
  const { metrics } = await devtools.send('Performance.getMetrics');
  const valueOf = (name: string): number => metrics.find((metric) => metric.name === name)?.value ?? Number.NaN;
  return {
    heap: valueOf('JSHeapUsedSize'),
    nodes: valueOf('Nodes'),
    documents: valueOf('Documents'),
    listeners: valueOf('JSEventListeners'),
    workers: await workers(),
  };
}
