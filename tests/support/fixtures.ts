import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, test as base, chromium } from 'playwright/test';
import { Origin } from '../origin/origin.ts';
import { AppServer } from './app-server.ts';
import { browserPath } from './find-browser.ts';

/** Flags that keep Chromium off the network; as root it runs only without its sandbox. */
const FLAGS = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--no-first-run',
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
];

/** Starts the browser with a profile that outlives it. */
export type LaunchBrowser = (
  options?: Parameters<typeof chromium.launchPersistentContext>[1],
) => Promise<BrowserContext>;

interface Fixtures {
  /** The built app, served; close it and it is gone. */
  readonly app: AppServer;
  /** A server for files, which can lie. */
  readonly origin: Origin;
  /** Notifications are granted unless a test says otherwise. */
  readonly notifications: boolean;
  /** Starts the browser again with the same profile; the test's own `context` is the first start. */
  readonly launch: LaunchBrowser;
}

/** A test with a real browser in a real profile, its own app server and its own origin. */
export const test = base.extend<Fixtures>({
  notifications: [true, { option: true }],

  app: async ({}, use) => {
    const app = await AppServer.start();
    await use(app);
    await app.close();
  },

  origin: async ({}, use) => {
    const origin = await Origin.start();
    await use(origin);
    await origin.close();
  },

  launch: async ({ app, colorScheme, viewport, notifications }, use) => {
    const profile = await mkdtemp(join(tmpdir(), 'longhaul-profile-'));
    const started = new Set<BrowserContext>();
    await use(async (options = {}) => {
      const context = await chromium.launchPersistentContext(profile, {
        executablePath: browserPath(),
        baseURL: app.url,
        colorScheme: colorScheme ?? 'light',
        viewport: viewport ?? { width: 1280, height: 800 },
        ...options,
        args: [...FLAGS, ...(options.args ?? [])],
      });
      if (notifications) await context.grantPermissions(['notifications', 'background-sync'], { origin: app.url });
      started.add(context);
      return context;
    });
    await Promise.all([...started].map((context) => context.close()));
    await rm(profile, { recursive: true, force: true, maxRetries: 3 });
  },

  context: async ({ launch }, use) => {
    await use(await launch());
  },

  page: async ({ context }, use) => {
    await use(context.pages()[0] ?? (await context.newPage()));
  },
});

export { expect } from 'playwright/test';
