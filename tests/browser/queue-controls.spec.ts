import type { Locator, Page } from 'playwright/test';
import type { Origin } from '../origin/origin.ts';
import type { PublishedFile } from '../origin/published-file.ts';
import type { Behaviour } from '../origin/publish-options.ts';
import { axeFindings } from '../support/axe.ts';
import { expect, test } from '../support/fixtures.ts';
import { document, download, storedSha256, transfer } from '../support/story.ts';

const SIZE = 2_000_000;

/** Downloads that stop at a quarter until they are released. Chromium gets one at a time, so the others have no byte yet. */
async function startHeld(
  page: Page,
  origin: Origin,
  names: readonly string[],
  behaviour: Behaviour = {},
): Promise<PublishedFile[]> {
  const files = names.map((name) => origin.publish(name, { bytes: SIZE, holdAfterBytes: SIZE / 4, ...behaviour }));
  await download(page, files.map(({ url }) => url).join('\n'));
  return files;
}

async function expectQuarter(page: Page, name: string): Promise<void> {
  await expect(transfer(page, name).getByRole('progressbar')).toHaveAttribute('aria-valuenow', '25');
}

function button(page: Page, name: string): Locator {
  return page.getByRole('button', { name, exact: true });
}

/** Titles in the order of the list. */
async function listed(page: Page): Promise<string[]> {
  const bars = page.getByRole('list', { name: 'Transfers' }).getByRole('progressbar');
  const names = await bars.evaluateAll((all) => all.map((bar) => bar.getAttribute('aria-label') ?? ''));
  return names.map((name) => name.replace('Progress of ', ''));
}

test('Pause all stops three downloads, Resume all brings them in, Clear done tidies up, and the focus stays with what comes next', async ({
  page,
  origin,
}) => {
  const names = ['one.pdf', 'two.pdf', 'three.pdf'];
  await page.goto('/transfers');
  const files = await startHeld(page, origin, names);
  await expectQuarter(page, 'one.pdf');
  await expect(page.getByText(/^1 running · 2 waiting · .* of /u)).toBeVisible();
  await expect(page).toHaveTitle(/^\d+ % · Transfers · Longhaul$/u);
  await expect(button(page, 'Resume all')).toHaveCount(0);
  await button(page, 'Pause all').press('Enter');
  for (const name of names) await expect(transfer(page, name)).toContainText('Paused');
  await expect(button(page, 'Pause all')).toHaveCount(0);
  await expect(button(page, 'Resume all')).toBeFocused();
  for (const file of files) file.release();
  await button(page, 'Resume all').press('Enter');
  for (const name of names) await expect(transfer(page, name)).toContainText('Done');
  await expect(page).toHaveTitle('Transfers · Longhaul');
  await expect(button(page, 'Clear done')).toBeFocused();
  await button(page, 'Clear done').press('Enter');
  await expect(page.getByText('Nothing is on its way')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Transfers' })).toBeFocused();
  for (const { url, sha256 } of files) {
    expect(await storedSha256(page, url.slice(url.lastIndexOf('/') + 1))).toBe(sha256);
  }
});

test('a double click on Pause pauses, and is no press of the Resume that comes in its place', async ({
  page,
  origin,
}) => {
  await page.goto('/transfers');
  const [file] = await startHeld(page, origin, ['one.pdf']);
  await expectQuarter(page, 'one.pdf');
  await button(page, 'Pause one.pdf').click();
  await button(page, 'Resume one.pdf').hover();
  await page.mouse.down({ clickCount: 2 });
  await page.mouse.up({ clickCount: 2 });
  // By the time that another is there, a download that goes on would have begun.
  file?.release();
  await download(page, origin.publish('two.pdf').url);
  await expect(transfer(page, 'two.pdf')).toContainText('Done');
  await expect(transfer(page, 'one.pdf')).toContainText('Paused');
});

test('for one download alone there is no Pause all', async ({ page, origin }) => {
  await page.goto('/transfers');
  await startHeld(page, origin, ['only.pdf']);
  await expectQuarter(page, 'only.pdf');
  await expect(button(page, 'Pause only.pdf')).toBeVisible();
  await expect(button(page, 'Pause all')).toHaveCount(0);
});

test('before a pause throws bytes away it asks, and a no leaves the download alone', async ({ page, origin }) => {
  await page.goto('/transfers');
  const [pdf] = await startHeld(page, origin, ['whole.pdf'], { ranges: false });
  await expectQuarter(page, 'whole.pdf');
  const row = transfer(page, 'whole.pdf');
  const question = page.getByRole('dialog', { name: 'Pause whole.pdf?' });
  await button(page, 'Pause whole.pdf').click();
  await expect(question).toContainText(
    /^\s*Pause whole.pdf\?\s*localhost:\d+ can’t continue a download half-way: Pause throws away the 500 kB that are here\./u,
  );
  expect(await axeFindings(page)).toEqual([]);
  await question.getByRole('button', { name: 'Keep downloading' }).click();
  await expect(button(page, 'Pause whole.pdf')).toBeFocused();
  await expect(row).toContainText('Downloading');

  await button(page, 'Pause whole.pdf').click();
  await question.getByRole('button', { name: 'Pause anyway' }).click();
  await expect(row).toContainText('Paused. Nothing of it is stored yet');
  pdf?.release();
  await button(page, 'Resume whole.pdf').click();
  await expect(row).toContainText('Done');
  expect(await storedSha256(page, 'whole.pdf')).toBe(pdf?.sha256);
});

test('Escape is a no: the download goes on as it was', async ({ page, origin }) => {
  await page.goto('/transfers');
  const [pdf] = await startHeld(page, origin, ['whole.pdf'], { ranges: false });
  await expectQuarter(page, 'whole.pdf');
  await button(page, 'Pause whole.pdf').click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  pdf?.release();
  await expect(transfer(page, 'whole.pdf')).toContainText('Done');
});

test('nothing is asked where nothing has come yet', async ({ page, origin }) => {
  await page.goto('/transfers');
  const [pdf] = await startHeld(page, origin, ['silent.pdf'], { ranges: false, holdAfterBytes: 0 });
  await pdf?.requested();
  await expect(transfer(page, 'silent.pdf')).toContainText('Starting');
  await button(page, 'Pause silent.pdf').click();
  await expect(transfer(page, 'silent.pdf')).toContainText('Paused');
});

test('Pause all asks once, with how many would start over', async ({ page, origin }) => {
  await page.goto('/transfers');
  await startHeld(page, origin, ['whole-1.pdf', 'whole-2.pdf'], { ranges: false });
  await expectQuarter(page, 'whole-1.pdf');
  await button(page, 'Pause all').click();
  const question = page.getByRole('dialog', { name: 'Pause all?' });
  await expect(question).toContainText(
    '1 download can’t be continued half-way: Pause throws away the 500 kB that are here.',
  );
  await question.getByRole('button', { name: 'Pause anyway' }).click();
  for (const name of ['whole-1.pdf', 'whole-2.pdf']) await expect(transfer(page, name)).toContainText('Paused');
});

test('Move to top brings a download to the head of the list, for good, and keeps the focus with it', async ({
  page,
  origin,
}) => {
  await page.goto('/transfers');
  await startHeld(page, origin, ['a.pdf', 'b.pdf', 'c.pdf']);
  await expectQuarter(page, 'a.pdf');
  expect(await listed(page)).toEqual(['a.pdf', 'b.pdf', 'c.pdf']);
  await expect(button(page, 'Move to top a.pdf')).toHaveCount(0);
  await button(page, 'Move to top c.pdf').press('Enter');
  await expect(button(page, 'Move to top c.pdf')).toHaveCount(0);
  await expect.poll(() => listed(page)).toEqual(['c.pdf', 'a.pdf', 'b.pdf']);
  await expect(button(page, 'Pause c.pdf')).toBeFocused();
  await page.reload();
  await expect.poll(() => listed(page)).toEqual(['c.pdf', 'a.pdf', 'b.pdf']);
});

test('the queue is taken in its order: what was moved to the top starts next, and before the other', async ({
  page,
  origin,
}) => {
  const names = Array.from({ length: 5 }, (_, index) => `first-${index}.pdf`);
  await page.goto('/transfers');
  const [blocking] = await startHeld(page, origin, names);
  await expectQuarter(page, 'first-0.pdf');
  const waiting = ['later.pdf', 'sooner.pdf'].map((name) => origin.publish(name, { bytes: SIZE, holdAfterBytes: 1 }));
  await download(page, waiting.map(({ url }) => url).join('\n'));
  const isSooner = async (): Promise<boolean> => {
    const order = await listed(page);
    return order.indexOf('sooner.pdf') < order.indexOf('later.pdf');
  };
  await expect(transfer(page, 'sooner.pdf')).toBeVisible();
  expect(await isSooner()).toBe(false);
  await button(page, 'Move to top sooner.pdf').click();
  await expect.poll(isSooner).toBe(true);
  // With or without the other: the last free place takes all that wait.
  blocking?.release();
  await expect(transfer(page, 'sooner.pdf')).not.toContainText('Waiting');
  expect(await isSooner()).toBe(true);
});

test('what has ended stands below what has not, the last that ended first', async ({ page, origin }) => {
  await page.goto('/transfers');
  for (const name of ['early.pdf', 'late.pdf']) {
    await download(page, origin.publish(name).url);
    await expect(transfer(page, name)).toContainText('Done');
  }
  await startHeld(page, origin, ['slow.pdf', 'slower.pdf']);
  await expectQuarter(page, 'slow.pdf');
  expect(await listed(page)).toEqual(['slow.pdf', 'slower.pdf', 'late.pdf', 'early.pdf']);
  const groups = page.getByRole('list', { name: 'Transfers' }).getByRole('heading');
  await expect(groups).toHaveText(['Running 1', 'Waiting 1', 'Done today 2']);
  await button(page, 'Pause slow.pdf').press('Enter');
  await expect(groups).toHaveText(['Running 1', 'Paused 1', 'Done today 2']);
  await expect(button(page, 'Resume slow.pdf')).toBeFocused(); // In its new place.
  expect(await listed(page)).toEqual(['slower.pdf', 'slow.pdf', 'late.pdf', 'early.pdf']);
  expect(await axeFindings(page)).toEqual([]);
  await page.getByRole('navigation').getByRole('link', { name: 'Library' }).click();
  await expect(document(page, 'late.pdf')).toBeVisible();
  expect(await listed(page)).toEqual(['slow.pdf', 'slower.pdf']);
});
