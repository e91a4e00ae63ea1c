import { makeLongPdf } from '../origin/make-pdf.ts';
import type { Origin } from '../origin/origin.ts';
import { expect, test } from './bench-test.ts';
import { Heap } from './heap.ts';
import { interleave } from './interleave.ts';
import { median, report, reportMedian } from './measurement.ts';
import { ROUNDS, scaled } from './scale.ts';
import { type Side, ourSide, timeDownload } from './sides.ts';

const LARGE = scaled(2_000);
const SMALL = scaled(200);
const BAR_MB = 24;
/** Two runs of one file differ by so much. */
const WOBBLE_MB = 0.5;

/** Ms between two looks at the heaps. */
const INTERVAL = 250;

interface Heaps {
  readonly page: Heap;
  readonly worker: Heap;
}

/** MB. */
type Sizes = Readonly<Record<keyof Heaps, number>>;

test('the heaps of page and worker stay small however long the file is', async ({ context, page, app, origin }) => {
  await page.goto('/');
  await expect.poll(() => context.serviceWorkers().length).toBe(1);
  const side = ourSide(page);
  const heaps = {
    page: await Heap.of(context, 'page', app.url),
    worker: await Heap.of(context, 'service_worker', app.url),
  };
  // Not counted: code that is compiled when it is first used grows the heap, too.
  await growthDuring(heaps, side, publish(origin, 20));
  const urls = { large: publish(origin, LARGE), small: publish(origin, SMALL) };
  const sides = {
    large: () => growthDuring(heaps, side, urls.large),
    small: () => growthDuring(heaps, side, urls.small),
  };
  const { large, small } = await interleave(sides, ROUNDS);
  for (const realm of ['page', 'worker'] as const) {
    await reportRealm(
      realm,
      large.map((sizes) => sizes[realm]),
      small.map((sizes) => sizes[realm]),
    );
  }
});

async function reportRealm(realm: string, large: readonly number[], small: readonly number[]): Promise<void> {
  const info = test.info();
  const name = (megabytes: number): string => `${realm}: growth of the JS heap, ${megabytes} MB`;
  await reportMedian(info, { name: name(LARGE), unit: 'MB', bar: BAR_MB, runs: large });
  await reportMedian(info, { name: name(SMALL), unit: 'MB', bar: BAR_MB, runs: small });
  const more = large.map((each, round) => each - (small[round] ?? Number.NaN));
  const value = median(large) - median(small);
  await report(info, {
    name: `${realm}: growth for ${LARGE} MB less that for ${SMALL} MB`,
    unit: 'MB',
    value,
    bar: WOBBLE_MB,
    runs: more,
  });
}

function publish(origin: Origin, megabytes: number): string {
  return origin.publish(`paper-${megabytes}.pdf`, { body: makeLongPdf({ bytes: megabytes * 1_000_000 }) }).url;
}

/** Downloads a file, and gives by how much each heap was larger than before when it was largest. */
async function growthDuring(heaps: Heaps, side: Side, url: string): Promise<Sizes> {
  const before = await measure(heaps);
  const downloading = new AbortController();
  const watching = largestUntil(heaps, downloading.signal);
  await timeDownload(side, url, url.slice(url.lastIndexOf('/') + 1)).finally(() => downloading.abort());
  const largest = await watching;
  return { page: largest.page - before.page, worker: largest.worker - before.worker };
}

async function largestUntil(heaps: Heaps, signal: AbortSignal): Promise<Sizes> {
  let largest: Sizes = { page: 0, worker: 0 };
  while (!signal.aborted) {
    const { page, worker } = await measure(heaps);
    largest = { page: Math.max(page, largest.page), worker: Math.max(worker, largest.worker) };
    await new Promise((resolve) => setTimeout(resolve, INTERVAL));
  }
  return largest;
}

async function measure({ page, worker }: Heaps): Promise<Sizes> {
  return { page: await page.megabytes(), worker: await worker.megabytes() };
}
