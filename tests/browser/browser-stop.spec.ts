import type { Page } from 'playwright/test';
import type { PublishedFile } from '../origin/published-file.ts';
import { expect, test } from '../support/fixtures.ts';
import { download, storedSha256, transfer } from '../support/story.ts';

test.use({ ownBrowser: true }); // What runs or waits in the background must not meet the tests before it.

const SIZE = 24_000_000;

/** Ranges of the file that went out to their last byte. */
function partsSent({ requests }: PublishedFile): readonly string[] {
  return requests.flatMap(({ method, range, bytesSent }) => {
    const [first, last] = range?.match(/\d+/gu)?.map(Number) ?? [];
    const isWhole = first !== undefined && last !== undefined && bytesSent === last - first + 1;
    return method === 'GET' && range !== undefined && isWhole ? [range] : [];
  });
}

/** Ids of all registrations that run. */
async function running(page: Page): Promise<readonly string[]> {
  return page.evaluate(async () => {
    const { backgroundFetch } = await navigator.serviceWorker.ready;
    return (await backgroundFetch?.getIds()) ?? [];
  });
}

/** As a press on Cancel in the browser's own download list. */
async function stopInBrowser(page: Page, id: string): Promise<void> {
  await page.evaluate(async (wanted) => {
    const { backgroundFetch } = await navigator.serviceWorker.ready;
    await (await backgroundFetch?.get(wanted))?.abort();
  }, id);
}

test('a convoy stopped in the browser’s own list: each task says so, keeps its segments and goes on', async ({
  page,
  origin,
}) => {
  const held = origin.publish('alone-0.pdf', { bytes: 60_000, holdAfterBytes: 10_000 });
  const alone = [1, 2, 3].map((index) => origin.publish(`alone-${index}.pdf`));
  const large = origin.publish('large.pdf', { bytes: SIZE, bytesPerSecond: 4_000_000 });
  const late = origin.publish('late.pdf', { bytes: 60_000, holdAfterBytes: 10_000 });
  const convoy = [origin.publish('early.pdf'), large, late];
  await page.goto('/transfers');
  await download(page, [held, ...alone].map(({ url }) => url).join('\n'));
  await expect.poll(async () => (await running(page)).length).toBe(4);
  await download(page, convoy.map(({ url }) => url).join('\n'));
  for (const name of ['early.pdf', 'large.pdf', 'late.pdf']) {
    await expect(transfer(page, name)).toContainText('Starting');
  }
  await expect.poll(async () => (await running(page)).length).toBe(5);
  held.release();
  await expect.poll(() => partsSent(large).length, { timeout: 30_000 }).toBeGreaterThanOrEqual(2);
  const kept = partsSent(large);
  const [convoyId = ''] = await running(page);
  await stopInBrowser(page, convoyId);
  late.release();

  await expect(transfer(page, 'early.pdf')).toContainText('Done');
  const stopped = 'Stopped in the browser’s own download list';
  await expect(transfer(page, 'large.pdf')).toContainText(new RegExp(`${stopped} · [1-9][0-9.]* MB of 24 MB`, 'u'));
  await expect(transfer(page, 'late.pdf')).toContainText(stopped);
  for (const name of ['large.pdf', 'late.pdf']) {
    await transfer(page, name)
      .getByRole('button', { name: `Resume ${name}` })
      .click();
    await expect(transfer(page, name)).toContainText('Done');
  }
  expect(await storedSha256(page, 'large.pdf')).toBe(large.sha256);
  for (const range of kept) {
    expect(large.requests.filter((request) => request.range === range)).toHaveLength(1);
  }
});
