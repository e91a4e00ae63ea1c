import type { Page } from 'playwright/test';
import { SCHEMA_VERSION } from '../../src/store/schema.ts';
import { expect, test as base } from '../support/fixtures.ts';
import { marksPanel } from '../support/marking.ts';
import { reader } from '../support/reading.ts';
import { document as libraryEntry } from '../support/story.ts';
import { storedRows } from '../support/stored-rows.ts';
import { readDump } from './dump.ts';
import { readCredential } from './read-credential.ts';
import { readShape, restoreDump } from './restore-dump.ts';
import { TASKS } from './task-rows.ts';

interface Fixtures {
  /** A page of a profile in which version 2 was used; today's app has not run in it yet. */
  readonly upgraded: Page;
}

const test = base.extend<Fixtures>({
  upgraded: async ({ page, origin }, use) => {
    await restoreDump(page, await readDump(2, origin.url));
    await use(page);
  },
});

test('documents of version 2 stand in the Library', async ({ upgraded: page }) => {
  await page.goto('/');
  await expect(libraryEntry(page, 'A paper that was kept')).toBeVisible();
  await expect(libraryEntry(page, 'brought-in.txt')).toBeVisible();
});

test('a document of version 2 opens where it was left, and takes a bookmark', async ({ upgraded: page }) => {
  await page.goto('/');
  await libraryEntry(page, 'A paper that was kept').click();
  await expect(reader(page).getByText('Kept paper, page 2 of 3')).toBeVisible();
  await expect(reader(page).getByLabel('Page', { exact: true })).toHaveValue('2');
  await page.keyboard.press('b');
  const panel = await marksPanel(page);
  await expect(panel.getByRole('button', { name: 'Bookmark, page 2', exact: true })).toBeVisible();
});

test('settings of version 2 hold', async ({ upgraded: page }) => {
  await page.goto('/settings');
  await expect(page.getByLabel('Theme')).toHaveValue('dark');
  await expect(page.getByLabel('With sound')).not.toBeChecked();
});

test('a secret of version 2 can still be read', async ({ upgraded: page, origin }) => {
  await page.goto('/settings');
  await expect(page.getByLabel('Theme')).toBeVisible();
  expect(await readCredential(page, `${origin.url} members`)).toBe('open sesame');
});

test('no task of version 2 is lost', async ({ upgraded: page }) => {
  await page.goto('/transfers');
  await expect(page.getByRole('list', { name: 'Transfers' }).getByRole('listitem').first()).toBeVisible();
  const ids = (await storedRows(page, 'tasks')).map(({ id }) => id);
  expect(ids).toEqual(expect.arrayContaining(TASKS.map(({ id }) => id)));
});

test('a database of version 2 has the shape of a fresh one after the app has opened it', async ({ upgraded: page }) => {
  const { database, stores } = await readDump(SCHEMA_VERSION);
  await page.goto('/settings');
  await expect(page.getByLabel('Theme')).toBeVisible();
  expect(await readShape(page, database)).toEqual(stores.map(({ shape }) => shape));
});
