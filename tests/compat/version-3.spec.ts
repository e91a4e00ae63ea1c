import type { Locator, Page } from 'playwright/test';
import { expect, test as base } from '../support/fixtures.ts';
import { marksPanel, selectLine, storedMarks, takeTool } from '../support/marking.ts';
import { pageBox, reader, sheet } from '../support/reading.ts';
import { storedRows } from '../support/stored-rows.ts';
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
  await expect(highlighted(page, 2)).toBeVisible();
  await expect(sheet(page, 2).getByText('Look here')).toBeVisible();
  await expect(sheet(page, 2).getByRole('application', { name: 'Image editor' })).toBeVisible();
  const panel = await marksPanel(page);
  await expect(panel.getByRole('listitem')).toHaveCount(5);
  await expect(panel.getByText('Is that so?')).toBeVisible();
});

test('a new mark takes no other away: not one that is being made, nor one whose annotation is gone', async ({
  upgraded: page,
}) => {
  await page.addInitScript(holdImages);
  await page.goto('/');
  await libraryEntry(page, 'A paper that was kept').click();
  await expect(highlighted(page, 2)).toBeVisible();
  await turnTo(page, 1); // It has no annotation 9R.
  await turnTo(page, 3);
  await takeTool(page, 'Highlight');
  await selectLine(page, 'Kept paper, page 3 of 3', 3);
  await expect(highlighted(page, 3)).toBeVisible();
  await expect.poll(() => storedMarks(page, 'annotation')).toBe(5);
  expect((await storedRows(page, 'marks')).map(({ id }) => id)).toEqual(
    expect.arrayContaining(['bookmark-3', 'field-7R', 'highlight', 'image', 'removed-9R', 'text']),
  );
  await page.evaluate(() => globalThis.dispatchEvent(new Event('releaseimages')));
  await expect(sheet(page, 2).getByRole('application', { name: 'Image editor' })).toBeAttached();
  const panel = await marksPanel(page);
  await expect(panel.getByRole('listitem')).toHaveCount(6);
});

test('an image of version 3 that can’t be read is said to be kept, and is', async ({ upgraded: page }) => {
  await page.addInitScript(() => {
    globalThis.createImageBitmap = () => Promise.reject(new DOMException('No image', 'InvalidStateError'));
  });
  await page.goto('/');
  await libraryEntry(page, 'A paper that was kept').click();
  await expect(reader(page).getByRole('alert')).toHaveText(
    'A mark on page 2 is kept, but can’t be shown: its image can’t be read',
  );
  await turnTo(page, 3);
  await takeTool(page, 'Highlight');
  await selectLine(page, 'Kept paper, page 3 of 3', 3);
  await expect.poll(() => storedMarks(page, 'annotation')).toBe(5);
  expect((await storedRows(page, 'marks')).map(({ id }) => id)).toContain('image');
});

async function turnTo(page: Page, number: number): Promise<void> {
  await pageBox(page).fill(`${number}`);
  await pageBox(page).press('Enter');
  await expect(sheet(page, number).getByText(`Kept paper, page ${number} of 3`)).toBeVisible();
}

function highlighted(page: Page, number: number): Locator {
  return sheet(page, number).getByLabel(`Kept paper, page ${number} of 3`, { exact: true });
}

/** Lets no image be read until the test says so. */
function holdImages(): void {
  const { createImageBitmap: read } = globalThis;
  const released = new Promise((resolve) => globalThis.addEventListener('releaseimages', resolve, { once: true }));
  globalThis.createImageBitmap = async (...args: unknown[]): Promise<ImageBitmap> => {
    await released;
    return Reflect.apply(read, globalThis, args) as Promise<ImageBitmap>;
  };
}
