import type { Page } from 'playwright/test';
import { expect, test } from '../support/fixtures.ts';
import { ENGINES, NAME, SEGMENT, SIZE, expectSurvived, start } from '../support/survival.ts';
import { transfer } from '../support/story.ts';

test.use({ ownBrowser: true }); // What runs or waits in the background must not meet the tests before it.

type Command = 'Pause' | 'Resume' | 'Cancel' | 'Retry';

/** Presses a button of the transfer where it is there at this very moment: the other window may have been first. */
async function press(page: Page, command: Command): Promise<void> {
  const label = `${command} ${NAME}`;
  await page.getByRole('button', { name: label }).evaluateAll((found: readonly HTMLElement[], wanted) => {
    // A row that changes meanwhile draws its next button into the same element.
    for (const each of found) if (each.ariaLabel === wanted) each.click();
  }, label);
}

async function pressInBoth(pages: readonly Page[], ...commands: readonly [Command, Command]): Promise<void> {
  await Promise.all(pages.map((page, index) => press(page, commands[index] ?? commands[0])));
}

async function expectInBoth(pages: readonly Page[], command: Command): Promise<void> {
  for (const page of pages) await expect(page.getByRole('button', { name: `${command} ${NAME}` })).toBeVisible();
}

/** Presses what lets a transfer go on, until it is done. */
async function bringHome(page: Page): Promise<void> {
  await expect(async () => {
    await press(page, 'Resume');
    await press(page, 'Retry');
    await expect(transfer(page, NAME)).toContainText('Done', { timeout: 5_000 });
  }).toPass({ timeout: 40_000 });
}

for (const engine of ENGINES) {
  test.describe(`by ${engine}`, () => {
    test.use({ engine });

    test('two windows that both pause and resume lose and double nothing', async ({ context, page, origin }) => {
      const pdf = origin.publish(NAME, { bytes: SIZE, bytesPerSecond: 2_000_000 });
      const other = await context.newPage();
      await other.goto('/transfers');
      await start(page, pdf);
      for (const bytes of [SIZE / 4, SIZE / 2]) {
        await pdf.sent(bytes);
        await expectInBoth([page, other], 'Pause');
        await pressInBoth([page, other], 'Pause', 'Pause');
        await expectInBoth([page, other], 'Resume');
        await pressInBoth([page, other], 'Resume', 'Resume');
      }
      await bringHome(page); // The slower Pause of one may have come after the Resume of the other.
      await expectSurvived(page, pdf, 2);
      await expectSurvived(other, pdf, 2);
    });

    test('two windows that press everything against each other end with one document', async ({
      context,
      page,
      origin,
    }) => {
      const pdf = origin.publish(NAME, { bytes: SIZE, bytesPerSecond: 8_000_000 });
      const other = await context.newPage();
      await other.goto('/transfers');
      await start(page, pdf);
      await pdf.requested();
      const commands = ['Pause', 'Resume', 'Cancel', 'Retry'] as const;
      for (const first of commands) {
        for (const second of commands) await pressInBoth([page, other], first, second);
      }
      await bringHome(page);
      await expectSurvived(other, pdf, Infinity);
    });

    test('paused again and again, fast, it loses and doubles nothing', async ({ page, origin }) => {
      const pdf = origin.publish(NAME, { bytes: SIZE, bytesPerSecond: 2_000_000 });
      const row = await start(page, pdf);
      await pdf.sent(SIZE / 2);
      pdf.behave({ bytesPerSecond: SIZE / 100 }); // It must not be done before the last Pause.
      for (let time = 0; time < 8; time += 1) {
        await page.getByRole('button', { name: `Pause ${NAME}` }).click();
        await expect(row).toContainText('Paused');
        if (time === 7) pdf.behave({ bytesPerSecond: 2_000_000 });
        await page.getByRole('button', { name: `Resume ${NAME}` }).click();
      }
      await expectSurvived(page, pdf, 8);
      // What had come to its end when Pause was pressed is not asked for again.
      const complete = pdf.requests.filter(({ method, outcome }) => method === 'GET' && outcome === 'finished');
      const bytes = complete.reduce((sum, { bytesSent }) => sum + bytesSent, 0);
      expect(bytes).toBeLessThanOrEqual(SIZE + 2 * SEGMENT);
    });
  });
}
