import type { Locator, Page } from 'playwright/test';
import { expect, test } from '../support/fixtures.ts';
import { backToLibrary, read, sheet } from '../support/reading.ts';
import { download, transfer } from '../support/story.ts';

const SIZE = 2_000_000;

function news(page: Page): Locator {
  return page.getByRole('status', { name: 'News of transfers' });
}

/** All that the live region said, each once. */
async function listen(page: Page): Promise<() => Promise<readonly string[]>> {
  const said = await news(page).evaluateHandle((region) => {
    const all: string[] = [];
    new MutationObserver(() => {
      const words = region.textContent.trim();
      if (words !== '' && words !== all.at(-1)) all.push(words);
    }).observe(region, { childList: true, characterData: true, subtree: true });
    return all;
  });
  return () => said.jsonValue();
}

test('a download says its quarters and its end aloud, in one place, and nothing between', async ({ page, origin }) => {
  await page.goto('/transfers');
  const said = await listen(page);
  const pdf = origin.publish('paper.pdf', { bytes: SIZE, holdAfterBytes: SIZE / 2 });
  await download(page, pdf.url);
  await expect(news(page)).toHaveText('paper.pdf: 50 %.');
  pdf.release();
  await expect(transfer(page, 'paper.pdf')).toContainText('Done');
  await expect(news(page)).toHaveText('paper.pdf: Done.');
  expect(await said()).toEqual(['paper.pdf: 50 %.', 'paper.pdf: Done.']);
});

test('it is said in the Library, too, where most downloads begin, and in Settings', async ({ page, origin }) => {
  await page.goto('/');
  await expect(page.getByRole('list', { name: 'Samples' })).toBeVisible();
  const pdf = origin.publish('paper.pdf', {
    bytes: SIZE,
    holdAfterBytes: SIZE / 4,
    headers: { 'Accept-Ranges': null }, // Else the browser would wait for 30 s after the address has changed.
  });
  await download(page, pdf.url);
  await expect(news(page)).toHaveText('paper.pdf: 25 %.');
  await page.getByRole('link', { name: 'Settings' }).click();
  pdf.release();
  await expect(news(page)).toHaveText('paper.pdf: Done.');
});

test('it is said while somebody reads, too', async ({ page, origin }) => {
  await read(page, origin.publish('other.pdf'));
  await backToLibrary(page);
  const pdf = origin.publish('paper.pdf', {
    bytes: SIZE,
    holdAfterBytes: SIZE / 4,
    headers: { 'Accept-Ranges': null },
  });
  await download(page, pdf.url);
  await expect(news(page)).toHaveText('paper.pdf: 25 %.');
  await page.getByRole('list', { name: 'Library' }).getByRole('link').click();
  await expect(sheet(page, 1).getByText('Test paper')).toBeVisible();
  pdf.release();
  await expect(news(page)).toHaveText('paper.pdf: Done.');
});

test('while a dialog is read nothing is said; what came meanwhile is said after', async ({ page, origin }) => {
  await page.goto('/transfers');
  const said = await listen(page);
  const pdf = origin.publish('paper.pdf', { bytes: SIZE, holdAfterBytes: SIZE / 8 });
  await download(page, pdf.url);
  await expect(transfer(page, 'paper.pdf')).toContainText('Downloading');
  await page.getByRole('button', { name: 'Details of paper.pdf' }).click();
  pdf.release();
  await expect(page.getByRole('dialog')).toContainText('All 2 MB are here.');
  expect(await said()).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(news(page)).toHaveText('paper.pdf: Done.');
});
