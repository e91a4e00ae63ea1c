import { LitElement, type PropertyValues, type TemplateResult, css, html } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { msg } from '../language/msg.ts';
import type { CoverRow, DocumentRow } from '../store/schema.ts';
import { coverImages } from './cover-images.ts';
import { sharedStyles } from './shared-styles.ts';

/** Height of the room for a cover by its width: a little less than a sheet of A4. */
const ROOM = 4 / 3;

interface Picture {
  readonly url: string;
  /** Px; so that it has its size before it is decoded. */
  readonly width: number;
  readonly height: number;
}

const drawn = new Set<DocumentCover>();

/** The cover of a document that is in the window now. */
export function shownCover(documentId: string): DocumentCover | undefined {
  return [...drawn].find((cover) => cover.document?.id === documentId && isInWindow(cover));
}

function isInWindow(element: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  return bottom > 0 && top < innerHeight;
}

/** The first page of a document, standing on the lower edge of a room that is the same for all; a blank sheet without. */
@customElement('document-cover')
export class DocumentCover extends LitElement {
  static override readonly styles = [
    sharedStyles,
    css`
      :host {
        display: grid;
        grid-template: 100% / 100%;
        align-items: end;
        justify-items: center;
        aspect-ratio: 3 / 4;
        min-inline-size: 0;
        container-type: size;
      }

      img,
      .sheet {
        grid-area: 1 / 1;
        border-radius: 3px;
        box-shadow:
          0 0 0 1px var(--line),
          var(--shadow-cover);
      }

      img {
        background: var(--white-paper);
      }

      .tall {
        inline-size: auto;
        block-size: 100%;
        max-inline-size: 100%;
      }

      .wide {
        inline-size: 100%;
        block-size: auto;
        max-block-size: 100%;
      }

      .sheet {
        display: grid;
        place-items: center;
        inline-size: 94%;
        block-size: 100%;
        border-start-end-radius: 18% 13%;
        background: var(--surface);
        color: var(--accent);
        font-size: clamp(0.5625rem, 16cqi, 0.875rem);
        font-weight: 700;
        letter-spacing: 0.06em;
      }
    `,
  ];

  @property({ attribute: false }) document: DocumentRow | undefined;
  @state() private picture: Picture | undefined;
  #watched: string | undefined;
  #lifetime = new AbortController();

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    drawn.delete(this);
    this.#letGo();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    drawn.add(this);
    this.requestUpdate();
  }

  protected override willUpdate(_changed: PropertyValues<this>): void {
    const id = this.document?.id;
    if (id === this.#watched || !this.isConnected) return;
    this.#letGo();
    this.#watched = id;
    this.#lifetime = new AbortController();
    if (id !== undefined) coverImages.watch(id, (cover) => this.#show(cover), this.#lifetime.signal);
  }

  override render(): TemplateResult {
    const { picture } = this;
    if (!picture)
      return html`<span class="sheet" aria-hidden="true"
        >${this.document?.kind === 'pdf' ? 'PDF' : msg('FILE', { desc: 'On a blank cover; short' })}</span
      >`;
    const { url, width, height } = picture;
    const shape = height / width >= ROOM ? 'tall' : 'wide';
    return html`<img class=${shape} src=${url} width=${width} height=${height} alt="" decoding="async" />`;
  }

  #show(cover: CoverRow | undefined): void {
    if (this.picture) URL.revokeObjectURL(this.picture.url);
    this.picture = cover && { url: URL.createObjectURL(cover.image), width: cover.width, height: cover.height };
  }

  #letGo(): void {
    this.#lifetime.abort();
    this.#watched = undefined;
    this.#show(undefined);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'document-cover': DocumentCover;
  }
}
