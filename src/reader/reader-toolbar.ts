import { counted } from '../language/formats.ts';
import { msg, str } from '../language/msg.ts';
import { iconButton } from './icon-button.ts';
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { ReaderCommandEvent, type ReaderCommand } from './commands.ts';
import { icons } from './icons.ts';
import { markIcons } from './marks/mark-icons.ts';
import './reader-find.ts';
import type { ReaderFind } from './reader-find.ts';
import './reader-menu.ts';
import type { ReaderSnapshot } from './reader-state.ts';
import './reader-zoom.ts';

/**
 * The bar above the pages: way back, title, pages, zoom, find. Draws a snapshot, asks by commands.
 *
 * @fires {ReaderCommandEvent} readercommand - the person asked for something
 */
@customElement('reader-toolbar')
export class ReaderToolbar extends LitElement {
  @property({ attribute: false }) documentTitle = '';
  @property({ attribute: false }) backHref: string | undefined;
  @property({ attribute: false }) backLabel = '';
  /** Absent while no document is open: the controls stand in their places, disabled. */
  @property({ attribute: false }) snapshot: ReaderSnapshot | undefined;

  @property({ attribute: false }) isSidebarOpen = false;
  /** Whether keys of a single character do anything. */
  @property({ attribute: false }) areCharactersOn = true;

  /** What the page box did not take. */
  @state() private refusedPage: string | undefined;
  /** What stands in the page box, from the first key until the document is at that page or the person leaves the box. */
  @state() private typedPage: string | undefined;
  @query('reader-find') private readonly find!: ReaderFind | null;

  /** Styles come from the reader's style sheet; the reader lives in the light DOM. */
  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  focusFind(): void {
    this.find?.focusField();
  }

  /** Shows the field, and what it finds. */
  search(words: readonly string[]): void {
    this.find?.search(words);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('snapshot') && Number(this.typedPage) === this.snapshot?.page) this.typedPage = undefined;
  }

  override render(): unknown {
    return html`<div class="reader-bar" role="toolbar" aria-label=${msg('Document tools')}>
      <div class="reader-start">${this.#back()}${this.#sidebarButton()}${this.#markButton()}</div>
      <h1 class="reader-title" title=${this.documentTitle}>${this.documentTitle}</h1>
      <div class="reader-tools">
        ${this.#pages()}<reader-zoom .snapshot=${this.snapshot}></reader-zoom>${this.#jumps()}
      </div>
      <reader-find .result=${this.snapshot?.find} ?disabled=${!this.snapshot}></reader-find>
      <reader-menu .snapshot=${this.snapshot}></reader-menu>
    </div>`;
  }

  #sidebarButton(): TemplateResult {
    return html`<button
      class="reader-button reader-sidebar-button"
      type="button"
      aria-label=${msg('Sidebar')}
      title=${msg('Sidebar (F4)')}
      aria-expanded=${this.isSidebarOpen}
      ?disabled=${!this.snapshot}
      @click=${() => this.#ask({ command: 'toggle-sidebar' })}
    >
      ${icons.sidebar}
    </button>`;
  }

  #markButton(): TemplateResult {
    const name = msg('Mark', { id: 'reader-mark', desc: 'Button: opens the tools to highlight, write and draw' });
    return html`<button
      class="reader-button reader-mark-button"
      type="button"
      aria-label=${name}
      title=${this.areCharactersOn ? msg('Mark (M)') : name}
      aria-expanded=${this.snapshot?.marks?.isBarOpen === true}
      ?disabled=${!this.snapshot?.marks}
      @click=${() => this.#ask({ command: 'toggle-mark-bar' })}
    >
      ${markIcons.mark}
    </button>`;
  }

  #back(): unknown {
    if (this.backHref === undefined) return nothing;
    return html`<a class="reader-back" href=${this.backHref} title=${this.backLabel}>
      ${icons.back}<span class="reader-back-label">${this.backLabel}</span>
    </a>`;
  }

  #pages(): TemplateResult {
    const { page = 1, pageCount = 1 } = this.snapshot ?? {};
    return html`<div class="reader-group">
      ${this.#button(msg('Previous page'), icons.previousPage, { command: 'previous-page' }, page <= 1)}
      ${this.#button(msg('Next page'), icons.nextPage, { command: 'next-page' }, page >= pageCount)}
      <input
        class="reader-field reader-page"
        aria-label=${msg('Page')}
        title=${msg('Page')}
        type="text"
        inputmode="numeric"
        enterkeyhint="go"
        autocomplete="off"
        ?disabled=${!this.snapshot}
        .value=${live(this.snapshot ? (this.typedPage ?? String(page)) : '')}
        @focus=${selectAll}
        @blur=${this.#forgetTyped}
        @input=${this.#type}
        @keydown=${this.#pressInPage}
      />
      <span class="reader-page-count">${this.snapshot ? pageCountWords(pageCount) : nothing}</span>
      <p class="reader-notice" role="status">${this.#pageNotice()}</p>
    </div>`;
  }

  /** Only where there is room, and something to go back to; the menu has them too. */
  #jumps(): unknown {
    const { canGoBack = false, canGoForward = false } = this.snapshot?.view ?? {};
    if (!canGoBack && !canGoForward) return nothing;
    return html`<div class="reader-group reader-jumps">
      ${this.#button(msg('Back to where the link was'), icons.goBack, { command: 'go-back' }, !canGoBack)}
      ${this.#button(msg('Forward again'), icons.goForward, { command: 'go-forward' }, !canGoForward)}
    </div>`;
  }

  #button(name: string, icon: TemplateResult, command: ReaderCommand, disabled: boolean): TemplateResult {
    return iconButton(name, icon, disabled, () => this.#ask(command));
  }

  #pressInPage(event: KeyboardEvent): void {
    const box = event.currentTarget as HTMLInputElement;
    if (event.key === 'Escape') box.blur();
    if (event.key === 'Enter') this.#commitPage(box);
  }

  #commitPage(box: HTMLInputElement): void {
    if (!this.snapshot) return;
    const { page, pageCount } = this.snapshot;
    const typed = box.value.trim();
    const wanted = /^\d+$/.test(typed) ? Number(typed) : Number.NaN;
    if (wanted >= 1 && wanted <= pageCount) return this.#ask({ command: 'go-to-page', page: wanted });
    this.#forgetTyped();
    box.value = String(page); // Now, because the next render is too late to select it.
    box.select();
    this.refusedPage = typed.slice(0, 12);
  }

  /** Why the page box did not take what was typed. */
  #pageNotice(): unknown {
    const { refusedPage: typed, snapshot } = this;
    if (typed === undefined || !snapshot) return nothing;
    return counted(snapshot.pageCount, {
      one: () => msg(str`“${typed}” is not a page of this document: it has 1 page.`),
      other: () => msg(str`“${typed}” is not a page of this document: it has ${snapshot.pageCount} pages.`),
    });
  }

  #type(event: Event): void {
    this.typedPage = (event.currentTarget as HTMLInputElement).value;
    this.refusedPage = undefined;
  }

  #forgetTyped(): void {
    this.typedPage = undefined;
    this.refusedPage = undefined;
  }

  #ask(command: ReaderCommand): void {
    this.refusedPage = undefined;
    this.dispatchEvent(new ReaderCommandEvent(command));
  }
}

function pageCountWords(pageCount: number): string {
  return msg(str`of ${pageCount}`, { id: 'reader-of-pages', desc: 'Follows the box with the number of the page' });
}

function selectAll(event: FocusEvent): void {
  (event.currentTarget as HTMLInputElement).select();
}

declare global {
  interface HTMLElementTagNameMap {
    'reader-toolbar': ReaderToolbar;
  }
}
