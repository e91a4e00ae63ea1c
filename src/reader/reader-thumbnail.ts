import { msg, str } from '../language/msg.ts';
import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import type { ThumbnailQueue } from './thumbnail-queue.ts';

/** CSS pixels that a picture fits in. */
export const thumbnailRoom = { width: 112, height: 152 } as const;

/** One page, small: a button that leads there. White paper until its turn to be drawn comes. */
@customElement('reader-thumbnail')
export class ReaderThumbnail extends LitElement {
  /** From 1. */
  @property({ attribute: false }) pageNumber = 1;
  @property({ attribute: false }) queue: ThumbnailQueue | undefined;
  /** Another number: what was drawn is no longer how the page looks. */
  @property({ attribute: false }) edition = 0;
  @property({ attribute: false }) isCurrent = false;
  /** Whether Tab reaches it. */
  @property({ attribute: false }) isActive = false;
  @query('.reader-thumbnail-paper') private readonly paper!: HTMLElement;
  #takeBack: (() => void) | undefined;

  /** Styles come from the reader's style sheet; the reader lives in the light DOM. */
  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#takeBack?.();
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (!changed.has('queue') && !changed.has('edition') && !changed.has('pageNumber')) return;
    this.#takeBack?.();
    this.#takeBack = this.queue?.add({
      pageNumber: this.pageNumber,
      room: thumbnailRoom,
      show: (canvas) => this.paper.replaceChildren(canvas),
    });
  }

  override render(): unknown {
    return html`<button
      class="reader-thumbnail"
      type="button"
      aria-label=${msg(str`Page ${this.pageNumber}`)}
      aria-current=${this.isCurrent ? 'page' : nothing}
      tabindex=${this.isActive ? 0 : -1}
      data-page=${this.pageNumber}
    >
      <span class="reader-thumbnail-paper"></span><span aria-hidden="true">${this.pageNumber}</span>
    </button>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'reader-thumbnail': ReaderThumbnail;
  }
}
