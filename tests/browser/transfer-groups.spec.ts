import type { TaskRow } from '../../src/store/schema.ts';
import type { TaskState } from '../../src/store/task-state.ts';
import { expect, test } from '../support/fixtures.ts';
import { makeTask, makeTasks, openTransfers } from '../support/seed-transfers.ts';
import { download, transfer } from '../support/story.ts';

const HOST = 'https://papers.example.org';

/** A transfer in a state that the seeds don't have. */
function inState(number: number, state: TaskState): TaskRow {
  return { ...makeTask('paused', number, { name: `other-${number}.pdf` }), state };
}

test('transfers stand in groups with their number, what needs the person first, and each says why it waits', async ({
  page,
}) => {
  const challenge = { origin: HOST, realm: 'Papers', scheme: 'basic', status: 401, isRepeated: false } as const;
  await openTransfers(page, [
    ...makeTasks('done', 2), // Long ago.
    { ...makeTask('done', 7), endedAt: Date.now() },
    ...makeTasks('failed', 3),
    ...makeTasks('paused', 2),
    ...makeTasks('waiting', 2),
    inState(11, { state: 'failed', code: 'canceled', message: 'Canceled by the person' }),
    inState(12, { state: 'waiting', reason: 'challenge', challenge }),
  ]);
  const groups = page.getByRole('list', { name: 'Transfers' }).getByRole('heading');
  await expect(groups).toHaveText([
    'Needs you 1',
    'Waiting 2',
    'Paused 2',
    'Failed 3',
    'Done today 1',
    'Done 2',
    'Canceled 1',
  ]);
  await expect(transfer(page, 'other-12.pdf')).toContainText('Waiting for you to sign in to papers.example.org');
  await expect(transfer(page, 'waiting-1.pdf')).toContainText(/Starts .*2096/u);
  await expect(transfer(page, 'failed-1.pdf')).toContainText('has nothing at this address (404)');
});

test.describe('by the fetch engine, which takes several at once', () => {
  test.use({ engine: 'fetch' });

  test('above them stands how fast all are together, and how long that takes', async ({ page, origin }) => {
    await page.goto('/transfers');
    const files = ['one.pdf', 'two.pdf'].map((name) =>
      origin.publish(name, { bytes: 6_000_000, bytesPerSecond: 400_000 }),
    );
    await download(page, files.map(({ url }) => url).join('\n'));
    await expect(
      page.getByText(/^2 running · [\d.]+ MB of 12 MB · \d+ % · [\d.]+ [kM]B\/s · \d+ s left$/u),
    ).toBeVisible();
    for (const name of ['one.pdf', 'two.pdf']) await page.getByRole('button', { name: `Cancel ${name}` }).click();
    await expect(page.getByText(/ running · /u)).toHaveCount(0);
  });
});
