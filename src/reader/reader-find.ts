import { msg, str } from '../language/msg.ts';
import { iconButton } from './icon-button.ts';
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { ReaderCommandEvent, type ReaderCommand } from './commands.ts';
import { icons } from './icons.ts';
import type { FindResult } from './reader-state.ts';
import { findChoices, looseFind, type FindOptions } from './find-options.ts';

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
  @state() private options: FindOptions = looseFind;
  @state() private isChoosing = false;
  /** What the address asked for, until the person types something else. */
  private words: readonly string[] = [];
  @query('input') private readonly field!: HTMLInputElement | null;

  /** Styles come from the reader's style sheet; the reader lives in the light DOM. */
  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  focusField(): void {
    this.field?.focus();
    this.field?.select();
  }

  /** Searches for what was not typed, as the address of the app may ask. */
  search(words: readonly string[]): void {
    if (!this.field) return;
    this.words = words;
    this.field.value = words.join(' ');
    this.#search(this.field.value);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    // The document that was searched is gone.
    if (changed.has('disabled') && this.disabled) this.#clear();
  }

  override render(): unknown {
    return html`<div
      class="reader-find"
      role="search"
      aria-label=${msg('This document')}
      ?data-searching=${this.searching}
    >
      ${icons.find}
      <input
        class="reader-find-field"
        aria-label=${msg('Find')}
        title=${msg('Find in this document (Ctrl+F)')}
        placeholder=${msg('Find')}
        type="text"
        enterkeyhint="search"
        autocomplete="off"
        spellcheck="false"
        ?disabled=${this.disabled}
        @input=${this.#type}
        @keydown=${this.#press}
      />
      <span class="reader-find-count" role="status">${describe(this.result)}</span>
      ${this.searching ? this.#steps() : nothing} ${this.#renderOptions()}
    </div>`;
  }

  #renderOptions(): TemplateResult {
    return html`<div class="reader-find-options" @focusout=${this.#leaveOptions} @keydown=${this.#pressInOptions}>
      <button
        class="reader-button"
        type="button"
        aria-label=${msg('Find options')}
        title=${msg('Find options')}
        aria-expanded=${this.isChoosing}
        ?disabled=${this.disabled}
        ?data-chosen=${findChoices.some(([option]) => this.options[option])}
        @click=${() => (this.isChoosing = !this.isChoosing)}
      >
        ${icons.options}
      </button>
      <div class="reader-find-choices" role="group" aria-label=${msg('Find options')} ?hidden=${!this.isChoosing}>
        ${findChoices.map(
          ([option, name]) =>
            html`<label class="reader-find-choice">
              <input type="checkbox" .checked=${this.options[option]} @change=${() => this.#toggle(option)} />${name()}
            </label>`,
        )}
      </div>
    </div>`;
  }

  #steps(): TemplateResult {
    const none = this.result?.state !== 'found';
    return html`${this.#step(msg('Previous match'), icons.previousMatch, { command: 'find-previous' }, none)}
    ${this.#step(msg('Next match'), icons.nextMatch, { command: 'find-next' }, none)}`;
  }

  #step(name: string, icon: TemplateResult, command: ReaderCommand, disabled: boolean): TemplateResult {
    return iconButton(name, icon, disabled, () => this.#ask(command));
  }

  #type(event: Event): void {
    this.#search((event.currentTarget as HTMLInputElement).value);
  }

  #search(asked: string): void {
    this.searching = asked !== '';
    const areAsked = this.words.length > 1 && asked === this.words.join(' ');
    this.#ask({ command: 'find', query: asked, options: this.options, words: areAsked ? this.words : undefined });
  }

  #toggle(option: keyof FindOptions): void {
    this.options = { ...this.options, [option]: !this.options[option] };
    if (this.field) this.#search(this.field.value);
  }

  #leaveOptions({ currentTarget, relatedTarget }: FocusEvent): void {
    const stays = relatedTarget === null || (currentTarget as HTMLElement).contains(relatedTarget as Node);
    if (!stays) this.isChoosing = false;
  }

  #pressInOptions(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || !this.isChoosing) return;
    event.stopPropagation();
    this.isChoosing = false;
    this.querySelector<HTMLElement>('.reader-find-options > button')?.focus();
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
      return msg(str`${result.current} of ${result.total}`);
    case 'missing':
      return msg('Not found');
    case 'searching':
      return msg('Searching…');
    default:
      return '';
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'reader-find': ReaderFind;
  }
}
