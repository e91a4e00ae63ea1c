import type { Page } from 'playwright/test';
import { lieOnce, pastTheEnd, tooShort, wrongPlace } from '../origin/lies.ts';
import type { Behaviour } from '../origin/publish-options.ts';
import { expect, test } from '../support/fixtures.ts';
import { ENGINES, NAME, SEGMENT, SIZE, expectSurvived, start } from '../support/survival.ts';

test.use({ ownBrowser: true }); // What runs or waits in the background must not meet the tests before it.

const LIES: readonly { readonly server: string; readonly lie: Behaviour }[] = [
  { server: 'cuts an answer short', lie: { dropAfterBytes: SEGMENT / 2 } },
  { server: 'says once that a range lies past the end', lie: { bend: lieOnce(4, pastTheEnd) } },
  { server: 'tells another place than was asked for, once', lie: { bend: lieOnce(4, wrongPlace) } },
  { server: 'sends less than was asked for, once', lie: { bend: lieOnce(4, tooShort) } },
];

// The browser asks again by itself, some 20 s later, and throws away what it gets then.
test.describe.configure({ timeout: 120_000 });

/** Lets the page's own clock run ahead, with time for the browser's answers in between; its downloads don't notice. */
async function pass(page: Page, seconds: number): Promise<void> {
  for (let left = seconds; left > 0; left -= 1) {
    await page.clock.runFor(1_000);
    await page.evaluate(async () => (await navigator.serviceWorker.ready).backgroundFetch?.getIds());
  }
}

for (const engine of ENGINES) {
  test.describe(`by ${engine}`, () => {
    test.use({ engine });

    for (const { server, lie } of LIES) {
      test(`from a server that ${server}, the file arrives`, async ({ page, origin }) => {
        const pdf = origin.publish(NAME, { bytes: SIZE, bytesPerSecond: 4_000_000, ...lie });
        await start(page, pdf);
        await expectSurvived(page, pdf);
      });
    }

    test('from a server that is busy half-way, in two ways, the file arrives', async ({ page, origin }) => {
      const pdf = origin.publish(NAME, {
        bytes: SIZE,
        bytesPerSecond: 4_000_000,
        status: (nth) => ({ 3: 429, 4: 503 })[nth] ?? 200,
        head: 200,
        headers: { 'Retry-After': '45' },
      });
      await page.clock.install();
      const row = await start(page, pdf);
      await expect(row).toContainText(/answered (?:429|503). Trying again in 4/u, { timeout: 60_000 });
      await page.clock.fastForward(60_000);
      await expectSurvived(page, pdf);
    });

    test('from a server that falls silent, the file arrives', async ({ page, origin }) => {
      const pdf = origin.publish(NAME, { bytes: SIZE, bytesPerSecond: 4_000_000, holdAfterBytes: SEGMENT / 2 });
      await page.clock.install();
      await start(page, pdf);
      await pdf.sent(SEGMENT);
      pdf.behave({ holdAfterBytes: Infinity }); // Who asks again is answered; those that hang go on hanging.
      const asked = pdf.requests.length;
      await expect(async () => {
        await pass(page, 20);
        expect(pdf.requests.length).toBeGreaterThan(asked);
      }).toPass();
      await expectSurvived(page, pdf);
    });
  });
}

test('from a server that is gone for half a minute, the file arrives, by background-fetch', async ({
  page,
  origin,
}) => {
  const pdf = origin.publish(NAME, { bytes: SIZE, bytesPerSecond: 2_000_000 });
  await start(page, pdf);
  await pdf.sent(SIZE / 2);
  await origin.close();
  await new Promise((resolve) => setTimeout(resolve, 30_000)); // The time is what is tested, and the browser's own.
  await origin.reopen();
  await expectSurvived(page, pdf);
});

test.describe('without Background Fetch', () => {
  test.use({ engine: 'fetch' });

  test('from a server that is gone for half a minute, the file arrives, by fetch', async ({ page, origin }) => {
    const pdf = origin.publish(NAME, { bytes: SIZE, bytesPerSecond: 2_000_000 });
    await page.clock.install();
    const row = await start(page, pdf);
    await pdf.sent(SIZE / 2);
    await origin.close();
    await expect(row).toContainText('No connection to localhost');
    await pass(page, 30);
    await origin.reopen();
    await page.clock.fastForward(60_000);
    await expectSurvived(page, pdf);
  });
});
