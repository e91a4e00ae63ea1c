import { setTimeout } from 'node:timers/promises';
import { type BrowserContext, type Clock, type Disposable, type Page, expect } from 'playwright/test';
import type { AppServer } from './app-server.ts';
import { type LaunchOptions, Profile } from './profile.ts';
import { storedRows } from './stored-rows.ts';
import { withoutInstallOffer } from './without-install-offer.ts';
import { withoutSavePicker } from './without-save-picker.ts';
import { document, download, notifications, serviceWorker } from './story.ts';

/** What would outlive a test in the browser that it shares. */
const LASTING = [
  'addInitScript',
  'clearPermissions',
  'close',
  'exposeBinding',
  'exposeFunction',
  'grantPermissions',
  'route',
  'routeFromHAR',
  'routeWebSocket',
  'setExtraHTTPHeaders',
  'setGeolocation',
  'setOffline',
] as const satisfies readonly (keyof BrowserContext)[];

/** The clock is the context's, also by `page.clock`, and stays in every page to come. */
const LASTING_CLOCK = [
  'fastForward',
  'install',
  'pauseAt',
  'resume',
  'runFor',
  'setFixedTime',
  'setSystemTime',
] as const satisfies readonly (keyof Clock)[];

export type Prepare = (context: BrowserContext, app: AppServer) => Promise<void>;

/** Ms. Chromium sometimes never says that it has cleared an origin: the next test gets a new browser then. */
const CLEANING = 10_000;

/**
 * One browser for all tests of a Playwright worker that need none of their own. To each it is like a fresh one, with a
 * single empty page; only the app's own files are in Cache Storage already, see `UsedProfile`.
 */
export class SharedBrowser {
  readonly #app: AppServer;
  readonly #used: UsedProfile;
  #profile: Profile | undefined;
  #context: BrowserContext | undefined;
  #addInitScript: BrowserContext['addInitScript'] | undefined;
  #initScript: Disposable | undefined;

  /**
   * Starts nothing yet.
   *
   * @param app the one origin that the tests use and that is cleaned.
   */
  constructor(app: AppServer, used: UsedProfile) {
    this.#app = app;
    this.#used = used;
  }

  /**
   * The browser as the first test found it; started if need be.
   *
   * @param initScript runs in every page, before the app, until `renew()`.
   */
  async open(options: LaunchOptions, initScript?: () => void): Promise<BrowserContext> {
    while (!this.#context) {
      this.#context = await this.#start(options);
      await this.renew();
    }
    if (initScript) this.#initScript = await this.#addInitScript?.(initScript);
    return this.#context;
  }

  /** Takes back all that a test did. */
  async renew(): Promise<void> {
    if (!this.#context) return;
    await Promise.all(this.#context.pages().map((page) => page.close()));
    await this.#initScript?.dispose();
    this.#initScript = undefined;
    const cleaned = forget(await this.#context.newPage(), this.#app.url).then(
      () => true,
      () => false,
    );
    if (!(await Promise.race([cleaned, setTimeout(CLEANING, false, { ref: false })]))) await this.end();
  }

  /** Ends the browser, if it runs, and takes its profile away. */
  async end(): Promise<void> {
    if (this.#context) Reflect.deleteProperty(this.#context, 'close'); // The method of its class is there again.
    await this.#profile?.remove();
    this.#context = undefined;
  }

  async #start(options: LaunchOptions): Promise<BrowserContext> {
    this.#profile = await this.#used.copy();
    const context = await this.#profile.launch({ baseURL: this.#app.url, ...options });
    const permissions = ['notifications', 'background-sync', 'clipboard-write'];
    await context.grantPermissions(permissions, { origin: this.#app.url });
    await context.addInitScript(withoutSavePicker);
    await context.addInitScript(withoutInstallOffer);
    this.#addInitScript = context.addInitScript.bind(context);
    for (const name of LASTING) refuse(context, name);
    for (const name of LASTING_CLOCK) refuse(context.clock, name);
    return context;
  }
}

/**
 * A profile in which the app was used once: its own files are in Cache Storage, and nothing else. To fetch all 245 again
 * is half of what a test costs. The app must keep its address.
 */
export class UsedProfile {
  readonly #app: AppServer;
  readonly #prepare: Prepare | undefined;
  readonly #directory: string | undefined;
  #making: Promise<Profile> | undefined;

  /**
   * @param prepare uses the app; without it copies are new profiles.
   * @param directory where it is kept for those who serve the app at the same address later.
   */
  constructor(app: AppServer, prepare: Prepare | undefined, directory: string | undefined) {
    this.#app = app;
    this.#prepare = prepare;
    this.#directory = directory;
  }

  async copy(): Promise<Profile> {
    if (!this.#prepare) return Profile.make();
    this.#making ??= this.#find(this.#prepare);
    return (await this.#making).copy();
  }

  /** Where it is kept for others it stays. */
  async remove(): Promise<void> {
    if (this.#directory === undefined) await (await this.#making)?.remove();
  }

  async #find(prepare: Prepare): Promise<Profile> {
    const directory = this.#directory;
    if (directory === undefined) return this.#make(prepare);
    return (await Profile.at(directory)) ?? (await this.#make(prepare)).keepAt(directory);
  }

  async #make(prepare: Prepare): Promise<Profile> {
    const profile = await Profile.make();
    const context = await profile.launch({ baseURL: this.#app.url });
    await context.grantPermissions(['notifications', 'background-sync'], { origin: this.#app.url });
    await prepare(context, this.#app);
    await Promise.all(context.pages().map((page) => page.close()));
    await forget(await context.newPage(), this.#app.url);
    await context.close();
    return profile;
  }
}

/** Brings the first document, and with it the reader's parts, so that it makes no difference which test is first. */
export async function keepReader(context: BrowserContext, app: AppServer): Promise<void> {
  const page = context.pages()[0] ?? (await context.newPage());
  await page.goto('/');
  await download(page, app.publish('first.pdf').url);
  await expect(document(page, 'first.pdf')).toBeVisible();
  const worker = await serviceWorker(context);
  // The reader's parts are kept before it is shown; several browsers may be fetching theirs.
  const told = async () => ({
    shown: await notifications(worker),
    notices: (await storedRows(page, 'documents')).map(({ notice }) => notice),
    permission: await worker.evaluate(() => Notification.permission),
  });
  const asItShould = { shown: ['first.pdf'], notices: ['settled'], permission: 'granted' };
  await expect.poll(told, { timeout: 40_000 }).toEqual(asItShould);
  await app.renew();
}

/**
 * Takes the traces of an origin away: its workers with whatever they are at, its Background Fetches, its notifications,
 * its storage, and what is cached of any server. Cache Storage, where only the app's own files are, stays.
 */
async function forget(page: Page, origin: string): Promise<void> {
  const workers = page.context().serviceWorkers();
  const ended = workers.map((worker) => worker.waitForEvent('close'));
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('ServiceWorker.enable');
  await cdp.send('ServiceWorker.stopAllWorkers'); // Unregistered only, a worker that Playwright watches lives on.
  // One after the other: all at once, Chromium 156 never answers when a Background Fetch has just ended.
  for (const storageTypes of ['service_workers', 'indexeddb', 'cookies,file_systems,local_storage']) {
    await cdp.send('Storage.clearDataForOrigin', { origin, storageTypes });
  }
  await cdp.send('Network.clearBrowserCache'); // A test's server may get the port of an earlier one.
  await cdp.detach();
  await Promise.all(ended);
}

function refuse<T extends object>(owner: T, name: keyof T & string): void {
  const value = (): never => {
    throw new Error(
      `${name}() would outlive the test: give the test a browser of its own, test.use({ ownBrowser: true })`,
    );
  };
  Object.defineProperty(owner, name, { value, configurable: true });
}
