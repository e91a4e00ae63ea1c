import type { Locator, Page } from 'playwright/test';
import type { Origin } from '../origin/origin.ts';
import { axeFindings } from '../support/axe.ts';
import { expect, test } from '../support/fixtures.ts';
import { removeDocument } from '../support/shelf.ts';
import { storedRows } from '../support/stored-rows.ts';
import { document, download } from '../support/story.ts';

const QUESTION = 'You have this file already: first.pdf.';

function keepBoth(page: Page): Locator {
  return page.getByRole('button', { name: 'Keep both: second.pdf' });
}

function removeThisOne(page: Page): Locator {
  return page.getByRole('button', { name: 'Remove this one: second.pdf' });
}

/** The same bytes under two addresses, one after the other; the Library asks at the second. */
async function addTwice(page: Page, origin: Origin): Promise<void> {
  await page.goto('/');
  await download(page, origin.publish('first.pdf').url);
  await expect(document(page, 'first.pdf')).toBeVisible();
  await download(page, origin.publish('second.pdf').url);
  await expect(page.getByText(QUESTION)).toBeVisible();
}

test('the same file added twice is asked about, and still after a reload', async ({ page, origin }) => {
  await addTwice(page, origin);
  expect(await axeFindings(page)).toEqual([]);
  await page.reload();
  const entry = page.getByRole('listitem').filter({ has: page.getByRole('link', { name: 'second.pdf' }) });
  await expect(entry.getByText(QUESTION)).toBeVisible();
  await expect(page.getByText('You have this file already')).toHaveCount(1);
});

test('Keep both is an answer for good, and the focus stays at the document', async ({ page, origin }) => {
  await addTwice(page, origin);
  await keepBoth(page).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText(QUESTION)).toHaveCount(0);
  await expect(document(page, 'second.pdf')).toBeFocused();
  await page.reload();
  await expect(document(page, 'first.pdf')).toBeVisible();
  await expect(document(page, 'second.pdf')).toBeVisible();
  await expect(page.getByText(QUESTION)).toHaveCount(0);
});

test('Remove this one takes the newer out, and the focus goes to the older', async ({ page, origin }) => {
  await addTwice(page, origin);
  await removeThisOne(page).focus();
  await page.keyboard.press('Enter');
  await expect(document(page, 'second.pdf')).toHaveCount(0);
  await expect(document(page, 'first.pdf')).toBeFocused();
  await expect(page.getByText(QUESTION)).toHaveCount(0);
  await page.getByRole('button', { name: 'Dismiss' }).click();
  await expect.poll(async () => (await storedRows(page, 'segments')).length).toBe(1);
});

test('the question goes with the older document', async ({ page, origin }) => {
  await addTwice(page, origin);
  await removeDocument(page, 'first.pdf');
  await expect(document(page, 'first.pdf')).toHaveCount(0);
  await expect(document(page, 'second.pdf')).toBeVisible();
  await expect(page.getByText(QUESTION)).toHaveCount(0);
});

test('a file that was checked on arrival is found by that digest', async ({ page, origin }) => {
  const first = origin.publish('first.pdf');
  const second = origin.publish('second.pdf');
  await page.goto('/');
  await download(page, `${first.url}#sha256=${first.sha256}`);
  await expect(document(page, 'first.pdf')).toBeVisible();
  await download(page, `${second.url}#sha256=${second.sha256}`);
  await expect(page.getByText(QUESTION)).toBeVisible();
});

test('other bytes under the same name are no duplicate', async ({ page, origin }) => {
  await page.goto('/');
  const shelf = page.getByRole('list', { name: 'Library' }).getByRole('link', { name: 'paper.pdf' });
  await download(page, origin.publish('a/paper.pdf', { seed: 1 }).url);
  await expect(shelf).toHaveCount(1);
  await download(page, origin.publish('b/paper.pdf', { seed: 2 }).url);
  await expect(shelf).toHaveCount(2);
  const hashed = async (): Promise<number> =>
    (await storedRows(page, 'documents')).filter(({ sha256 }) => sha256 !== undefined).length;
  await expect.poll(hashed).toBe(2);
  await expect(page.getByText('You have this file already')).toHaveCount(0);
});
