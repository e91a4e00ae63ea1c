import type { Page } from 'playwright/test';
import { expect, test as base } from '../support/fixtures.ts';
import { marksPanel } from '../support/marking.ts';
import { reader, sheet } from '../support/reading.ts';
import { document as libraryEntry } from '../support/story.ts';
import { readDump } from './dump.ts';
import { restoreDump } from './restore-dump.ts';

interface Fixtures {
  /** A page of a profile in which version 3 was used; today's app has not run in it yet. */
  readonly upgraded: Page;
}

const test = base.extend<Fixtures>({
  upgraded: async ({ page, origin }, use) => {
    await restoreDump(page, await readDump(3, origin.url));
    await use(page);
  },
});

test('marks of version 3 stand on their page and in the panel', async ({ upgraded: page }) => {
  await page.goto('/');
  await libraryEntry(page, 'A paper that was kept').click();
  await expect(reader(page).getByText('Kept paper, page 2 of 3')).toBeVisible();
  await expect(sheet(page, 2).getByLabel('Kept paper, page 2 of 3', { exact: true })).toBeVisible();
  await expect(sheet(page, 2).getByText('Look here')).toBeVisible();
  await expect(sheet(page, 2).getByRole('application', { name: 'Image editor' })).toBeVisible();
  const panel = await marksPanel(page);
  await expect(panel.getByRole('listitem')).toHaveCount(5);
  await expect(panel.getByText('Is that so?')).toBeVisible();
});
