import type { BrowserContext, Page } from 'playwright/test';
import { makePdf } from '../origin/make-pdf.ts';
import type { Origin } from '../origin/origin.ts';
import { expect, test as base } from '../support/fixtures.ts';
import { BareServer } from './bare-server.ts';
import { median, report } from './measurement.ts';
import { timeToLink } from './time-to-link.ts';

const BYTES = 256_000_000;
const ROUNDS = 5;
const BAR = 1.1;

const test = base.extend<{ readonly bare: BareServer }>({
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
  const body = makePdf({ bytes: BYTES });
  for (let round = 0; round <= ROUNDS; round++) origin.publish(`${round}.pdf`, round === 0 ? {} : { body });
  const pages = await warmUp(context, page, bare.url, origin);
  const took = { ours: [] as number[], bare: [] as number[] };
  for (let round = 1; round <= ROUNDS; round++) {
    const order = round % 2 === 1 ? (['ours', 'bare'] as const) : (['bare', 'ours'] as const);
    for (const side of order) {
      took[side].push((await timeToLink(pages[side], `${origin.url}/${round}.pdf`, `${round}.pdf`)) / 1000);
    }
  }
  await reportTimes(took.ours, took.bare);
});

/** Both pages open and used once: a fresh profile's first fetch is slow, and any navigation pauses those that run. */
async function warmUp(context: BrowserContext, ours: Page, bareUrl: string, { url }: Origin) {
  const bare = await context.newPage();
  await ours.goto('/');
  await bare.goto(bareUrl);
  for (const page of [ours, bare]) await timeToLink(page, `${url}/0.pdf`, '0.pdf');
  await expect(bare.getByRole('list', { name: 'Stored' }).getByRole('link', { name: '0.pdf' })).toBeVisible();
  await expect(ours.getByRole('list', { name: 'Library' }).getByRole('link', { name: '0.pdf' })).toBeVisible();
  return { ours, bare };
}

async function reportTimes(ours: readonly number[], bare: readonly number[]): Promise<void> {
  const info = test.info();
  const ratios = ours.map((seconds, round) => seconds / (bare[round] ?? Number.NaN));
  const value = median(ours) / median(bare);
  await report(info, { name: '256 MB to the library', unit: 's', value: median(ours), runs: ours });
  await report(info, { name: '256 MB to a bare page’s storage', unit: 's', value: median(bare), runs: bare });
  await report(info, { name: 'Ratio of these two medians', unit: '×', value, bar: BAR, runs: ratios });
}
