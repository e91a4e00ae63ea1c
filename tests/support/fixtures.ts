import { type BrowserContext, test as base } from 'playwright/test';
import { Origin } from '../origin/origin.ts';
import { AppServer } from './app-server.ts';
import { type LaunchOptions, Profile } from './profile.ts';

/** Starts the browser with a profile that outlives it. */
export type LaunchBrowser = (options?: LaunchOptions) => Promise<BrowserContext>;

/** What carries the transfers: the browser by itself, or the page by `fetch()` where there is no Background Fetch. */
export type Engine = 'background-fetch' | 'fetch';

interface Fixtures {
  /** The built app, served; close it and it is gone. */
  readonly app: AppServer;
  /** A server for files, which can lie. */
  readonly origin: Origin;
  /** Another host, where `origin` may send people. */
  readonly elsewhere: Origin;
  /** Notifications are granted unless a test says otherwise. */
  readonly notifications: boolean;
  /** Default 'background-fetch', as the browser is; with 'fetch' it has none. */
  readonly engine: Engine;
  readonly profile: Profile;
  /** Starts the browser again with the same profile; the test's own `context` is the first start. */
  readonly launch: LaunchBrowser;
}

/** A test with a real browser in a real profile, its own app server and its own origin. */
export const test = base.extend<Fixtures>({
  notifications: [true, { option: true }],
  engine: ['background-fetch', { option: true }],

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

  elsewhere: async ({}, use) => {
    const origin = await Origin.start();
    await use(origin);
    await origin.close();
  },

  profile: async ({}, use) => {
    const profile = await Profile.make();
    await use(profile);
    await profile.remove();
  },

  launch: async ({ app, colorScheme, engine, viewport, notifications, profile }, use) => {
    await use(async (options = {}) => {
      const context = await profile.launch({
        baseURL: app.url,
        colorScheme: colorScheme ?? 'light',
        viewport: viewport ?? { width: 1280, height: 800 },
        ...options,
      });
      if (notifications) await context.grantPermissions(['notifications', 'background-sync'], { origin: app.url });
      if (engine === 'fetch') await context.addInitScript(withoutBackgroundFetch);
      return context;
    });
  },

  context: async ({ launch }, use) => {
    await use(await launch());
  },

  page: async ({ context }, use) => {
    await use(context.pages()[0] ?? (await context.newPage()));
  },
});

/** Runs in the page, before the app. */
function withoutBackgroundFetch(): void {
  Reflect.deleteProperty(ServiceWorkerRegistration.prototype, 'backgroundFetch');
  Reflect.deleteProperty(globalThis, 'BackgroundFetchManager');
}

export { expect } from 'playwright/test';
