import { readdir } from 'node:fs/promises';
import { expect } from 'playwright/test';
import { arrived } from './arrived.ts';
import type { BrowserWindow, Role } from './browser-window.ts';
import { findAll, shownText } from './in-page.ts';
import { type ElementReference, type WebDriver, WebDriverError, elementPath } from './web-driver.ts';

/** Which elements may have a role; WebKit itself is asked then which role and name each has. */
const CANDIDATES: Partial<Record<Role, string>> = {
  button: 'button',
  combobox: 'select',
  heading: 'h1, h2, h3',
  link: 'a[href]',
  list: 'ul, ol',
  listitem: 'li',
  main: 'main',
  region: 'section',
  search: 'search, form',
  textbox: 'input, textarea',
};

/** What WebKitGTK calls a role that ARIA calls otherwise. */
const OWN_ROLES: Partial<Record<Role, string>> = { combobox: 'button' };

interface Surroundings {
  /** The folder into which the browser saves. */
  readonly downloads: string;
  /** Grows as the browser prints them. */
  readonly errors: readonly string[];
  /** Ends the browser. */
  readonly end: () => Promise<void>;
}

/** A window of WebKitGTK's own small browser, driven by WebDriver. */
export class WebKitWindow implements BrowserWindow {
  readonly #driver: WebDriver;
  readonly #home: string;
  readonly #surroundings: Surroundings;

  /** @param home the app's address. */
  constructor(driver: WebDriver, home: string, surroundings: Surroundings) {
    this.#driver = driver;
    this.#home = home;
    this.#surroundings = surroundings;
  }

  async goto(path: string): Promise<void> {
    await this.#driver.post('/url', { url: this.#home + path });
  }

  async reload(): Promise<void> {
    await this.#driver.post('/refresh');
  }

  async press(role: Role, name: string): Promise<void> {
    await this.#use(role, name, (element) => this.#driver.post(`${elementPath(element)}/click`));
  }

  async type(name: string, text: string): Promise<void> {
    await this.#use('textbox', name, async (element) => {
      await this.#driver.post(`${elementPath(element)}/clear`);
      await this.#driver.post(`${elementPath(element)}/value`, { text });
    });
  }

  async choose(name: string, line: string): Promise<void> {
    await this.#use('combobox', name, async (element) => {
      const xpath = { using: 'xpath', value: `./option[normalize-space() = '${line}']` };
      const option = await this.#driver.post<ElementReference>(`${elementPath(element)}/element`, xpath);
      await this.#driver.post(`${elementPath(option)}/click`);
    });
  }

  async giveFile(button: string, path: string): Promise<void> {
    await this.#use('button', button, async () => {
      // WebDriver gives files to the element itself, however it looks.
      const [input] = await this.#all('input[type=file]', { hidden: true });
      if (!input) throw new Error('The page asks for no file');
      await this.#driver.post(`${elementPath(input)}/value`, { text: path });
    });
  }

  async selectLine(text: string): Promise<void> {
    const [line] = await this.#all('span', { text });
    if (!line) throw new Error(`${text} is not on the screen`);
    const box = await this.#driver.get<DOMRect>(`${elementPath(line)}/rect`);
    const y = Math.round(box.y + box.height / 2);
    const [left, right] = [Math.ceil(box.x) + 1, Math.floor(box.x + box.width) - 1];
    const move = (x: number) => ({ type: 'pointerMove', duration: 50, x, y });
    const press = [{ type: 'pointerDown', button: 0 }, move((left + right) / 2), move(right)];
    const actions = [move(left), ...press, { type: 'pointerUp', button: 0 }];
    await this.#driver.post('/actions', { actions: [{ type: 'pointer', id: 'mouse', actions }] });
  }

  async textOf(role: Role, name?: string): Promise<string | undefined> {
    const element = await this.#find(role, name);
    return element && this.#driver.run(shownText as unknown as (element: ElementReference) => string, element);
  }

  evaluate<Result>(inPage: () => Promise<Result>): Promise<Result> {
    return this.#driver.run(inPage);
  }

  async saved(role: Role, name: string): Promise<Buffer> {
    const { downloads } = this.#surroundings;
    const before = await readdir(downloads);
    await this.press(role, name);
    return arrived(downloads, before);
  }

  errors(): readonly string[] {
    return this.#surroundings.errors;
  }

  async screenshot(): Promise<Buffer> {
    return Buffer.from(await this.#driver.get<string>('/screenshot'), 'base64');
  }

  async resize(width: number, height: number): Promise<void> {
    await this.#driver.post('/window/rect', { width, height });
  }

  async close(): Promise<void> {
    await this.#surroundings.end();
  }

  /** Until it can be done: what is drawn anew is another element. */
  async #use(role: Role, name: string, act: (element: ElementReference) => Promise<unknown>): Promise<void> {
    await expect(async () => {
      const element = await this.#find(role, name);
      if (!element) throw new Error(`There is no ${role} “${name}”`);
      await act(element);
    }).toPass({ timeout: 20_000 });
  }

  async #find(role: Role, name?: string): Promise<ElementReference | undefined> {
    const selector = [CANDIDATES[role], `[role=${role}]`].filter(Boolean).join(', ');
    for (const candidate of await this.#all(selector, {})) {
      if (await this.#is(candidate, role, name)) return candidate;
    }
    return undefined;
  }

  /** Elements go over the line as references. */
  async #all(...args: Parameters<typeof findAll>): Promise<readonly ElementReference[]> {
    return (await this.#driver.run(findAll, ...args)) as unknown as ElementReference[];
  }

  /** WebKit itself computes role and name. An element that is gone meanwhile is none. */
  async #is(element: ElementReference, role: Role, name: string | undefined): Promise<boolean> {
    try {
      const label = name === undefined ? '' : await this.#driver.get<string>(`${elementPath(element)}/computedlabel`);
      if (name !== undefined && !isNamed(label.replaceAll(/\p{Cf}/gu, '').trim(), name, role)) return false;
      return (await this.#driver.get<string>(`${elementPath(element)}/computedrole`)) === (OWN_ROLES[role] ?? role);
    } catch (error) {
      if (error instanceof WebDriverError && error.code === 'stale element reference') return false;
      throw error;
    }
  }
}

/** WebKit names a combo box by its label and the line that is chosen. */
function isNamed(label: string, name: string, role: Role): boolean {
  return label === name || (role === 'combobox' && label.startsWith(`${name} `));
}
