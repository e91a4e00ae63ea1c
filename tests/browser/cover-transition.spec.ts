import type { Page } from 'playwright/test';
import { expect, test } from '../support/fixtures.ts';
import { backToLibrary, sheet } from '../support/reading.ts';
import { document as entry, download } from '../support/story.ts';

type Watched = typeof globalThis & { readonly moved: readonly string[][] };

/** Runs in the page, before the app: keeps what each view transition moves. */
function watchTransitions(): void {
  const moved: string[][] = [];
  Object.assign(globalThis, { moved });
  const start = Document.prototype.startViewTransition;
  Document.prototype.startViewTransition = function (update) {
    const transition = start.call(this, update);
    const of: string[] = [];
    moved.push(of);
    void transition.ready.then(() => {
      const effects = document.getAnimations().map(({ effect }) => effect as KeyframeEffect);
      of.push(...new Set(effects.flatMap(({ pseudoElement }) => pseudoElement ?? [])));
    });
    return transition;
  };
}

async function transitions(page: Page): Promise<readonly string[][]> {
  return page.evaluate(() => (globalThis as Watched).moved);
}

const OPENS = '::view-transition-group(open-document)';

test('a cover grows into the reader, and the reader goes back into its cover', async ({ page, origin }) => {
  await page.addInitScript(watchTransitions);
  await page.goto('/');
  await download(page, origin.publish('paper.pdf').url);
  await entry(page, 'paper.pdf').click();
  await expect(sheet(page, 1).getByText('Test paper')).toBeVisible();
  expect((await transitions(page))[0]).toContain(OPENS);
  await expect(page).toHaveURL(/\/read\//u);
  await backToLibrary(page);
  await expect(entry(page, 'paper.pdf')).toBeVisible();
  await expect.poll(async () => (await transitions(page))[1]).toContain(OPENS);
  await page.goBack(); // The browser’s own buttons, too.
  await expect(sheet(page, 1).getByText('Test paper')).toBeVisible();
  await page.goForward();
  await entry(page, 'paper.pdf').focus(); // Nothing of it is left that would take the focus away.
  await page.keyboard.press('Enter');
  await expect(sheet(page, 1).getByText('Test paper')).toBeVisible();
  expect(await transitions(page)).toHaveLength(5);
});

test('who wants no motion has none, and other screens just change', async ({ page, origin }) => {
  await page.addInitScript(watchTransitions);
  await page.goto('/');
  await download(page, origin.publish('paper.pdf').url);
  await expect(entry(page, 'paper.pdf')).toBeVisible();
  await page.getByRole('link', { name: 'Settings' }).click();
  await expect(page.getByLabel('Theme')).toBeVisible();
  await page.getByRole('link', { name: 'Library' }).click();
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await entry(page, 'paper.pdf').click();
  await expect(sheet(page, 1).getByText('Test paper')).toBeVisible();
  await backToLibrary(page);
  expect(await transitions(page)).toEqual([]);
});
