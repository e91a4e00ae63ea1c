import type { Page } from 'playwright/test';
import type { PublishedFile } from '../origin/published-file.ts';
import { SCHEMA_VERSION } from '../../src/store/schema.ts';
import { expect, test as base } from '../support/fixtures.ts';
import { document as libraryEntry, transfer } from '../support/story.ts';
import { readDump } from './dump.ts';
import { readCredential } from './read-credential.ts';
import { readShape, restoreDump } from './restore-dump.ts';
import { STATES } from './version-1-states.ts';

interface Fixtures {
  /** The files of the tasks that start by themselves; their server sends nothing until they are released. */
  readonly held: readonly PublishedFile[];
  /** A page of a profile in which version 1 was used; today's app has not run in it yet. */
  readonly upgraded: Page;
}

const test = base.extend<Fixtures>({
  held: async ({ origin }, use) => {
    const names = ['turn', 'connectivity', 'challenge', 'window', 'unmetered', 'power', 'date'].map(
      (name) => `waiting-${name}.pdf`,
    );
    names.push('running.pdf');
    await use(names.map((name) => origin.publish(name, { bytes: 3000, holdAfterBytes: 0 })));
  },

  upgraded: async ({ page, origin }, use) => {
    await restoreDump(page, await readDump(1, origin.url));
    await use(page);
  },
});

test('documents of version 1 stand in the Library', async ({ upgraded: page }) => {
  await page.goto('/');
  await expect(libraryEntry(page, 'A paper that was kept')).toBeVisible();
  await expect(libraryEntry(page, 'brought-in.txt')).toBeVisible();
});

test('a document of version 1 opens in the Reader where it was left, with its text', async ({ upgraded: page }) => {
  await page.goto('/');
  await libraryEntry(page, 'A paper that was kept').click();
  const reader = page.getByRole('region', { name: 'Reader' });
  await expect(reader.getByText('of 3', { exact: true })).toBeVisible();
  await expect(reader.getByText('Kept paper, page 2 of 3')).toBeVisible();
  await expect(reader.getByLabel('Page', { exact: true })).toHaveValue('2');
});

test('settings of version 1 hold', async ({ upgraded: page }) => {
  await page.goto('/settings');
  await expect(page.getByLabel('Theme')).toHaveValue('dark');
  await expect(page.getByLabel('With sound')).not.toBeChecked();
  await expect.poll(() => page.evaluate(() => getComputedStyle(document.documentElement).colorScheme)).toBe('dark');
});

test('a secret of version 1 can still be read', async ({ upgraded: page, origin }) => {
  await page.goto('/settings');
  await expect(page.getByLabel('Theme')).toBeVisible();
  expect(await readCredential(page, `${origin.url}/members`)).toBe('open sesame');
});

test('tasks of version 1 show their state in words, with the buttons for it', async ({ upgraded: page, held }) => {
  await page.goto('/transfers');
  await held[0]?.requested();
  for (const { name, words, buttons } of STATES) {
    const row = transfer(page, `${name}.pdf`);
    await expect(row).toContainText(words);
    await expect(row.getByRole('button').filter({ hasText: /\w/u })).toHaveText(buttons); // Others have a sign.
  }
  await expect(page.getByRole('list', { name: 'Transfers' }).getByRole('listitem')).toHaveCount(STATES.length);
});

test('what ran or waited its turn in version 1 arrives', async ({ upgraded: page, held }) => {
  for (const file of held) file.release();
  await page.goto('/');
  await expect(libraryEntry(page, 'waiting-turn.pdf')).toBeVisible();
  await expect(libraryEntry(page, 'waiting-connectivity.pdf')).toBeVisible();
  await expect(libraryEntry(page, 'running.pdf')).toBeVisible();
});

test('a half that version 1 had stored is counted', async ({ upgraded: page }) => {
  await page.goto('/transfers');
  await expect(transfer(page, 'half.pdf')).toContainText('500 bytes of 2 kB · 20 %');
});

test('a database of version 1 has the shape of a fresh one after the app has opened it', async ({ upgraded: page }) => {
  const { database, stores } = await readDump(SCHEMA_VERSION);
  await page.goto('/settings');
  await expect(page.getByLabel('Theme')).toBeVisible();
  expect(await readShape(page, database)).toEqual(stores.map(({ shape }) => shape));
});
