import { type Page } from 'playwright/test';
import { expect, test } from '../support/fixtures.ts';
import { report, reportMedian } from './measurement.ts';
import { megabytesOf } from './process-memory.ts';
import { scaled } from './scale.ts';
import { seedWords } from './seed-words.ts';

test.use({ ownBrowser: true });

const DOCUMENTS = scaled(1000);
const PAGES = 20;
const WORDS = 300;
const BAR_MS = 50;
/** What is typed, key by key. The words are of all kinds: everywhere, here and there, on some pages only. */
const TYPED = ['the harbour', 'lantern tide', 'zeppelin', 'of night and', '"the harbour"'] as const;

test('from the key to the results in a thousand documents of twenty pages', async ({ page }) => {
  test.setTimeout(900_000);
  const info = test.info();
  await page.goto('/icons/icon.svg'); // Our origin, nothing of the app.
  await page.goto('/');
  await expect(page.getByRole('heading', { name: 'Sample shelf' })).toBeVisible();
  const before = await megabytesOf(page);
  await seedWords(page, { documents: DOCUMENTS, pages: PAGES, words: WORDS, planted: ['harbour', 'lantern', 'tide'] });

  const started = Date.now();
  await page.goto('/settings');
  await expect.poll(() => dueDocuments(page), { intervals: [1000], timeout: 600_000 }).toBe(0);
  const indexing = (Date.now() - started) / DOCUMENTS;
  await report(info, { name: 'a document of 20 pages into the index', unit: 'ms', value: indexing, runs: [indexing] });

  await page.goto('/');
  const box = page.getByRole('searchbox', { name: 'Search library' });
  await expect(box).toBeVisible();
  const cold = await timeKey(page, () => box.fill('harbour'));
  await report(info, { name: 'search: first results after a start', unit: 'ms', value: cold, runs: [cold] });
  await box.fill('');

  const keys: number[] = [];
  for (const typed of TYPED) {
    await box.fill('');
    for (const key of typed) keys.push(await timeKey(page, () => box.press(key === ' ' ? 'Space' : key)));
  }
  const odd = keys.length % 2 === 1 ? keys : keys.slice(1);
  await reportMedian(info, {
    name: `search in ${DOCUMENTS} documents: key to results`,
    unit: 'ms',
    bar: BAR_MS,
    runs: odd,
  });
  const slowest = Math.max(...keys);
  await report(info, { name: 'the slowest key of these', unit: 'ms', value: slowest, runs: [slowest] });
  const used = (await megabytesOf(page)) - before;
  await report(info, {
    name: 'memory of the window with the index, more than empty',
    unit: 'MB',
    value: used,
    runs: [used],
  });
});

/** Ms from the key's event to the first frame in which what it finds is in the document. */
async function timeKey(page: Page, press: () => Promise<void>): Promise<number> {
  const measured = page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let pressed = 0;
        const root = document.querySelector('longhaul-app');
        const search = root?.querySelector('library-screen')?.shadowRoot?.querySelector('library-search');
        if (!search) throw new Error('There is no search');
        const asked = search as unknown as { readonly found?: { readonly text: string }; readonly text: string };
        search.addEventListener('input', () => (pressed = performance.now()), { capture: true, once: true });
        const look = (): void => {
          const isAnswered = pressed > 0 && asked.found?.text === asked.text;
          if (!isAnswered) setTimeout(look, 1);
          else requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - pressed)));
        };
        look();
      }),
  );
  await press();
  return measured;
}

async function dueDocuments(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const opening = indexedDB.open('longhaul');
    await new Promise((resolve) => opening.addEventListener('success', resolve));
    const counting = opening.result.transaction('documents').objectStore('documents').index('by-text').count('due');
    await new Promise((resolve) => counting.addEventListener('success', resolve));
    opening.result.close();
    return counting.result;
  });
}
