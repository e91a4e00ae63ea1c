import { LitElement, type TemplateResult, css, html, nothing } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { msg, str } from '../language/msg.ts';
import type { DocumentRow } from '../store/schema.ts';
import { type MenuItem, menuItemsOf } from './document-menu-items.ts';
import { ShelfCommandEvent } from './shelf-command.ts';
import { shelfIcons } from './shelf-icons.ts';
import { sharedStyles } from './shared-styles.ts';

/** Px between the menu and the edges of the window. */
const MARGIN = 8;

/**
 * What can be done with one document: one menu for the whole library, at whichever button was pressed. Follows the menu
 * button pattern of the ARIA practices.
 *
 * @fires {ShelfCommandEvent} shelfcommand - the person chose a line
 */
@customElement('document-menu')
export class DocumentMenu extends LitElement {
  static override readonly styles = [
    sharedStyles,
    css`
      :host {
        display: contents;
      }

      [popover] {
        position: absolute;
        inset: auto;
        inline-size: max-content;
        min-inline-size: 13rem;
        max-inline-size: calc(100vw - 1rem);
        margin: 0;
        padding: var(--space-1);
        border: 1px solid var(--line);
        border-radius: var(--radius-l);
        background: var(--surface);
        color: var(--ink);
        box-shadow: var(--shadow);
      }

      .group {
        display: grid;
      }

      .group + .group {
        margin-block-start: var(--space-1);
        padding-block-start: var(--space-1);
        border-block-start: 1px solid var(--line);
      }

      button {
        justify-content: start;
        inline-size: 100%;
        min-block-size: 2.25rem;
        padding-inline: var(--space-2) var(--space-3);
        border-color: transparent;
        background: transparent;
        font-weight: 400;
      }

      @media (pointer: coarse) {
        button {
          min-block-size: 2.75rem;
        }
      }

      button:hover,
      button:focus {
        background: var(--sunken);
      }

      button:focus-visible {
        outline-offset: -2px;
      }

      .check {
        display: inline-grid;
        flex: none;
        inline-size: 1.25rem;
        color: var(--accent);
      }
    `,
  ];

  @state() private document: DocumentRow | undefined;
  @query('[popover]') private readonly popoverElement!: HTMLElement;
  #button: HTMLElement | undefined;

  override render(): TemplateResult {
    const { document } = this;
    return html`
      <div
        popover
        role="menu"
        aria-label=${msg(str`More about ${document?.title ?? ''}`)}
        @keydown=${this.#press}
        @toggle=${this.#follow}
      >
        ${
          document
            ? menuItemsOf(document).map(
                (items) => html`<div class="group" role="group">${items.map((item) => this.#renderItem(item))}</div>`,
              )
            : nothing
        }
      </div>
    `;
  }

  /** Opens at a button; a second press on it closes. */
  async open(document: DocumentRow, button: HTMLElement): Promise<void> {
    this.#button = button;
    this.document = document;
    button.setAttribute('aria-expanded', 'true');
    await this.updateComplete;
    this.popoverElement.showPopover();
    this.#place(button.getBoundingClientRect());
    this.#items()[0]?.focus({ preventScroll: true });
  }

  #renderItem({ label, command, isOn }: MenuItem): TemplateResult {
    return html`<button
      role=${isOn === undefined ? 'menuitem' : 'menuitemcheckbox'}
      aria-checked=${isOn ?? nothing}
      tabindex="-1"
      @click=${() => {
        this.#close();
        this.dispatchEvent(new ShelfCommandEvent(command));
      }}
    >
      <span class="check">${isOn === true ? shelfIcons.check : nothing}</span>${label}
    </button>`;
  }

  /** On the page, not in the window: it goes along when that scrolls. Above the button where it has no room below. */
  #place({ right, top, bottom }: DOMRect): void {
    const { offsetWidth, offsetHeight } = this.popoverElement;
    const left = Math.max(MARGIN, Math.min(right, innerWidth - MARGIN) - offsetWidth);
    const isBelow = bottom + offsetHeight + MARGIN <= innerHeight || top < offsetHeight + MARGIN;
    const y = isBelow ? Math.max(MARGIN, Math.min(bottom, innerHeight - offsetHeight - MARGIN)) : top - offsetHeight;
    Object.assign(this.popoverElement.style, { left: `${left + scrollX}px`, top: `${y + scrollY}px` });
  }

  #follow({ newState }: ToggleEvent): void {
    if (newState === 'closed') this.#button?.removeAttribute('aria-expanded');
  }

  #close(): void {
    this.popoverElement.hidePopover();
    this.#button?.focus({ preventScroll: true });
  }

  #press(event: KeyboardEvent): void {
    if (event.key === 'Escape' || event.key === 'Tab') {
      event.preventDefault();
      event.stopPropagation();
      return this.#close();
    }
    const items = this.#items();
    const next = nextIndex(event.key, items.indexOf(this.shadowRoot?.activeElement as HTMLElement));
    if (next === undefined) return;
    event.preventDefault();
    items.at(next % items.length)?.focus();
  }

  #items(): readonly HTMLElement[] {
    return [...this.popoverElement.querySelectorAll<HTMLElement>('button')];
  }
}

function nextIndex(key: string, current: number): number | undefined {
  if (key === 'ArrowDown') return current + 1;
  if (key === 'ArrowUp') return current - 1;
  if (key === 'Home') return 0;
  return key === 'End' ? -1 : undefined;
}

declare global {
  interface HTMLElementTagNameMap {
    'document-menu': DocumentMenu;
  }
}
