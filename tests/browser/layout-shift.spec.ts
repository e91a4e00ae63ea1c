import type { Page } from 'playwright/test';
import { expect, test } from '../support/fixtures.ts';
import { leaveBytesAlone } from '../support/leave-bytes-alone.ts';
import { SHIFT_BAR, shiftsOf, watchShifts } from '../support/layout-shift.ts';
import { makeDocuments, seedLibrary } from '../support/seed-library.ts';
import { SHIFT_WINDOWS, runSession } from '../support/shift-session.ts';
import { document as libraryEntry, download, transfer, tray, trayToggle } from '../support/story.ts';

/**
 * Nothing jumped by itself, and little even where a press was the reason.
 *
 * @param asked bar for all together; higher where a press opens something.
 */
async function expectStill(page: Page, asked = SHIFT_BAR): Promise<void> {
  const { all, unasked, causes } = await shiftsOf(page);
  expect(unasked, causes.join('\n')).toBeLessThan(SHIFT_BAR);
  expect(all, causes.join('\n')).toBeLessThan(asked);
}

for (const viewport of SHIFT_WINDOWS) {
  test.describe(`in a window of ${viewport.width} px`, () => {
    test.use({ viewport });

    for (const screen of ['Library', 'Transfers'] as const)
      test(`nothing jumps in ${screen} while the first document is added, comes, is opened and left`, async ({
        page,
        origin,
      }) => {
        await watchShifts(page);
        await page.goto('/');
        await page.getByRole('link', { name: screen, exact: true }).click();
        await expect(page.getByRole('list', { name: 'Samples' })).toBeVisible();
        await runSession(page, origin, screen);
        await expectStill(page);
      });

    test('nothing jumps in a library of many while another one comes', async ({ page, origin }) => {
      await page.addInitScript(leaveBytesAlone);
      await page.goto('/');
      await expect(page.getByRole('list', { name: 'Samples' })).toBeVisible();
      await seedLibrary(page, { documents: makeDocuments(200), covers: true });
      await watchShifts(page);
      await page.goto('/');
      await expect(libraryEntry(page, 'Document 195')).toBeVisible();
      await runSession(page, origin, 'Library');
      await expectStill(page);
    });

    test('nothing jumps while two are on their way, and one of them ends', async ({ page, origin }) => {
      await page.addInitScript(leaveBytesAlone);
      await page.goto('/');
      await expect(page.getByRole('list', { name: 'Samples' })).toBeVisible();
      await seedLibrary(page, { documents: makeDocuments(20) });
      await watchShifts(page);
      await page.goto('/');
      const first = origin.publish('first.pdf', { bytes: 4_000_000, holdAfterBytes: 1_000_000 });
      await download(page, first.url);
      await expect(tray(page)).toContainText('25 %');
      if ((await trayToggle(page).getAttribute('aria-expanded')) === 'false') await trayToggle(page).click();
      await download(page, origin.publish('second.pdf', { bytes: 4_000_000, holdAfterBytes: 1_000_000 }).url);
      await expect(transfer(page, 'second.pdf')).toBeVisible();
      first.release();
      await expect(libraryEntry(page, 'first.pdf')).toBeVisible();
      await expect(transfer(page, 'first.pdf')).toHaveCount(0);
      await expectStill(page, 0.05); // The rows open, and a second one comes, by a press each.
    });

    test('nothing jumps when a library opens of which documents were cleared, as at the last start', async ({
      page,
    }) => {
      await page.addInitScript(leaveBytesAlone);
      await page.goto('/');
      await expect(page.getByRole('list', { name: 'Samples' })).toBeVisible();
      const documents = makeDocuments(20, (number) => (number === 4 ? { isMissing: true } : {}));
      await seedLibrary(page, { documents });
      const offer = page.getByRole('region', { name: /cleared/u });
      await page.goto('/');
      await expect(offer).toBeVisible();
      await watchShifts(page);
      await page.goto('/');
      await expect(offer).toBeVisible();
      await expectStill(page);
    });

    test('nothing jumps in Settings while it comes', async ({ page }) => {
      await page.addInitScript(leaveBytesAlone);
      await page.goto('/');
      await expect(page.getByRole('list', { name: 'Samples' })).toBeVisible();
      await seedLibrary(page, { documents: makeDocuments(20) });
      await watchShifts(page);
      await page.goto('/settings');
      await expect(page.getByRole('heading', { name: 'Largest documents' })).toBeVisible();
      await expectStill(page);
    });
  });
}
