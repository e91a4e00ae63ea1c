import { msg } from '../language/msg.ts';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { ReaderCommandEvent } from './commands.ts';
import { icons } from './icons.ts';
import { menuOf, type MenuGroup, type MenuItem } from './menu.ts';
import type { ReaderSnapshot } from './reader-state.ts';
import './reader-menu.css';

/**
 * A button, and under it all that has no place in the toolbar. Follows the menu button pattern of the ARIA practices.
 *
 * @fires {ReaderCommandEvent} readercommand - the person chose a line
 */
@customElement('reader-menu')
export class ReaderMenu extends LitElement {
  @property({ attribute: false }) snapshot: ReaderSnapshot | undefined;
  @state() private isOpen = false;
  @query('.reader-menu-button') private readonly button!: HTMLButtonElement;
  #openness = new AbortController();

  /** Styles come from the reader's style sheet; the reader lives in the light DOM. */
  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#close();
  }

  override render(): unknown {
    return html`<div class="reader-menu" @keydown=${this.#press} @focusout=${this.#leave}>
      <button
        class="reader-button reader-menu-button"
        type="button"
        aria-label=${msg('More tools')}
        title=${msg('More tools')}
        aria-haspopup="menu"
        aria-expanded=${this.isOpen}
        ?disabled=${!this.snapshot}
        @click=${() => (this.isOpen ? this.#close() : this.#open())}
      >
        ${icons.menu}
      </button>
      ${this.isOpen && this.snapshot ? this.#renderMenu(menuOf(this.snapshot)) : nothing}
    </div>`;
  }

  #renderMenu(groups: readonly MenuGroup[]): TemplateResult {
    return html`<div class="reader-menu-list" role="menu" aria-label=${msg('More tools')}>
      ${groups.map(
        ({ label, items }) =>
          html`<div class="reader-menu-group" role="group" aria-label=${label}>
            <div class="reader-menu-label" aria-hidden="true">${label}</div>
            ${items.map((item) => this.#renderItem(item))}
          </div>`,
      )}
    </div>`;
  }

  #renderItem(item: MenuItem): TemplateResult {
    const role = item.kind === undefined ? 'menuitem' : `menuitem${item.kind}`;
    const checked = item.kind === undefined ? nothing : String(item.checked === true);
    return html`<button
      class="reader-menu-item"
      type="button"
      role=${role}
      tabindex="-1"
      aria-checked=${checked}
      ?disabled=${item.disabled === true}
      @click=${() => this.#choose(item)}
    >
      <span class="reader-menu-check">${item.checked === true ? icons.check : nothing}</span>${item.label}
    </button>`;
  }

  async #open(): Promise<void> {
    this.#openness = new AbortController();
    this.isOpen = true;
    const away = (event: PointerEvent): void => void (event.composedPath().includes(this) || this.#close());
    document.addEventListener('pointerdown', away, { signal: this.#openness.signal });
    await this.updateComplete;
    this.#items()[0]?.focus();
  }

  #close(): void {
    this.#openness.abort();
    this.isOpen = false;
  }

  #choose(item: MenuItem): void {
    this.#close();
    this.button.focus();
    this.dispatchEvent(new ReaderCommandEvent(item.command));
  }

  #leave({ relatedTarget }: FocusEvent): void {
    if (relatedTarget instanceof Node && !this.contains(relatedTarget)) this.#close();
  }

  #press(event: KeyboardEvent): void {
    if (!this.isOpen) return;
    if (event.key === 'Escape') {
      event.stopPropagation();
      this.#close();
      return this.button.focus();
    }
    const next = nextIndex(event.key, this.#items().indexOf(document.activeElement as HTMLButtonElement));
    if (next === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    this.#items()
      .at(next % this.#items().length)
      ?.focus();
  }

  #items(): readonly HTMLButtonElement[] {
    return [...this.querySelectorAll<HTMLButtonElement>('.reader-menu-item:not(:disabled)')];
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
    'reader-menu': ReaderMenu;
  }
}
