import type { Page } from 'playwright/test';
import { makeLongPdf } from '../origin/make-pdf.ts';
import type { PublishedFile } from '../origin/published-file.ts';
import type { Behaviour } from '../origin/publish-options.ts';
import { download, transfer } from '../support/story.ts';
import { expect, test } from './bench-test.ts';
import { report } from './measurement.ts';
import { pauseOnce } from './pause.ts';
import { scaled } from './scale.ts';
import { bytesCovered } from './sent-bytes.ts';
import { watchProgress } from './watch-progress.ts';

const NAME = 'paper.pdf';
const MEGABYTES = scaled(64);
const BYTES = MEGABYTES * 1_000_000;
/** Of each connection. */
const BYTES_PER_SECOND = scaled(4_000_000);
const PAUSES_AT = [0.3, 0.6];

interface Shown {
  /** Percent that the page shows. */
  readonly percent: number;
  /** Percent of the file that had left the server by then. */
  readonly sent: number;
}

test('progress tells the truth over pauses and broken connections', async ({ page, origin }) => {
  const behaviour: Behaviour = { bytesPerSecond: BYTES_PER_SECOND, dropAfterBytes: 4_000_000, drops: 3 };
  const file = origin.publish(NAME, { body: makeLongPdf({ bytes: BYTES }), ...behaviour });
  const shown = await showProgress(page, file, PAUSES_AT);
  await reportShown(`${MEGABYTES} MB, ${PAUSES_AT.length} pauses, 3 broken connections`, shown);
});

test('progress does not fall when the server starts over', async ({ page, origin }) => {
  const dropAfterBytes = BYTES / 2;
  const behaviour: Behaviour = {
    bytesPerSecond: 2 * BYTES_PER_SECOND,
    dropAfterBytes,
    ranges: false,
    validator: 'none',
  };
  const file = origin.publish(NAME, { body: makeLongPdf({ bytes: BYTES }), ...behaviour });
  const shown = await showProgress(page, file, []);
  await reportShown(`${MEGABYTES} MB in one piece, broken off half-way`, shown);
});

async function showProgress(page: Page, file: PublishedFile, pausesAt: readonly number[]): Promise<readonly Shown[]> {
  const shown: Shown[] = [];
  await page.goto('/transfers');
  await watchProgress(page, NAME, (percent) => {
    shown.push({ percent, sent: (bytesCovered(file.requests) / BYTES) * 100 });
  });
  await download(page, file.url);
  for (const share of pausesAt) await pauseOnce(page, file, NAME, share * BYTES);
  await expect(transfer(page, NAME)).toContainText('Done');
  expect(shown.at(-1)?.percent).toBe(100);
  return shown;
}

async function reportShown(what: string, shown: readonly Shown[]): Promise<void> {
  const falls = shown.flatMap(({ percent }, index) => {
    const before = shown[index - 1]?.percent ?? 0;
    return percent < before ? [before - percent] : [];
  });
  const most = Math.max(...shown.map(({ percent }) => percent));
  // Whole percents: what is on its way when the page draws may be some kB more.
  const ahead = Math.max(...shown.map(({ percent, sent }) => percent - Math.ceil(sent)));
  const rows = [
    { name: 'steps backwards', unit: 'steps', value: falls.length, bar: 0, runs: [] },
    { name: 'largest of them', unit: '%', value: Math.max(0, ...falls), bar: 0, runs: falls },
    { name: 'most that was shown', unit: '%', value: most, bar: 100, runs: [] },
    { name: 'shown but not yet sent', unit: '%', value: Math.max(0, ahead), bar: 0, runs: [] },
  ] as const;
  for (const row of rows) await report(test.info(), { ...row, name: `${what}: ${row.name}` });
}
