import { expect, test as base } from 'playwright/test';
import { Origin } from '../origin/origin.ts';
import { AppServer } from '../support/app-server.ts';
import { Disk } from '../support/disk.ts';
import type { BrowserWindow, OtherBrowser } from './browser-window.ts';
import { Firefox } from './firefox.ts';
import { WebKit } from './webkit.ts';

export interface OtherBrowserOptions {
  readonly otherBrowser: 'Firefox' | 'WebKit';
}

interface Fixtures {
  readonly app: AppServer;
  /** A server for files, which can lie. */
  readonly origin: Origin;
  /** A folder of this machine. */
  readonly disk: Disk;
  /** False: the browser as its package brings it, without what the app demands and its next version has. */
  readonly upToDate: boolean;
  /** A window of the project's browser that never saw the app. No error may come in it. */
  readonly browserWindow: BrowserWindow;
}

interface WorkerFixtures extends OtherBrowserOptions {
  readonly sharedApp: AppServer;
  readonly startedBrowser: OtherBrowser;
}

const BROWSERS = { Firefox, WebKit };

/** A test in a browser that isn't Chromium; where the machine has none, it is skipped and says what to install. */
export const test = base.extend<Fixtures, WorkerFixtures>({
  otherBrowser: ['Firefox', { option: true, scope: 'worker' }],

  sharedApp: [
    async ({}, use) => {
      const app = await AppServer.start();
      await use(app);
      await app.close();
    },
    { scope: 'worker' },
  ],

  startedBrowser: [
    async ({ otherBrowser }, use) => {
      const browser = new BROWSERS[otherBrowser]();
      await use(browser);
      await browser.end();
    },
    { scope: 'worker' },
  ],

  app: async ({ sharedApp }, use) => {
    await use(sharedApp);
    await sharedApp.renew();
  },

  origin: async ({}, use) => {
    const origin = await Origin.start();
    await use(origin);
    await origin.close();
  },

  disk: async ({}, use) => {
    await using disk = await Disk.make();
    await use(disk);
  },

  upToDate: [true, { option: true }],

  browserWindow: async ({ app, startedBrowser, upToDate }, use, testInfo) => {
    const { packages } = startedBrowser;
    testInfo.skip(!startedBrowser.isInstalled(), `To test it: apt-get install ${packages}`);
    const window = await startedBrowser.open(app.url, { asPackaged: !upToDate });
    await use(window);
    const errors = window.errors();
    await window.close();
    expect(errors).toEqual([]);
  },
});

export { expect } from 'playwright/test';
