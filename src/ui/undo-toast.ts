import { LitElement, type TemplateResult, css, html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import { msg, str } from '../language/msg.ts';
import { type Removal, RemovalOffer } from '../library/removal-offer.ts';
import { documentsWords } from './document-words.ts';
import { passFocusOn } from './pass-focus-on.ts';
import { clearIcon } from './search-icons.ts';
import { sharedStyles } from './shared-styles.ts';

/** Takes documents out of the library and offers, for a while, to put them back. Stands over every screen. */
@customElement('undo-toast')
export class UndoToast extends LitElement {
  static override readonly styles = [
    sharedStyles,
    css`
      :host {
        position: fixed;
        inset-inline: var(--space-3);
        inset-block-end: max(var(--space-3), env(safe-area-inset-bottom));
        z-index: 20;
        display: grid;
        justify-items: center;
        pointer-events: none;
        /* The tray of what is on its way stays in sight. */
        transform: translate(calc(-1 * var(--tray-aside, 0px)), calc(-1 * var(--tray-above, 0px)));
        transition: transform 160ms;
      }

      :host(:dir(rtl)) {
        transform: translate(var(--tray-aside, 0px), calc(-1 * var(--tray-above, 0px)));
      }

      .toast {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: end;
        gap: var(--space-1);
        max-inline-size: min(36rem, 100%);
        padding: var(--space-2) var(--space-2) var(--space-2) var(--space-3);
        border-radius: var(--radius-l);
        background: var(--ink);
        color: var(--paper);
        box-shadow: var(--shadow);
        pointer-events: auto;
      }

      p {
        flex: 1 1 8rem;
        min-inline-size: 0;
        overflow-wrap: anywhere;
        font-size: var(--text-m);
      }

      button {
        border-color: currentcolor;
        background: transparent;
        color: inherit;
      }

      button:hover,
      button:active {
        background: color-mix(in srgb, currentcolor 18%, transparent);
      }

      button:focus-visible {
        outline-color: currentcolor;
      }

      .quiet {
        inline-size: 2.5rem;
        padding: 0;
      }

      .quiet svg {
        inline-size: 1.25rem;
      }

      .quiet,
      .quiet:hover {
        border-color: transparent;
        color: inherit;
      }
    `,
  ];

  readonly #offer = new RemovalOffer();
  /** What had the focus before the toast. */
  #before: HTMLElement | undefined;
  #lifetime = new AbortController();

  constructor() {
    super();
    passFocusOn(this, () => (this.#offer.last ? this.shadowRoot?.querySelector('button') : this.#before));
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#lifetime = new AbortController();
    const { signal } = this.#lifetime;
    this.#offer.addEventListener('change', () => this.requestUpdate(), { signal });
    document.addEventListener('focusout', (event) => this.#noteFocus(event), { signal });
    document.addEventListener('keydown', (event) => this.#press(event), { signal });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#lifetime.abort();
  }

  override render(): TemplateResult {
    const { last } = this.#offer;
    return html`
      <div
        class=${last ? 'toast' : ''}
        @pointerenter=${() => this.#offer.setHeld(true)}
        @pointerleave=${() => this.#offer.setHeld(false)}
        @focusin=${() => this.#offer.setHeld(true)}
        @focusout=${() => this.#offer.setHeld(false)}
      >
        <p role="status">${last ? wordsOf(last) : nothing}</p>
        ${
          last
            ? html`<button @click=${() => this.#offer.undo()}>${msg('Undo')}</button>
                <button
                  class="quiet"
                  aria-label=${msg('Dismiss')}
                  title=${msg('Dismiss')}
                  @click=${() => this.#offer.end()}
                >
                  ${clearIcon}
                </button>`
            : nothing
        }
      </div>
    `;
  }

  /** Removes documents, and offers to undo it. */
  async removeDocuments(removal: Removal): Promise<void> {
    await this.#offer.remove(removal);
  }

  #noteFocus(event: FocusEvent): void {
    const [target] = event.composedPath();
    if (event.target !== this && target instanceof HTMLElement) this.#before = target;
  }

  /** Where words are written, and in the reader, Ctrl+Z is somebody else's. */
  #press(event: KeyboardEvent): void {
    const isUndo = (event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === 'z';
    const isElsewhere = event.composedPath().some((target) => target instanceof Element && target.matches(OTHERS));
    if (!isUndo || isElsewhere || !this.#offer.last) return;
    event.preventDefault();
    void this.#offer.undo();
  }
}

const OTHERS = 'textarea, [contenteditable], input:not([type=checkbox], [type=radio]), reader-screen, dialog';

function wordsOf({ ids, title }: Removal): string {
  return ids.length === 1 ? msg(str`“${title}” was removed.`) : msg(str`${documentsWords(ids.length)} were removed.`);
}

declare global {
  interface HTMLElementTagNameMap {
    'undo-toast': UndoToast;
  }
}
