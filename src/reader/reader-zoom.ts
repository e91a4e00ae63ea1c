import { html, LitElement, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { ReaderCommandEvent, type ReaderCommand } from './commands.ts';
import { icons } from './icons.ts';
import type { ReaderSnapshot } from './reader-state.ts';

/** `ReaderPosition.scale` → what people read. */
const scales: readonly (readonly [scale: string, name: string])[] = [
  ['auto', 'Automatic'],
  ['page-width', 'Page width'],
  ['page-fit', 'Page fit'],
  ['page-actual', 'Actual size'],
  ['0.5', '50 %'],
  ['0.75', '75 %'],
  ['1', '100 %'],
  ['1.25', '125 %'],
  ['1.5', '150 %'],
  ['2', '200 %'],
  ['4', '400 %'],
];

/**
 * Zoom out, a choice of sizes, zoom in.
 *
 * @fires {ReaderCommandEvent} readercommand - the person asked for another size
 */
@customElement('reader-zoom')
export class ReaderZoom extends LitElement {
  @property({ attribute: false }) snapshot: ReaderSnapshot | undefined;

  /** Styles come from the reader's style sheet; the reader lives in the light DOM. */
  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override render(): unknown {
    return html`<div class="reader-group">
      ${this.#button('Zoom out', icons.zoomOut, { command: 'zoom-out' })} ${this.#choice()}
      ${this.#button('Zoom in', icons.zoomIn, { command: 'zoom-in' })}
    </div>`;
  }

  #choice(): TemplateResult {
    const scale = this.snapshot?.scale ?? 1;
    const scaleName = this.snapshot?.scaleName ?? 'auto';
    const known = scales.some(([value]) => value === scaleName);
    return html`<select
      class="reader-field reader-zoom"
      aria-label="Zoom"
      title="Zoom"
      ?disabled=${!this.snapshot}
      @change=${this.#choose}
    >
      ${scales.map(([value, name]) => html`<option value=${value} .selected=${value === scaleName}>${name}</option>`)}
      <option value=${scaleName} hidden .selected=${!known}>${Math.round(scale * 100)} %</option>
    </select>`;
  }

  #button(name: string, icon: TemplateResult, command: ReaderCommand): TemplateResult {
    return html`<button
      class="reader-button"
      type="button"
      aria-label=${name}
      title=${name}
      ?disabled=${!this.snapshot}
      @click=${() => this.dispatchEvent(new ReaderCommandEvent(command))}
    >
      ${icon}
    </button>`;
  }

  #choose(event: Event): void {
    const scale = (event.currentTarget as HTMLSelectElement).value;
    this.dispatchEvent(new ReaderCommandEvent({ command: 'zoom-to', scale }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'reader-zoom': ReaderZoom;
  }
}
