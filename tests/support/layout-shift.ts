import type { Page } from 'playwright/test';

/** A whole session may shift this much; one screen is "good" at 0.1. */
export const SHIFT_BAR = 0.02;

/** One layout shift, as the browser tells of it. */
interface Shift {
  readonly value: number;
  /** Within half a second of a press or key: not counted in what the field calls CLS. */
  readonly hadRecentInput: boolean;
  /** What moved, and from where to where, to find the cause. */
  readonly moved: readonly string[];
}

type Watched = typeof globalThis & { readonly shifts: readonly Shift[] };

/** What has jumped on a page since it was loaded. */
export interface ShiftSums {
  /** All of it, also what a press was the reason for. */
  readonly all: number;
  /** What came by itself. */
  readonly unasked: number;
  /** A line for each shift. */
  readonly causes: readonly string[];
}

/** Notes what jumps in every document that is loaded from now on. @see https://wicg.github.io/layout-instability/ */
export async function watchShifts(page: Page): Promise<void> {
  await page.addInitScript(observeShifts);
}

/** Once the page has come to rest. */
export async function shiftsOf(page: Page): Promise<ShiftSums> {
  await page.evaluate(() => new Promise((resolve) => setTimeout(() => requestAnimationFrame(resolve), 600)));
  const shifts = await page.evaluate(() => (globalThis as Watched).shifts);
  const sum = (counted: readonly Shift[]): number => counted.reduce((all, { value }) => all + value, 0);
  return {
    all: sum(shifts),
    unasked: sum(shifts.filter(({ hadRecentInput }) => !hadRecentInput)),
    causes: shifts.map(({ value, hadRecentInput, moved }) =>
      [value.toFixed(4), ...(hadRecentInput ? ['after a press'] : []), ...moved].join(' | '),
    ),
  };
}

/** Runs in the page, before the app. */
function observeShifts(): void {
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
          `${node?.nodeName ?? 'in a shadow root'} ${place(previousRect)} -> ${place(currentRect)}`,
      );
      shifts.push({ value, hadRecentInput, moved });
    }
  }).observe({ type: 'layout-shift', buffered: true });
}
