import type { Page } from 'playwright/test';

/** The line and the power of a device, as a browser that knows them would tell. */
export interface Surroundings {
  /** `navigator.connection.type`; Chromium on computers tells none. */
  readonly type: 'wifi' | 'cellular';
  readonly saveData: boolean;
  /** 0 to 1. */
  readonly level: number;
  readonly charging: boolean;
}

const FINE: Surroundings = { type: 'wifi', saveData: false, level: 0.8, charging: false };

type Pretending = typeof globalThis & { pretend(change: Partial<Surroundings>): void };

/** Lets the app in a page, from its next start on, see a phone's line and battery. Each start sees this one. */
export async function pretendSurroundings(page: Page, start: Partial<Surroundings> = {}): Promise<void> {
  await page.addInitScript(pretend, { ...FINE, ...start });
}

/** Lets the app in a page, from its next start on, see neither line nor battery. */
export async function hideSurroundings(page: Page): Promise<void> {
  await page.addInitScript(() => {
    for (const name of ['connection', 'getBattery']) {
      Object.defineProperty(Navigator.prototype, name, { get: () => undefined });
    }
  });
}

/** The page's line or power changes, with the events that a browser sends. */
export async function changeSurroundings(page: Page, change: Partial<Surroundings>): Promise<void> {
  await page.evaluate((to) => (globalThis as Pretending).pretend(to), change);
}

/** Runs in the page, by itself. */
function pretend(first: Surroundings): void {
  let now = first;
  const connection = Object.defineProperties(new EventTarget(), {
    type: { get: () => now.type },
    saveData: { get: () => now.saveData },
  });
  const battery = Object.defineProperties(new EventTarget(), {
    level: { get: () => now.level },
    charging: { get: () => now.charging },
  });
  Object.defineProperty(Navigator.prototype, 'connection', { get: () => connection, configurable: true });
  Object.defineProperty(Navigator.prototype, 'getBattery', {
    get: () => () => Promise.resolve(battery),
    configurable: true,
  });
  (globalThis as Pretending).pretend = (change) => {
    now = { ...now, ...change };
    if (change.type !== undefined) connection.dispatchEvent(new Event('change'));
    if (change.level !== undefined) battery.dispatchEvent(new Event('levelchange'));
    if (change.charging !== undefined) battery.dispatchEvent(new Event('chargingchange'));
    // Data Saver has no event: the person who switched it comes back to the page.
    if (change.saveData !== undefined) document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
  };
}
