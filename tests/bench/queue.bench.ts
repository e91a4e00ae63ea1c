import type { BrowserContext, Page } from 'playwright/test';
import { makePdf } from '../origin/make-pdf.ts';
import type { Origin } from '../origin/origin.ts';
import type { PublishedFile } from '../origin/published-file.ts';
import { documentTitles, download, serviceWorker, transfer, windowCount } from '../support/story.ts';
import { expect, test } from './bench-test.ts';
import { clearWithoutWindow } from './clear-without-window.ts';
import { interleave } from './interleave.ts';
import { reportMedian, reportRatio } from './measurement.ts';
import { ROUNDS, scaled } from './scale.ts';
import { bareSide, timeDownload } from './sides.ts';

const FILES = scaled(100);
const BYTES = 1_000_000;
const BAR = 1.5;

test('many files arrive without a window nearly as fast as an open page fetches them', async ({
  context,
  page,
  origin,
  bare,
}) => {
  const papers = publishAll(origin);
  const addresses = papers.map(({ url }) => url).join('\n');
  await page.goto(`${bare.url}/two-at-a-time`);
  const side = bareSide(page);
  const sides = {
    ours: () => timeOurs(context, papers),
    theirs: () => timeDownload(side, addresses, `${FILES} files`),
  };
  await interleave(sides, 1);
  const { ours, theirs } = await interleave(sides, ROUNDS);
  await reportAll(ours, theirs);
});

interface OurTimes {
  /** Seconds from the press until the browser has all of them. */
  readonly queueing: number;
  /** Seconds from the first answer, with no window left, until the last is in the library. */
  readonly all: number;
}

async function reportAll(ours: readonly OurTimes[], theirs: readonly number[]): Promise<void> {
  const info = test.info();
  const what = `${FILES} files of 1 MB`;
  const closed = ours.map(({ all }) => all);
  await reportMedian(info, {
    name: `${what}: until all are queued`,
    unit: 's',
    runs: ours.map((each) => each.queueing),
  });
  await reportMedian(info, { name: `${what}: window closed, to the library`, unit: 's', runs: closed });
  await reportMedian(info, { name: `${what}: fetch() + put, two at a time`, unit: 's', runs: theirs });
  await reportRatio(info, { name: `${what}: ours, closed / bare`, bar: BAR, ours: closed, theirs });
  const whole = ours.map(({ queueing, all }) => queueing + all);
  await reportRatio(info, { name: `${what}: ours with the queueing / bare`, ours: whole, theirs });
}

function publishAll(origin: Origin): readonly PublishedFile[] {
  const numbers = Array.from({ length: FILES }, (_, index) => index);
  return numbers.map((seed) => origin.publish(`paper-${seed}.pdf`, { body: makePdf({ bytes: BYTES, seed }) }));
}

/** The server holds its first answer until the window is closed, so that nothing arrives before. */
async function timeOurs(context: BrowserContext, papers: readonly PublishedFile[]): Promise<OurTimes> {
  const [first] = papers;
  first?.behave({ holdAfterBytes: 0 });
  const page = await context.newPage();
  await page.goto('/transfers');
  const pressed = performance.now();
  await download(page, papers.map(({ url }) => url).join('\n'));
  await expect(transfer(page, `paper-${FILES - 1}.pdf`)).toContainText('Starting');
  const queued = performance.now();
  await expect.poll(() => first?.requests.some(({ outcome }) => outcome === 'open')).toBe(true);
  await closeWindow(page);
  const released = performance.now();
  first?.release();
  const worker = await serviceWorker(context);
  await expect.poll(async () => (await documentTitles(worker)).length, { intervals: [20] }).toBe(FILES);
  const all = (performance.now() - released) / 1000;
  await clearWithoutWindow(worker);
  return { queueing: (queued - pressed) / 1000, all };
}

async function closeWindow(page: Page): Promise<void> {
  const worker = await serviceWorker(page.context());
  await page.close();
  await expect.poll(() => windowCount(worker)).toBe(0);
}
