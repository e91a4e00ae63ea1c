import { linearized } from '../origin/corpus/linearized.ts';
import { sheet } from '../support/reading.ts';
import { download, transfer } from '../support/story.ts';
import { test } from './bench-test.ts';
import { reportMedian } from './measurement.ts';
import { ROUNDS, scaled } from './scale.ts';

const SIZE = scaled(100_000_000);

/** Of each connection: the whole takes most of a minute. */
const BYTES_PER_SECOND = 1_000_000;

test('a linearized document shows its first page long before it has come', async ({ page, origin }) => {
  test.setTimeout(300_000);
  const body = linearized(SIZE);
  const runs: number[] = [];
  await page.goto('/transfers');
  for (let round = 0; round < ROUNDS; round += 1) {
    const name = `book-${round}.pdf`;
    const book = origin.publish(name, { body, bytesPerSecond: BYTES_PER_SECOND });
    await download(page, book.url);
    await transfer(page, name)
      .getByRole('link', { name: `Read ${name} now` })
      .click();
    await sheet(page, 1).getByText('The first page of a linearized file').waitFor();
    runs.push((book.bytesSent * 100) / body.length);
    await page.goto('/transfers');
    await transfer(page, name)
      .getByRole('button', { name: `Cancel ${name}` })
      .click();
    await transfer(page, name).getByText('Canceled').waitFor();
  }
  const name = `${SIZE / 1_000_000} MB, linearized, while it downloads: bytes fetched when the first page is shown`;
  await reportMedian(test.info(), { name, unit: '%', bar: 10, runs });
});
