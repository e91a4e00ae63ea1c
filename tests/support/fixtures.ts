import { join } from 'node:path';
import { type BrowserContext, test as base } from 'playwright/test';
import { Origin } from '../origin/origin.ts';
import { AppServer } from './app-server.ts';
import { type LaunchOptions, Profile } from './profile.ts';
import { type Prepare, SharedBrowser, UsedProfile, keepReader } from './shared-browser.ts';
import { withoutInstallOffer } from './without-install-offer.ts';
import { withoutSavePicker } from './without-save-picker.ts';
import { withoutBackgroundFetch } from './without-background-fetch.ts';

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
  /** Notifications are granted unless a test says otherwise; then it has a browser of its own. */
  readonly notifications: boolean;
  /** Default 'background-fetch', as the browser is; with 'fetch' it has none. */
  readonly engine: Engine;
  /** Whether the browser may offer to install the app; only one of its own does. */
  readonly installOffer: boolean;
  /** For a test that starts, ends or changes the browser itself. The others share one; see `SharedBrowser`. */
  readonly ownBrowser: boolean;
  /** For a browser of one's own that never saw the app; else it is as after a first document. See `UsedProfile`. */
  readonly newProfile: boolean;
  readonly profile: Profile;
  /** Starts the browser again with the same profile; the test's own `context` is the first start. */
  readonly launch: LaunchBrowser;
}

interface WorkerFixtures {
  /** Starts the app's server, the same app for every test of a file. */
  readonly serve: (port?: number) => Promise<AppServer>;
  /** How the app is used once, before the first test. */
  readonly prepare: Prepare | undefined;
  readonly sharedApp: AppServer;
  readonly usedProfile: UsedProfile;
  readonly sharedBrowser: SharedBrowser;
}

/** How every browser starts, but where a test wants another. */
const PLAIN = { colorScheme: 'light', viewport: { width: 1280, height: 720 } } as const;

/** A test with a real browser in a real profile, the app's server and its own origin. */
export const test = base.extend<Fixtures, WorkerFixtures>({
  notifications: [true, { option: true }],
  engine: ['background-fetch', { option: true }],
  installOffer: [false, { option: true }],
  colorScheme: PLAIN.colorScheme,
  viewport: PLAIN.viewport,

  ownBrowser: [async ({ hasTouch, notifications }, use) => use(hasTouch || !notifications), { option: true }],

  newProfile: [false, { option: true }],

  serve: [async ({}, use) => use((port) => AppServer.start(undefined, undefined, port)), { scope: 'worker' }],

  prepare: [async ({}, use) => use(keepReader), { scope: 'worker' }],

  sharedApp: [
    async ({ serve }, use, { parallelIndex }) => {
      const app = await serve(Number(process.env['LONGHAUL_APP_PORTS']?.split(',')[parallelIndex] ?? 0));
      await use(app);
      await app.close();
    },
    { scope: 'worker' },
  ],

  usedProfile: [
    async ({ prepare, sharedApp }, use, { parallelIndex }) => {
      const kept = process.env['LONGHAUL_USED_PROFILES'];
      const directory = kept === undefined ? undefined : join(kept, String(parallelIndex));
      const profile = new UsedProfile(sharedApp, prepare, directory);
      await use(profile);
      await profile.remove();
    },
    { scope: 'worker' },
  ],

  sharedBrowser: [
    async ({ sharedApp, usedProfile }, use) => {
      const browser = new SharedBrowser(sharedApp, usedProfile);
      await use(browser);
      await browser.end();
    },
    { scope: 'worker' },
  ],

  app: async ({ newProfile, serve, sharedApp }, use) => {
    const app = newProfile ? await serve() : sharedApp;
    await use(app);
    await (newProfile ? app.close() : app.renew());
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

  profile: async ({ newProfile, ownBrowser, usedProfile }, use) => {
    const isUsed = ownBrowser && !newProfile; // A copy costs as much as a short test.
    const profile = isUsed ? await usedProfile.copy() : await Profile.make();
    await use(profile);
    await profile.remove();
  },

  launch: async ({ app, colorScheme, engine, installOffer, ownBrowser, viewport, notifications, profile }, use) => {
    await use(async (options = {}) => {
      if (!ownBrowser) throw new Error('A test that starts the browser says so: test.use({ ownBrowser: true })');
      const context = await profile.launch({ baseURL: app.url, colorScheme, viewport, ...options });
      if (notifications) await context.grantPermissions(['notifications', 'background-sync'], { origin: app.url });
      await context.addInitScript(withoutSavePicker);
      if (!installOffer) await context.addInitScript(withoutInstallOffer);
      if (engine === 'fetch') await context.addInitScript(withoutBackgroundFetch);
      return context;
    });
  },

  context: async ({ engine, launch, ownBrowser, sharedBrowser }, use) => {
    if (ownBrowser) return use(await launch());
    await use(await sharedBrowser.open(PLAIN, engine === 'fetch' ? withoutBackgroundFetch : undefined));
    await sharedBrowser.renew();
  },

  /** The first one; others that a test opens in the shared browser are `PLAIN`. */
  page: async ({ colorScheme, context, viewport }, use) => {
    const page = context.pages()[0] ?? (await context.newPage());
    if (viewport !== null && viewport !== PLAIN.viewport) await page.setViewportSize(viewport);
    if (colorScheme !== PLAIN.colorScheme) await page.emulateMedia({ colorScheme });
    await use(page);
  },
});

export { expect } from 'playwright/test';
