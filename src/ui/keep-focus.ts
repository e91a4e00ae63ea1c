import type { LitElement, ReactiveController } from 'lit';
import { headingOf } from './heading.ts';

/**
 * Keeps the focus in a list whose rows are elements of their own. A row that is drawn at another place loses the focus
 * (the browser takes a moved element for a removed one), and so does a button that its row has no more.
 */
export class KeepFocus implements ReactiveController {
  readonly #host: LitElement;
  readonly #passOn: (options: FocusOptions) => boolean;
  #row: Element | null = null;
  #control: Element | null = null;
  #isByKey = false;

  /** @param passOn gives the focus of a row that is gone to another; where there is none, the screen's heading gets it. */
  constructor(host: LitElement, passOn: (options: FocusOptions) => boolean) {
    this.#host = host;
    this.#passOn = passOn;
    host.addController(this);
  }

  hostUpdate(): void {
    this.#row = this.#host.shadowRoot?.activeElement ?? null;
    this.#control = this.#row?.shadowRoot?.activeElement ?? null;
    this.#isByKey = this.#control?.matches(':focus-visible') === true;
  }

  hostUpdated(): void {
    if (this.#row && this.#control) void this.#restore(this.#row, this.#control);
  }

  /**
   * The focus may have gone elsewhere meanwhile: then it stays there. With a row that went far away the window goes along
   * for keys, which need to see where they are, and stays for a mouse.
   */
  async #restore(row: Element, control: Element): Promise<void> {
    const preventScroll = !this.#isByKey;
    await (row as LitElement).updateComplete;
    if (document.activeElement !== document.body || !this.#host.isConnected) return;
    if (!row.isConnected) {
      if (!this.#passOn({ preventScroll })) headingOf(this.#host)?.focus({ preventScroll });
      return;
    }
    const next = control.isConnected ? control : row.shadowRoot?.querySelector('button:not(.icon)');
    if (next instanceof HTMLElement) next.focus({ preventScroll });
  }
}
