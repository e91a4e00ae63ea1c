import type { BrowserContext, Page } from 'playwright/test';
import { makePdf } from '../origin/make-pdf.ts';
import { test as base } from '../support/fixtures.ts';
import { BareServer } from './bare-server.ts';
import { median, report } from './measurement.ts';
import { CLEARABLE, type Side, bareSide, clear, ourSide } from './sides.ts';
import { timeToLink } from './time-to-link.ts';

const BYTES = 256_000_000;
const ROUNDS = 5;
const BAR = 1.1;

const test = base.extend<{ readonly bare: BareServer }>({
  context: async ({ launch }, use) => {
    await use(await launch({ args: CLEARABLE }));
  },

  bare: async ({}, use) => {
    const bare = await BareServer.start();
    await use(bare);
    await bare.close();
  },
});

test('a download of 256 MB is in the library hardly later than a bare page has stored it', async ({
  context,
  page,
  origin,
  bare,
}) => {
  const { url } = origin.publish('paper.pdf', { body: makePdf({ bytes: BYTES }) });
  const sides = await openBoth(context, page, bare.url);
  const took = { ours: [] as number[], bare: [] as number[] };
  // Round 0 is not counted: a fresh profile's first fetch is slow.
  for (let round = 0; round <= ROUNDS; round++) {
    const order = round % 2 === 1 ? (['ours', 'bare'] as const) : (['bare', 'ours'] as const);
    for (const side of order) {
      const ms = await timeToLink(sides[side].page, url, 'paper.pdf');
      if (round > 0) took[side].push(ms / 1000);
      await clear(sides[side], 'paper.pdf');
    }
  }
  await reportTimes(took.ours, took.bare);
});

/** Both pages before the first fetch: any navigation in the browser pauses those that run. */
async function openBoth(
  context: BrowserContext,
  ours: Page,
  bareUrl: string,
): Promise<Readonly<Record<'ours' | 'bare', Side>>> {
  const bare = await context.newPage();
  await ours.goto('/');
  await bare.goto(bareUrl);
  return { ours: ourSide(ours), bare: bareSide(bare) };
}

async function reportTimes(ours: readonly number[], bare: readonly number[]): Promise<void> {
  const info = test.info();
  const ratios = ours.map((seconds, round) => seconds / (bare[round] ?? Number.NaN));
  const value = median(ours) / median(bare);
  await report(info, { name: '256 MB to the library', unit: 's', value: median(ours), runs: ours });
  await report(info, { name: '256 MB to a bare page’s storage', unit: 's', value: median(bare), runs: bare });
  await report(info, { name: 'Ratio of these two medians', unit: '×', value, bar: BAR, runs: ratios });
}
