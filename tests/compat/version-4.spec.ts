import type { Page } from 'playwright/test';
import { expect, test as base } from '../support/fixtures.ts';
import { marksPanel } from '../support/marking.ts';
import { reader } from '../support/reading.ts';
import { document as libraryEntry } from '../support/story.ts';
import { readDump } from './dump.ts';
import { restoreDump } from './restore-dump.ts';

interface Fixtures {
  /** A page of a profile in which version 4 was used; today's app has not run in it yet. */
  readonly upgraded: Page;
}

const test = base.extend<Fixtures>({
  upgraded: async ({ page, origin }, use) => {
    await restoreDump(page, await readDump(4, origin.url));
    await use(page);
  },
});

test('a document of version 4 opens where it was left, with its marks', async ({ upgraded: page }) => {
  await page.goto('/');
  await libraryEntry(page, 'A paper that was kept').click();
  await expect(reader(page).getByText('Kept paper, page 2 of 3')).toBeVisible();
  await expect((await marksPanel(page)).getByRole('listitem')).toHaveCount(5);
});

test('what was taken out of the library in version 4 does not come back by itself', async ({ upgraded: page }) => {
  await page.goto('/');
  await expect(libraryEntry(page, 'brought-in.txt')).toBeVisible();
  await expect(libraryEntry(page, 'removed.txt')).toBeHidden();
});
