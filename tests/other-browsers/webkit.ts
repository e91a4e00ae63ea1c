import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserWindow, OtherBrowser } from './browser-window.ts';
import { findProgram } from './find-program.ts';
import { VirtualScreen } from './virtual-screen.ts';
import { WebDriver } from './web-driver.ts';
import { WebKitWindow } from './webkit-window.ts';

const BROWSER = join(import.meta.dirname, 'webkit-browser.py');

/** What Safari 26.2 has by itself, and WebKitGTK 2.50 only where it is asked for. */
const FEATURES = ['NavigationAPI', 'StorageAPI', 'StorageAPIEstimate'];

/** WebKitGTK on a screen that nobody sees. Its windows share nothing. */
export class WebKit implements OtherBrowser {
  readonly packages = 'webkit2gtk-driver gir1.2-webkit2-4.1 python3-gi xvfb';
  readonly #isInstalled = isInstalled();
  #screen: VirtualScreen | undefined;

  isInstalled(): boolean {
    return this.#isInstalled;
  }

  async open(home: string, { asPackaged = false } = {}): Promise<BrowserWindow> {
    this.#screen ??= await VirtualScreen.start();
    const folder = await mkdtemp(join(tmpdir(), 'longhaul-webkit-'));
    const downloads = join(folder, 'downloads');
    await mkdir(downloads);
    const errors: string[] = [];
    const driver = await WebDriver.start(
      'WebKitWebDriver',
      { alwaysMatch: { 'webkitgtk:browserOptions': { binary: BROWSER, args: [] } } },
      {
        ...process.env,
        DISPLAY: this.#screen.display,
        LONGHAUL_WEBKIT_FOLDER: folder,
        LONGHAUL_WEBKIT_FEATURES: asPackaged ? '' : FEATURES.join(','),
      },
      (line) => {
        if (/^CONSOLE \S+ ERROR/u.test(line)) errors.push(line);
      },
    );
    const end = async (): Promise<void> => {
      await driver.end();
      await rm(folder, { recursive: true, force: true, maxRetries: 3 });
    };
    const window = new WebKitWindow(driver, home, { downloads, errors, end });
    await window.resize(1280, 800);
    return window;
  }

  async end(): Promise<void> {
    await this.#screen?.end();
  }
}

function isInstalled(): boolean {
  if (findProgram('WebKitWebDriver') === undefined || findProgram('Xvfb') === undefined) return false;
  const ask = 'import gi; gi.require_version("WebKit2", "4.1")';
  return spawnSync('/usr/bin/python3', ['-c', ask], { stdio: 'ignore' }).status === 0;
}
