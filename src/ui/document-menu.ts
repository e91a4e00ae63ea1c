import { LitElement, type TemplateResult, css, html, nothing } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { msg, str } from '../language/msg.ts';
import type { DocumentRow } from '../store/schema.ts';
import { type MenuItem, menuItemsOf } from './document-menu-items.ts';
import { MenuPopover } from './menu.ts';
import { menuStyles } from './menu-styles.ts';
import { ShelfCommandEvent } from './shelf-command.ts';
import { shelfIcons } from './shelf-icons.ts';
import { sharedStyles } from './shared-styles.ts';

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
    menuStyles,
    css`
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
  readonly #menu = new MenuPopover(() => this.popoverElement);

  override render(): TemplateResult {
    const { document } = this;
    return html`
      <div
        popover
        role="menu"
        aria-label=${msg(str`More about ${document?.title ?? ''}`)}
        @keydown=${this.#menu.press}
        @toggle=${this.#menu.follow}
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
    this.document = document;
    await this.updateComplete;
    this.#menu.open(button);
  }

  #renderItem({ label, command, isOn }: MenuItem): TemplateResult {
    return html`<button
      role=${isOn === undefined ? 'menuitem' : 'menuitemcheckbox'}
      aria-checked=${isOn ?? nothing}
      tabindex="-1"
      @click=${() => {
        this.#menu.close();
        this.dispatchEvent(new ShelfCommandEvent(command));
      }}
    >
      <span class="check">${isOn === true ? shelfIcons.check : nothing}</span>${label}
    </button>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'document-menu': DocumentMenu;
  }
}
