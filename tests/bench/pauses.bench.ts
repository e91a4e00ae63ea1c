import type { Page } from 'playwright/test';
import { makeLongPdf } from '../origin/make-pdf.ts';
import type { Origin } from '../origin/origin.ts';
import { randomFractions } from '../origin/random.ts';
import { download, transfer } from '../support/story.ts';
import { expect, test } from './bench-test.ts';
import { reportMedian } from './measurement.ts';
import { pauseOnce } from './pause.ts';
import { ROUNDS, scaled } from './scale.ts';
import { bytesSent } from './sent-bytes.ts';

const MEGABYTES = scaled(256);
const BYTES = MEGABYTES * 1_000_000;
/** Of each connection. */
const BYTES_PER_SECOND = scaled(8_000_000);
const PAUSES = 5;
const BAR = 1.05;

/** The share of the file in which the pauses lie: a run may end while Pause takes hold. */
const PAUSED_WITHIN = 0.85;

test('five pauses cost hardly a byte twice', async ({ page, origin }) => {
  await page.goto('/transfers');
  const runs: number[] = [];
  for (let round = 0; round < ROUNDS; round++) runs.push(await fetchWithPauses(page, origin, round));
  const name = `${MEGABYTES} MB with ${PAUSES} pauses: bytes fetched / bytes of the file`;
  await reportMedian(test.info(), { name, unit: '×', bar: BAR, runs });
});

/** @returns bytes that left the server for each byte of the file. */
async function fetchWithPauses(page: Page, origin: Origin, round: number): Promise<number> {
  const name = `paper-${round}.pdf`;
  const body = makeLongPdf({ bytes: BYTES, seed: round });
  const file = origin.publish(name, { body, bytesPerSecond: BYTES_PER_SECOND });
  await download(page, file.url);
  for (const share of pauseShares(round)) await pauseOnce(page, file, name, share * BYTES);
  await expect(transfer(page, name)).toContainText('Done');
  return bytesSent(file.requests) / BYTES;
}

/** One pause at random in each fifth, the same in every run: pauses at even distances might hit the ends of segments. */
function pauseShares(round: number): readonly number[] {
  const next = randomFractions(round);
  return Array.from({ length: PAUSES }, (_, index) => ((index + next()) / PAUSES) * PAUSED_WITHIN);
}
