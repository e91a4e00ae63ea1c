/** Roles that the stories look for; those of ARIA. */
export type Role =
  | 'alert'
  | 'button'
  | 'combobox'
  | 'heading'
  | 'link'
  | 'list'
  | 'listitem'
  | 'main'
  | 'menu'
  | 'menuitem'
  | 'region'
  | 'search'
  | 'status'
  | 'tab'
  | 'tabpanel'
  | 'textbox';

/**
 * A window of some browser in which a person uses the app. Things are found by role and name, as assistive tools find
 * them, waited for, and used as by hand. A name is compared as a whole, without marks of writing direction.
 */
export interface BrowserWindow {
  /** Opens an address below the app's own. */
  goto(path: string): Promise<void>;
  reload(): Promise<void>;
  press(role: Role, name: string): Promise<void>;
  /** Fills a text box. */
  type(name: string, text: string): Promise<void>;
  /** Chooses a line of a combo box. */
  choose(name: string, line: string): Promise<void>;
  /** Presses a button that asks for files, and gives it this one. */
  giveFile(button: string, path: string): Promise<void>;
  /** Selects a line of the document's page with the mouse. */
  selectLine(text: string): Promise<void>;
  /** What can be read in the first such thing; `undefined` when there is none. */
  textOf(role: Role, name?: string): Promise<string | undefined>;
  /** Runs a function of the page's own, without arguments. */
  evaluate<Result>(inPage: () => Promise<Result>): Promise<Result>;
  /** Presses a button, and waits for the file that the browser downloads then. */
  saved(role: Role, name: string): Promise<Buffer>;
  /** Errors that nobody caught and errors on the console, since the window opened. */
  errors(): readonly string[];
  /** What the window shows, as a PNG. */
  screenshot(): Promise<Buffer>;
  resize(width: number, height: number): Promise<void>;
  close(): Promise<void>;
}

/** A browser that isn't Chromium. It starts with its first window. */
export interface OtherBrowser {
  /** The Debian packages that bring it. */
  readonly packages: string;
  isInstalled(): boolean;
  /**
   * Opens a window that never saw the app.
   *
   * @param home the app's address.
   */
  open(home: string, options?: OpenOptions): Promise<BrowserWindow>;
  /** When its windows are closed. */
  end(): Promise<void>;
}

interface OpenOptions {
  /** With no part turned on that its next version has by itself. */
  readonly asPackaged?: boolean;
}
