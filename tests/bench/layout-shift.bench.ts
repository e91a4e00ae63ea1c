import type { Page } from 'playwright/test';
import { expect, test } from '../support/fixtures.ts';
import { sheet } from '../support/reading.ts';
import { download, transfer } from '../support/story.ts';
import { report } from './measurement.ts';

test.use({ ownBrowser: true });

/** A whole session may shift this much, shifts right after a press counted; one screen is "good" at 0.1. */
const BAR = 0.02;

/** One layout shift, as the browser tells of it. */
interface Shift {
  readonly value: number;
  /** Within half a second of a press or key: not counted in what the field calls CLS. */
  readonly hadRecentInput: boolean;
  /** What moved, and from where to where, to find the cause. */
  readonly moved: readonly string[];
}

type Watched = typeof globalThis & { readonly shifts: readonly Shift[] };

/** Runs in the page, before the app. @see https://wicg.github.io/layout-instability/ */
function watchShifts(): void {
  type Entry = PerformanceEntry & {
    readonly value: number;
    readonly hadRecentInput: boolean;
    readonly sources: readonly {
      readonly node: Node | null;
      readonly previousRect: DOMRectReadOnly;
      readonly currentRect: DOMRectReadOnly;
    }[];
  };
  const shifts: Shift[] = [];
  Object.assign(globalThis, { shifts });
  const place = ({ x, y, width, height }: DOMRectReadOnly): string => `${x},${y} ${width}x${height}`;
  new PerformanceObserver((list) => {
    for (const { value, hadRecentInput, sources } of list.getEntries() as Entry[]) {
      const moved = sources.map(
        ({ node, previousRect, currentRect }) =>
          `${node?.nodeName}.${node instanceof Element ? node.className : ''} ${place(previousRect)} -> ${place(currentRect)}`,
      );
      shifts.push({ value, hadRecentInput, moved });
    }
  }).observe({ type: 'layout-shift', buffered: true });
}

async function shiftsOf(page: Page): Promise<readonly Shift[]> {
  return page.evaluate(() => (globalThis as Watched).shifts);
}

/** What is shown until `act` is over and the page has come to rest, with the causes of what moved meanwhile. */
async function causesOf(page: Page, name: string, act: () => Promise<void>): Promise<readonly string[]> {
  const before = (await shiftsOf(page)).length;
  await act();
  await page.evaluate(() => new Promise((resolve) => setTimeout(() => requestAnimationFrame(resolve), 600)));
  return (await shiftsOf(page))
    .slice(before)
    .map(({ value, hadRecentInput, moved }) =>
      [`${name}: ${value.toFixed(4)}`, ...(hadRecentInput ? ['after a press'] : []), ...moved].join(' | '),
    );
}

for (const viewport of [
  { width: 360, height: 740 },
  { width: 1280, height: 800 },
]) {
  for (const screen of ['Transfers', 'Library'] as const) {
    test.describe(`${screen}, ${viewport.width} px`, () => {
      test.use({ viewport });

      test('nothing jumps while a document is added, comes, is opened and left', async ({ page, origin }) => {
        await page.addInitScript(watchShifts);
        await page.goto('/');
        await page.getByRole('link', { name: screen }).last().click();
        await expect(page.getByRole('list', { name: 'Samples' })).toBeVisible();
        const pdf = origin.publish('first.pdf', { bytes: 4_000_000, holdAfterBytes: 1_000_000 });
        const link = page.getByRole('list', { name: screen }).getByRole('link', { name: 'first.pdf' }).first();
        const causes = [
          ...(await causesOf(page, 'added', async () => {
            await download(page, pdf.url);
            await expect(transfer(page, 'first.pdf')).toContainText('25 %');
          })),
          ...(await causesOf(page, 'finished', async () => {
            pdf.release();
            await expect(link).toBeVisible();
          })),
          ...(await causesOf(page, 'opened', async () => {
            await link.click();
            await expect(sheet(page, 1).getByText('Test paper')).toBeVisible();
          })),
          ...(await causesOf(page, 'back', async () => {
            await page.goBack();
            await expect(link).toBeVisible();
          })),
        ];
        const shifts = await shiftsOf(page);
        const sum = (counted: readonly Shift[]): number => counted.reduce((all, { value }) => all + value, 0);
        const told = `layout shift of a session on ${screen}, ${viewport.width} px`;
        const value = sum(shifts);
        await report(test.info(), { name: `${told}, all`, unit: 'shift', value, bar: BAR, runs: [value] });
        const late = sum(shifts.filter(({ hadRecentInput }) => !hadRecentInput));
        await report(test.info(), { name: `${told}, none after a press`, unit: 'shift', value: late, runs: [late] });
        await test.info().attach('causes', { body: causes.join('\n'), contentType: 'text/plain' });
        if (value > BAR) console.log(causes.join('\n'));
      });
    });
  }
}
