import { execFile } from 'node:child_process';
import { cp, mkdtemp, readlink, rename, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type BrowserContext, chromium } from 'playwright/test';
import { browserPath } from './find-browser.ts';

/**
 * What the browser starts without. The last four are the browser's own pages behind its address bar, which nobody sees
 * headless: they cost 0.1 s of CPU for every tab; before them is the process that stands by for the next tab, as much.
 * The others are Playwright's, whose switch this one takes the place of.
 */
const DISABLED_FEATURES = [
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'LensOverlay',
  'MediaRouter',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'AimEnabled',
  'PreconnectToSearch',
  'SpareRendererForSitePerProcess',
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  'WebUIOmniboxFullPopup',
  'PreloadTopChromeWebUI',
];

/** Flags that keep Chromium off the network; as root it runs only without its sandbox. */
const FLAGS = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--enable-features=DownloadService:start_up_delay_ms/0/network_change_delay_ms/0',
  `--disable-features=${DISABLED_FEATURES.join(',')}`,
  '--no-first-run',
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
];

export type LaunchOptions = NonNullable<Parameters<typeof chromium.launchPersistentContext>[1]>;

/** A browser profile on disk, which outlives the browsers that are started with it. */
export class Profile {
  readonly #directory: string;
  readonly #started = new Set<BrowserContext>();

  private constructor(directory: string) {
    this.#directory = directory;
  }

  static async make(): Promise<Profile> {
    return new Profile(await mkdtemp(join(tmpdir(), 'longhaul-profile-')));
  }

  /** The profile that `keepAt()` put there; `undefined` if none is. */
  static async at(directory: string): Promise<Profile | undefined> {
    const isThere = await stat(directory).then(
      () => true,
      () => false,
    );
    return isThere ? new Profile(directory) : undefined;
  }

  /** Moves it there, whole or not at all. No browser may run in it. */
  async keepAt(directory: string): Promise<Profile> {
    await rename(this.#directory, directory);
    return new Profile(directory);
  }

  /** As this one is now. No browser may run in it. */
  async copy(): Promise<Profile> {
    const copy = await Profile.make();
    await copyDirectory(this.#directory, copy.#directory);
    return copy;
  }

  /** As this one is on disk at some moment while its browser runs in it, as a backup has it. */
  async copyWhileItRuns(): Promise<Profile> {
    const copy = await Profile.make();
    await copyDirectory(this.#directory, copy.#directory).catch(unlessGone);
    const locks = ['SingletonLock', 'SingletonSocket', 'SingletonCookie'];
    await Promise.all(locks.map((name) => rm(join(copy.#directory, name), { force: true })));
    return copy;
  }

  async launch(options: LaunchOptions): Promise<BrowserContext> {
    const context = await chromium.launchPersistentContext(this.#directory, {
      executablePath: browserPath(),
      ...options,
      args: [...FLAGS, ...(options.args ?? [])],
    });
    this.#started.add(context);
    return context;
  }

  /** Ends the running browser as a power cut does: nothing of it gets to run any more. */
  async kill(context: BrowserContext): Promise<void> {
    const gone = context.waitForEvent('close');
    // Chromium locks its profile by a link to `host-pid`.
    const owner = await readlink(join(this.#directory, 'SingletonLock'));
    process.kill(Number(owner.slice(owner.lastIndexOf('-') + 1)), 'SIGKILL');
    await gone;
    this.#started.delete(context);
  }

  /** Closes every browser, and takes the profile away. */
  async remove(): Promise<void> {
    await Promise.all([...this.#started].map((context) => context.close()));
    await rm(this.#directory, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** By the system's own command where there is one: Node 20's takes 0.7 s of CPU for the hundreds of files of a profile. */
async function copyDirectory(from: string, to: string): Promise<void> {
  if (process.platform === 'win32') await cp(from, to, { recursive: true });
  else await promisify(execFile)('cp', ['-R', `${from}/.`, to]);
}

/** A running browser takes files away while they are being copied. */
function unlessGone(error: unknown): void {
  const lines = error instanceof Error && 'stderr' in error ? String(error.stderr).trim().split('\n') : [];
  if (lines.length === 0 || !lines.every((line) => line.endsWith('No such file or directory'))) throw error;
}
