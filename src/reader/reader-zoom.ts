import { msg, str } from '../language/msg.ts';
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { ReaderCommandEvent, type ReaderCommand } from './commands.ts';
import { iconButton } from './icon-button.ts';
import { icons } from './icons.ts';
import type { ReaderSnapshot } from './reader-state.ts';
import './reader-choices.css';
import { describeScale, parseScale, scaleBounds, scales } from './scale.ts';

/**
 * Zoom out, a box that takes a percentage or one of a list of sizes, zoom in. The box follows the combobox pattern of the
 * ARIA practices, editable and without autocompletion.
 *
 * @fires {ReaderCommandEvent} readercommand - the person asked for another size
 */
@customElement('reader-zoom')
export class ReaderZoom extends LitElement {
  @property({ attribute: false }) snapshot: ReaderSnapshot | undefined;

  @state() private isOpen = false;
  /** Which line of the list the arrows are at; -1 for none. */
  @state() private active = -1;
  /** What stands in the box, from the first key until it is taken or the person leaves the box. */
  @state() private typed: string | undefined;
  /** What the box did not take. */
  @state() private refused: string | undefined;
  @query('input') private readonly box!: HTMLInputElement;

  /** Styles come from the reader's style sheet; the reader lives in the light DOM. */
  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override render(): unknown {
    return html`<div class="reader-group">
      ${this.#button(msg('Zoom out'), icons.zoomOut, { command: 'zoom-out' })} ${this.#renderBox()}
      ${this.#button(msg('Zoom in'), icons.zoomIn, { command: 'zoom-in' })}
      <p class="reader-notice" role="status">${this.refused === undefined ? nothing : refusalWords(this.refused)}</p>
    </div>`;
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('active')) this.querySelector('[data-active]')?.scrollIntoView({ block: 'nearest' });
  }

  #renderBox(): TemplateResult {
    const { snapshot } = this;
    return html`<span class="reader-zoom-box">
      <input
        class="reader-field reader-zoom"
        role="combobox"
        aria-label=${msg('Zoom')}
        title=${msg('Zoom: choose, or type a percentage')}
        aria-expanded=${this.isOpen}
        aria-controls="reader-zoom-list"
        aria-activedescendant=${this.active < 0 ? nothing : `reader-zoom-${this.active}`}
        type="text"
        autocomplete="off"
        enterkeyhint="go"
        spellcheck="false"
        ?disabled=${!snapshot}
        .value=${live(this.typed ?? (snapshot ? describeScale(snapshot.scaleName, snapshot.scale) : ''))}
        @focus=${() => this.box.select()}
        @click=${() => this.#open()}
        @blur=${this.#leave}
        @input=${this.#type}
        @keydown=${this.#press}
      />
      ${icons.open} ${this.#renderList()}
    </span>`;
  }

  #renderList(): TemplateResult {
    return html`<div
      class="reader-zoom-list"
      id="reader-zoom-list"
      role="listbox"
      aria-label=${msg('Zoom')}
      ?hidden=${!this.isOpen}
    >
      ${scales.map(
        ([scale, name], index) =>
          html`<div
            class="reader-zoom-option"
            id="reader-zoom-${index}"
            role="option"
            aria-selected=${scale === this.snapshot?.scaleName}
            ?data-active=${index === this.active}
            @pointerdown=${(event: Event) => event.preventDefault()}
            @click=${() => this.#choose(scale)}
          >
            ${name()}
          </div>`,
      )}
    </div>`;
  }

  #button(name: string, icon: TemplateResult, command: ReaderCommand): TemplateResult {
    return iconButton(name, icon, !this.snapshot, () => this.dispatchEvent(new ReaderCommandEvent(command)));
  }

  #open(): void {
    this.isOpen = true;
  }

  #close(): void {
    this.isOpen = false;
    this.active = -1;
  }

  #leave(): void {
    this.#close();
    this.typed = undefined;
    this.refused = undefined;
  }

  #type(): void {
    this.typed = this.box.value;
    this.refused = undefined;
    this.#close();
  }

  #press(event: KeyboardEvent): void {
    if (event.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      this.active = this.isOpen ? (this.active + step + scales.length) % scales.length : this.#current();
      this.#open();
    }
    if (event.key === 'Enter') this.#commit();
    if (event.key === 'Escape') this.#cancel(event);
  }

  #current(): number {
    return Math.max(
      0,
      scales.findIndex(([scale]) => scale === this.snapshot?.scaleName),
    );
  }

  #cancel(event: KeyboardEvent): void {
    if (this.isOpen) event.stopPropagation();
    else this.box.blur();
    this.#leave();
  }

  #commit(): void {
    const scale = scales[this.active]?.[0] ?? parseScale(this.box.value);
    if (scale !== undefined) return this.#choose(scale);
    this.refused = this.box.value.trim().slice(0, 12);
    this.box.select();
    return undefined;
  }

  #choose(scale: string): void {
    this.#leave();
    this.dispatchEvent(new ReaderCommandEvent({ command: 'zoom-to', scale }));
  }
}

function refusalWords(typed: string): string {
  const { least, most } = scaleBounds;
  return msg(str`“${typed}” is not a size. Type a percentage from ${least} to ${most}.`);
}

declare global {
  interface HTMLElementTagNameMap {
    'reader-zoom': ReaderZoom;
  }
}
