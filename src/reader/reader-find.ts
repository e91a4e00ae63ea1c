import { iconButton } from './icon-button.ts';
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { ReaderCommandEvent, type ReaderCommand } from './commands.ts';
import { icons } from './icons.ts';
import type { FindResult } from './reader-state.ts';

/**
 * The field to search in, what came of it, and the way through the results.
 *
 * @fires {ReaderCommandEvent} readercommand - the person searches
 */
@customElement('reader-find')
export class ReaderFind extends LitElement {
  @property({ attribute: false }) result: FindResult | undefined;
  @property({ type: Boolean }) disabled = false;

  @state() private searching = false;
  @query('input') private readonly field!: HTMLInputElement | null;

  /** Styles come from the reader's style sheet; the reader lives in the light DOM. */
  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  focusField(): void {
    this.field?.focus();
    this.field?.select();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    // The document that was searched is gone.
    if (changed.has('disabled') && this.disabled) this.#clear();
  }

  override render(): unknown {
    return html`<div class="reader-find" role="search" aria-label="This document" ?data-searching=${this.searching}>
      ${icons.find}
      <input
        class="reader-find-field"
        aria-label="Find"
        title="Find in this document (Ctrl+F)"
        placeholder="Find"
        type="text"
        enterkeyhint="search"
        autocomplete="off"
        spellcheck="false"
        ?disabled=${this.disabled}
        @input=${this.#type}
        @keydown=${this.#press}
      />
      <span class="reader-find-count" role="status">${describe(this.result)}</span>
      ${this.searching ? this.#steps() : nothing}
    </div>`;
  }

  #steps(): TemplateResult {
    const none = this.result?.state !== 'found';
    return html`${this.#step('Previous match', icons.previousMatch, { command: 'find-previous' }, none)}
    ${this.#step('Next match', icons.nextMatch, { command: 'find-next' }, none)}`;
  }

  #step(name: string, icon: TemplateResult, command: ReaderCommand, disabled: boolean): TemplateResult {
    return iconButton(name, icon, disabled, () => this.#ask(command));
  }

  #type(event: Event): void {
    const { value } = event.currentTarget as HTMLInputElement;
    this.searching = value !== '';
    this.#ask({ command: 'find', query: value });
  }

  #press(event: KeyboardEvent): void {
    // Enter also ends the composing of a Japanese or Chinese word; that one is not ours.
    if (event.isComposing) return;
    if (event.key === 'Enter') this.#ask({ command: event.shiftKey ? 'find-previous' : 'find-next' });
    if (event.key === 'Escape') this.#end();
  }

  #end(): void {
    this.#clear();
    this.#ask({ command: 'find', query: '' });
    this.#ask({ command: 'focus-pages' });
  }

  #clear(): void {
    if (this.field) this.field.value = '';
    this.searching = false;
  }

  #ask(command: ReaderCommand): void {
    this.dispatchEvent(new ReaderCommandEvent(command));
  }
}

function describe(result: FindResult | undefined): string {
  switch (result?.state) {
    case 'found':
      return `${result.current} of ${result.total}`;
    case 'missing':
      return 'Not found';
    case 'searching':
      return 'Searching…';
    default:
      return '';
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'reader-find': ReaderFind;
  }
}
