import type { CDPSession, Locator, Page } from 'playwright/test';
import { makeTasks, openTransfers } from '../support/seed-transfers.ts';
import { download, transfer } from '../support/story.ts';
import { expect, test } from './bench-test.ts';
import { report, reportMedian } from './measurement.ts';
import { IS_TRIAL } from './scale.ts';

const BAR = 100;
const SLOWDOWN = 4;
/** Of each kind; odd, for the median. */
const PRESSES = IS_TRIAL ? 3 : 5;
const RUNNING = 4;

/** Of one press, in ms. */
interface Pressed {
  /** From the input to the next paint, as the browser tells (Event Timing). */
  readonly paint: number;
  /** From the input to the frame in which the list shows what it did. */
  readonly effect: number;
}

test('with a thousand transfers, a press is painted at once', async ({ page, origin }) => {
  test.setTimeout(280_000);
  await openTransfers(page, [
    ...makeTasks('waiting', 296),
    ...makeTasks('paused', 200),
    ...makeTasks('failed', 200),
    ...makeTasks('done', 300),
  ]);
  const files = Array.from({ length: RUNNING }, (_, index) =>
    origin.publish(`running-${index}.pdf`, { bytes: 60_000_000, bytesPerSecond: 100_000 }),
  );
  await download(page, files.map(({ url }) => url).join('\n'));
  await expect(transfer(page, 'running-0.pdf')).toContainText('Downloading');
  await page.evaluate(watchInput);
  const cdp = await page.context().newCDPSession(page);
  const pressed: Record<string, Pressed[]> = {};
  for (const what of ['Pause', 'Resume', 'Remove']) {
    await reveal(page, named(page, what));
    pressed[what] = [];
    for (let turn = 0; turn < PRESSES; turn++) pressed[what].push(await press(page, cdp, named(page, what)));
  }
  await page.evaluate(() => scrollTo(0, 0));
  pressed['Clear done'] = [await press(page, cdp, page.getByRole('button', { name: 'Clear done' }))];
  const info = test.info();
  for (const [what, runs] of Object.entries(pressed)) {
    const paints = runs.map(({ paint }) => paint);
    const of = `transfers: ${what} among 1,000, ${RUNNING} running, CPU ${SLOWDOWN} times slower`;
    await reportMedian(info, { name: `${of}: input to next paint`, unit: 'ms', bar: BAR, runs: paints });
    const worst = Math.max(...paints);
    await report(info, { name: `${of}: the worst of these`, unit: 'ms', value: worst, bar: BAR, runs: [worst] });
    await reportMedian(info, {
      name: `${of}: until the list shows it`,
      unit: 'ms',
      runs: runs.map(({ effect }) => effect),
    });
  }
});

/** The first such button of the list. */
function named(page: Page, what: string): Locator {
  return page
    .getByRole('button', { name: new RegExp(`^${what} ${what === 'Remove' ? 'failed' : '\\w+'}-`, 'u') })
    .first();
}

/** Scrolls down to what is not drawn yet. */
async function reveal(page: Page, target: Locator): Promise<void> {
  while ((await target.count()) === 0) {
    await page.evaluate(async () => {
      scrollBy(0, innerHeight);
      for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
    });
  }
}

/** Clicks for real, while the CPU is slow. */
async function press(page: Page, cdp: CDPSession, wanted: Locator): Promise<Pressed> {
  const label = (await wanted.getAttribute('aria-label')) ?? 'Clear done';
  const target = page.getByRole('button', { name: label, exact: true });
  await target.scrollIntoViewIfNeeded();
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 700))); // The one before has settled.
  const box = await target.boundingBox();
  if (!box) throw new Error(`${label} is not in the window`);
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
  const result = page.evaluate(pressedResult, label);
  await page.evaluate(() => new Promise(requestAnimationFrame));
  await page.mouse.down();
  await page.mouse.up();
  const pressed = await result;
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  return pressed;
}

interface Watched {
  longest: number;
}

/** Runs in the page: keeps the longest of all events of an interaction. */
function watchInput(): void {
  const watched: Watched = { longest: 0 };
  Object.assign(globalThis, { watched });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as PerformanceEventTiming[]) {
      if (entry.name.startsWith('pointer') || entry.name === 'click' || entry.name.startsWith('mouse')) {
        if (entry.name !== 'mousemove') watched.longest = Math.max(watched.longest, entry.duration);
      }
    }
  }).observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit);
}

/** Runs in the page: waits for a click, and until there is no such button any more. */
async function pressedResult(label: string): Promise<Pressed> {
  const { watched } = globalThis as unknown as { readonly watched: Watched };
  const buttonsIn = (root: ParentNode): Element[] =>
    Array.from(root.querySelectorAll('*'), (each) => {
      const inside = each.shadowRoot ? buttonsIn(each.shadowRoot) : [];
      return each instanceof HTMLButtonElement ? [each] : inside;
    }).flat();
  const screen = document.querySelector('transfers-screen')?.shadowRoot;
  const isThere = (): boolean =>
    buttonsIn(screen ?? document).some((each) => (each.ariaLabel ?? each.textContent.trim()) === label);
  watched.longest = 0;
  const { timeStamp } = await new Promise<Event>((resolve) =>
    addEventListener('click', resolve, { capture: true, once: true }),
  );
  while (isThere()) {
    if (performance.now() - timeStamp > 20_000) throw new Error(`${label} did nothing`);
    await new Promise(requestAnimationFrame);
  }
  const effect = performance.now() - timeStamp;
  // Event Timing tells of a frame some time after it.
  for (let frame = 0; frame < 20; frame++) await new Promise(requestAnimationFrame);
  return { paint: Math.max(watched.longest, 16), effect };
}
