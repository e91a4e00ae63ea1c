import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, firefox } from 'playwright/test';
import type { BrowserWindow, OtherBrowser } from './browser-window.ts';
import { FirefoxWindow } from './firefox-window.ts';
import { findProgram } from './find-program.ts';

/** The Firefox of this machine, whoever built it. */
export class Firefox implements OtherBrowser {
  readonly packages = 'firefox-esr';
  readonly #path = findProgram('firefox-esr') ?? findProgram('firefox');
  #browser: Browser | undefined;
  #downloads: string | undefined;

  isInstalled(): boolean {
    return this.#path !== undefined;
  }

  async open(home: string): Promise<BrowserWindow> {
    this.#downloads ??= await mkdtemp(join(tmpdir(), 'longhaul-firefox-'));
    this.#browser ??= await firefox.launch({
      downloadsPath: this.#downloads,
      firefoxUserPrefs: { 'browser.download.folderList': 2, 'browser.download.dir': this.#downloads },
      channel: 'moz-firefox', // By WebDriver BiDi.
      executablePath: join(import.meta.dirname, 'firefox-for-playwright.mjs'),
      env: { ...process.env, LONGHAUL_FIREFOX: this.#path },
    });
    const context = await this.#browser.newContext({ baseURL: home, viewport: { width: 1280, height: 800 } });
    return new FirefoxWindow(await context.newPage(), this.#downloads);
  }

  async end(): Promise<void> {
    await this.#browser?.close();
    if (this.#downloads !== undefined) await rm(this.#downloads, { recursive: true, force: true });
  }
}
