import { LitElement, type TemplateResult, css, html } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { msg } from '../language/msg.ts';
import type { App } from './app.ts';
import { SessionController } from './session-controller.ts';
import { sharedStyles } from './shared-styles.ts';
import { TransferNews } from './transfer-news.ts';

/** Ms between two announcements of progress at least: what comes meanwhile is said as one. */
const PAUSE = 5_000;

/** Ms until it is tried again, while a dialog is read. */
const PATIENCE = 1_000;

/** Tells screen readers, politely and seldom, how transfers go: one live region for all of them, on every screen. */
@customElement('transfer-announcer')
export class TransferAnnouncer extends LitElement {
  static override readonly styles = [
    sharedStyles,
    css`
      :host {
        position: absolute; /* It takes no row of its screen. */
      }
    `,
  ];

  @property({ attribute: false }) app: App | undefined;
  @state() private words = '';
  readonly #session = new SessionController(this, () => this.app);
  readonly #news = new TransferNews();
  #saidAt = -Infinity;
  #timer: ReturnType<typeof setTimeout> | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  protected override willUpdate(): void {
    const { tasks } = this.#session;
    if (!tasks) return;
    this.#news.look(tasks);
    if (!this.#news.isEmpty) this.#timer ??= setTimeout(() => this.#tell(), this.#saidAt + PAUSE - performance.now());
  }

  override render(): TemplateResult {
    return html`<p class="visually-hidden" role="status" aria-label=${msg('News of transfers')}>${this.words}</p>`;
  }

  /** Says something at once; news wait until it has been read. */
  say(words: string): void {
    this.#saidAt = performance.now();
    // The same words again would be no change, and nobody would read them.
    this.words = words === this.words ? `${words}\u00A0` : words;
  }

  #tell(): void {
    this.#timer = undefined;
    if (isInDialog() || performance.now() < this.#saidAt + PAUSE - 1) {
      this.#timer = setTimeout(() => this.#tell(), PATIENCE);
      return;
    }
    const words = this.#news.take(this.#session.tasks ?? []);
    if (words !== '') this.say(words);
  }
}

/** Whether the focus is in a dialog: it is read, and what stands behind it isn't. */
function isInDialog(): boolean {
  let active = document.activeElement;
  while (active) {
    if (active.closest('dialog[open]')) return true;
    active = active.shadowRoot?.activeElement ?? null;
  }
  return false;
}

declare global {
  interface HTMLElementTagNameMap {
    'transfer-announcer': TransferAnnouncer;
  }
}
