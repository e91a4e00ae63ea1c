import type { App } from './app.ts';
import { overallProgress } from './overall-progress.ts';
import { percentWords } from './words.ts';

const EVENTS = ['sessionchange', 'taskprogress'] as const;

/** The window's title: the name of the screen, and before it how far all that runs has come. */
export class WindowTitle {
  readonly #app: App;
  /** Absent: the reader writes the title of its document. */
  #screen: string | undefined;

  constructor(app: App, signal: AbortSignal) {
    this.#app = app;
    void this.#listen(signal);
  }

  show(screen: string | undefined): void {
    this.#screen = screen;
    this.#write();
  }

  async #listen(signal: AbortSignal): Promise<void> {
    const session = await this.#app.opening.catch(() => undefined); // The shell says why it failed.
    for (const type of EVENTS) session?.addEventListener(type, () => this.#write(), { signal });
    this.#write();
  }

  #write(): void {
    if (this.#screen === undefined) return;
    const { bytesReceived, bytesExpected } = overallProgress(this.#app.session?.tasks ?? []) ?? {};
    const isKnown = bytesReceived !== undefined && bytesExpected !== undefined && bytesReceived > 0;
    const share = isKnown ? `${percentWords(bytesReceived, bytesExpected)} · ` : '';
    const title = `${share}${this.#screen} · Longhaul`;
    if (document.title !== title) document.title = title;
  }
}
