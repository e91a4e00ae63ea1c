import { readdir } from 'node:fs/promises';
import { arrived } from './arrived.ts';
import type { Locator, Page } from 'playwright/test';
import { selectLine } from '../support/marking.ts';
import type { BrowserWindow, Role } from './browser-window.ts';
import { shownText } from './in-page.ts';

/** A window of Firefox, driven by Playwright over WebDriver BiDi. */
export class FirefoxWindow implements BrowserWindow {
  readonly #page: Page;
  readonly #downloads: string;
  readonly #errors: string[] = [];

  /** @param downloads the folder into which the browser saves. */
  constructor(page: Page, downloads: string) {
    this.#page = page;
    this.#downloads = downloads;
    page.on('pageerror', ({ message }) => this.#errors.push(message));
    page.on('console', (message) => {
      if (message.type() === 'error') this.#errors.push(message.text());
    });
  }

  async goto(path: string): Promise<void> {
    await this.#page.goto(path);
  }

  async reload(): Promise<void> {
    await this.#page.reload();
  }

  async press(role: Role, name: string): Promise<void> {
    await this.#find(role, name).click();
  }

  async type(name: string, text: string): Promise<void> {
    await this.#find('textbox', name).fill(text);
  }

  async choose(name: string, line: string): Promise<void> {
    await this.#find('combobox', name).selectOption(line);
  }

  async giveFile(button: string, path: string): Promise<void> {
    const choosing = this.#page.waitForEvent('filechooser');
    await this.press('button', button);
    await (await choosing).setFiles(path);
  }

  async selectLine(text: string): Promise<void> {
    await selectLine(this.#page, text);
  }

  async textOf(role: Role, name?: string): Promise<string | undefined> {
    const [first] = await this.#find(role, name).all();
    return first?.evaluate(shownText);
  }

  evaluate<Result>(inPage: () => Promise<Result>): Promise<Result> {
    return this.#page.evaluate(inPage);
  }

  async saved(role: Role, name: string): Promise<Buffer> {
    const before = await readdir(this.#downloads);
    await this.press(role, name);
    return arrived(this.#downloads, before);
  }

  errors(): readonly string[] {
    return this.#errors;
  }

  screenshot(): Promise<Buffer> {
    return this.#page.screenshot();
  }

  async resize(width: number, height: number): Promise<void> {
    await this.#page.setViewportSize({ width, height });
  }

  async close(): Promise<void> {
    await this.#page.context().close();
  }

  #find(role: Role, name?: string): Locator {
    return this.#page.getByRole(role, name === undefined ? {} : { name, exact: true });
  }
}
