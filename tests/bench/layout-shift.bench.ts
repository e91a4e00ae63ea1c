import { expect, test } from '../support/fixtures.ts';
import { SHIFT_BAR, type ShiftSums, shiftsOf, watchShifts } from '../support/layout-shift.ts';
import { leaveBytesAlone } from '../support/leave-bytes-alone.ts';
import { makeDocuments, seedLibrary } from '../support/seed-library.ts';
import { SHIFT_WINDOWS, runSession } from '../support/shift-session.ts';
import { document as libraryEntry } from '../support/story.ts';
import { report } from './measurement.ts';

test.use({ ownBrowser: true });

/** Documents of a large library. */
const MANY = 1_000;

/** CLS, which counts nothing within half a second of a press, and the stricter sum of all that moved. */
async function reportSums(what: string, { all, unasked, causes }: ShiftSums): Promise<void> {
  const told = `layout shift of a session ${what}`;
  const sums = [
    { name: `${told}: CLS`, value: unasked },
    { name: `${told}: what a press was the reason for, too`, value: all },
  ];
  for (const { name, value } of sums)
    await report(test.info(), { name, unit: 'shift', value, bar: SHIFT_BAR, runs: [value] });
  await test.info().attach('causes', { body: causes.join('\n'), contentType: 'text/plain' });
  if (all > SHIFT_BAR) console.log(causes.join('\n'));
}

for (const viewport of SHIFT_WINDOWS) {
  test.describe(`${viewport.width} px`, () => {
    test.use({ viewport });

    for (const screen of ['Transfers', 'Library'] as const)
      test(`the first document is added, comes, is opened and left: ${screen}`, async ({ page, origin }) => {
        await watchShifts(page);
        await page.goto('/');
        await page.getByRole('link', { name: screen, exact: true }).click();
        await expect(page.getByRole('list', { name: 'Samples' })).toBeVisible();
        await runSession(page, origin, screen);
        await reportSums(`on ${screen}, ${viewport.width} px`, await shiftsOf(page));
      });

    test(`a document more in a library of ${MANY}`, async ({ page, origin }) => {
      await page.addInitScript(leaveBytesAlone);
      await page.goto('/');
      await expect(page.getByRole('list', { name: 'Samples' })).toBeVisible();
      await seedLibrary(page, { documents: makeDocuments(MANY), covers: true });
      await watchShifts(page);
      await page.goto('/');
      await expect(libraryEntry(page, `Document ${MANY - 5}`)).toBeVisible();
      await runSession(page, origin, 'Library');
      await reportSums(`in a library of ${MANY}, ${viewport.width} px`, await shiftsOf(page));
    });
  });
}
