import { expect, test } from '../support/fixtures.ts';
import {
  closeAllWindows,
  document,
  download,
  documentTitles,
  serviceWorker,
  storedSha256,
  transfer,
} from '../support/story.ts';

test('a hundred documents all arrive after every window was closed', async ({ context, page, origin }) => {
  const papers = Array.from({ length: 100 }, (_, index) => origin.publish(`paper-${index}.pdf`, { bytes: 50_000 }));
  const held = origin.publish('paper-0.pdf', { bytes: 50_000, holdAfterBytes: 10_000 });
  await page.goto('/transfers');
  await download(page, papers.map(({ url }) => url).join('\n'));
  await expect(transfer(page, 'paper-99.pdf')).toContainText('Starting');
  await held.reached(10_000);
  await closeAllWindows(context);
  held.release();
  const worker = await serviceWorker(context);
  await expect.poll(async () => (await documentTitles(worker)).length, { timeout: 50_000 }).toBe(100);
  for (const index of [0, 4, 50, 99]) {
    expect(await storedSha256(worker, `paper-${index}.pdf`)).toBe(papers[index]?.sha256);
  }
  const gets = papers.flatMap(({ requests }) => requests.filter(({ method }) => method === 'GET'));
  expect(gets).toHaveLength(100);
});

test('one that fails does not take the others along', async ({ page, origin }) => {
  const names = Array.from({ length: 12 }, (_, index) => `paper-${index}.pdf`);
  const papers = names.map((name) => origin.publish(name, { bytes: 20_000 }));
  // HEAD is fine: only the browser's own request finds out.
  const gone = origin.publish('gone.pdf', { head: 200, status: 404 });
  const lines = [...papers.slice(0, 8), gone, ...papers.slice(8)].map(({ url }) => url);
  await page.goto('/transfers');
  await download(page, lines.join('\n'));
  await expect(transfer(page, 'gone.pdf')).toContainText('has nothing at this address (404)');
  for (const name of names) await expect(transfer(page, name)).toContainText('Done');
  await page.getByRole('link', { name: 'Library' }).click();
  await expect(document(page, 'paper-11.pdf')).toBeVisible();
});
