import type { Page } from 'playwright/test';
import { makeLongPdf } from '../origin/make-pdf.ts';
import type { PublishedFile } from '../origin/published-file.ts';
import type { BareServer } from './bare-server.ts';
import { test } from './bench-test.ts';
import { interleave } from './interleave.ts';
import { reportMedian, reportRatio } from './measurement.ts';
import { ROUNDS, scaled } from './scale.ts';
import { bareSide, ourSide, timeDownload } from './sides.ts';

const NAME = 'paper.pdf';
const FAST = { megabytes: scaled(512), bars: { bare: 1, opfs: 1.25 } };
const SLOW = { megabytes: scaled(64), bytesPerSecond: 8_000_000, bars: { bare: 0.55 } };

test('a file from a fast server is in the library as soon as any page could have stored it', async ({
  page,
  origin,
  bare,
}) => {
  const file = origin.publish(NAME, { body: makeLongPdf({ bytes: FAST.megabytes * 1_000_000 }) });
  const sides = await openSides(page, bare, file);
  // Not counted: a fresh profile's first fetch is slow, and so are disk and memory that nobody has touched yet.
  await interleave(sides, 1);
  const { ours, ...others } = await interleave(sides, ROUNDS);
  const what = `${FAST.megabytes} MB from a fast server`;
  await reportMedian(test.info(), { name: `${what}: to the library`, unit: 's', runs: ours });
  for (const [other, words] of [
    ['bare', 'a bare background fetch'],
    ['opfs', 'fetch() to a file'],
  ] as const) {
    await reportMedian(test.info(), { name: `${what}: ${words}`, unit: 's', runs: others[other] });
    await reportRatio(test.info(), {
      name: `${what}: ours / ${words}`,
      bar: FAST.bars[other],
      ours,
      theirs: others[other],
    });
  }
});

test('a file from a server that limits each connection comes over two of them', async ({ page, origin, bare }) => {
  const file = origin.publish(NAME, { body: makeLongPdf({ bytes: SLOW.megabytes * 1_000_000 }) });
  const { ours: measureOurs, bare: measureBare } = await openSides(page, bare, file);
  const sides = { ours: measureOurs, bare: measureBare };
  await interleave(sides, 1);
  file.behave({ bytesPerSecond: SLOW.bytesPerSecond });
  const { ours, bare: theirs } = await interleave(sides, ROUNDS);
  const what = `${SLOW.megabytes} MB at 8 MB/s a connection`;
  await reportMedian(test.info(), { name: `${what}: to the library`, unit: 's', runs: ours });
  await reportMedian(test.info(), { name: `${what}: a bare background fetch`, unit: 's', runs: theirs });
  await reportRatio(test.info(), { name: `${what}: ours / bare`, bar: SLOW.bars.bare, ours, theirs });
});

type Measure = () => Promise<number>;

/** All pages before the first fetch: any navigation in the browser pauses those that run. */
async function openSides(
  ours: Page,
  bare: BareServer,
  { url }: PublishedFile,
): Promise<Readonly<Record<'ours' | 'bare' | 'opfs', Measure>>> {
  const barePage = await ours.context().newPage();
  const opfsPage = await ours.context().newPage();
  await ours.goto('/');
  await barePage.goto(bare.url);
  await opfsPage.goto(`${bare.url}/opfs`);
  return {
    ours: () => timeDownload(ourSide(ours), url, NAME),
    bare: () => timeDownload(bareSide(barePage), url, NAME),
    opfs: () => timeDownload(bareSide(opfsPage), url, NAME),
  };
}
