import type { LitElement, ReactiveController } from 'lit';
import { headingOf } from './heading.ts';

/**
 * Keeps the focus in a list whose rows are elements of their own. A row that is drawn at another place loses the focus
 * (the browser takes a moved element for a removed one), and so does a button that its row has no more.
 */
export class KeepFocus implements ReactiveController {
  readonly #host: LitElement;
  #row: Element | null = null;
  #control: Element | null = null;

  constructor(host: LitElement) {
    this.#host = host;
    host.addController(this);
  }

  hostUpdate(): void {
    this.#row = this.#host.shadowRoot?.activeElement ?? null;
    this.#control = this.#row?.shadowRoot?.activeElement ?? null;
  }

  hostUpdated(): void {
    if (this.#row && this.#control) void this.#restore(this.#row, this.#control);
  }

  /** The focus may have gone elsewhere meanwhile: then it stays there. */
  async #restore(row: Element, control: Element): Promise<void> {
    await (row as LitElement).updateComplete;
    if (document.activeElement !== document.body || !this.#host.isConnected) return;
    if (!row.isConnected) return headingOf(this.#host)?.focus();
    const next = control.isConnected ? control : row.shadowRoot?.querySelector('button');
    if (next instanceof HTMLElement) next.focus();
  }
}
