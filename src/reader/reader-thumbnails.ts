import { msg } from '../language/msg.ts';
import { html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import './reader-thumbnail.ts';
import { SidebarJumpEvent } from './sidebar-events.ts';
import { ThumbnailQueue } from './thumbnail-queue.ts';
import { columns, distanceInRows, nextThumbnail, pagesInView, rowHeight, topOfRow } from './thumbnail-grid.ts';
import { listen } from './viewer-events.ts';
import type { ViewerParts } from './viewer-parts.ts';
import './reader-thumbnails.css';

/**
 * All pages, small. Only those near the view are there at all, so 20,000 pages cost no more than 20.
 *
 * @fires {SidebarJumpEvent} sidebarjump
 */
@customElement('reader-thumbnails')
export class ReaderThumbnails extends LitElement {
  @property({ attribute: false }) parts: ViewerParts | undefined;
  /** The page that is read, from 1. */
  @state() private current = 1;
  /** The page whose button Tab reaches, from 1. */
  @state() private active = 1;
  /** Counts how often the pages changed their looks. */
  @state() private edition = 0;
  @state() private top = 0;
  @state() private height = 0;
  @query('.reader-thumbnails') private readonly list!: HTMLElement;
  #queue: ThumbnailQueue | undefined;
  #lifetime = new AbortController();

  /** Styles come from the reader's style sheet; the reader lives in the light DOM. */
  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#lifetime.abort();
    this.#queue?.clear();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('parts') && this.parts) this.#begin(this.parts);
  }

  protected override firstUpdated(): void {
    this.#measure();
    this.#reveal(this.current);
    const observer = new ResizeObserver(() => this.#measure());
    observer.observe(this.list);
    this.#lifetime.signal.addEventListener('abort', () => observer.disconnect(), { once: true });
  }

  override render(): unknown {
    const pageCount = this.parts?.document.numPages ?? 0;
    const pages = pagesInView(this.top, this.height, pageCount);
    // The button that has the focus stays, or the focus would be lost by scrolling.
    const kept = pages.includes(this.active) || this.active > pageCount ? pages : [...pages, this.active];
    return html`<div
      class="reader-thumbnails"
      role="group"
      aria-label=${msg('Pages, small')}
      @scroll=${this.#measure}
      @keydown=${this.#press}
      @click=${this.#choose}
    >
      <div class="reader-thumbnails-all" .style=${`block-size: ${topOfRow(Math.ceil(pageCount / columns))}px`}>
        ${repeat(
          kept,
          (page) => page,
          (page) => this.#renderPage(page),
        )}
      </div>
    </div>`;
  }

  #renderPage(page: number): TemplateResult {
    const row = Math.floor((page - 1) / columns);
    const aside = (((page - 1) % columns) * 100) / columns;
    return html`<reader-thumbnail
      .style=${`inset-block-start: ${topOfRow(row)}px; inset-inline-start: ${aside}%`}
      .pageNumber=${page}
      .queue=${this.#queue}
      .edition=${this.edition}
      .isCurrent=${page === this.current}
      .isActive=${page === this.active}
    ></reader-thumbnail>`;
  }

  #begin(parts: ViewerParts): void {
    const signal = AbortSignal.any([parts.signal, this.#lifetime.signal]);
    this.#queue = new ThumbnailQueue(parts, (page) => distanceInRows(page, this.top, this.height));
    this.current = parts.viewer.currentPageNumber;
    this.active = this.current;
    listen(parts.eventBus, 'pagechanging', ({ pageNumber }) => this.#follow(pageNumber), signal);
    listen(parts.eventBus, 'rotationchanging', () => (this.edition += 1), signal);
    listen(parts.eventBus, 'optionalcontentconfigchanged', () => (this.edition += 1), signal);
  }

  #follow(page: number): void {
    this.current = page;
    if (this.contains(document.activeElement)) return;
    this.active = page;
    this.#reveal(page);
  }

  #measure(): void {
    this.top = this.list.scrollTop;
    this.height = this.list.clientHeight;
  }

  #reveal(page: number): void {
    const start = topOfRow(Math.floor((page - 1) / columns));
    const { scrollTop, clientHeight } = this.list;
    if (start < scrollTop) this.list.scrollTop = start;
    else if (start + rowHeight > scrollTop + clientHeight) this.list.scrollTop = start + rowHeight - clientHeight;
    this.#measure();
  }

  #choose(event: Event): void {
    const button = (event.target as HTMLElement).closest<HTMLElement>('[data-page]');
    if (!button) return;
    this.active = Number(button.dataset['page']);
    void this.parts?.goToPage(this.active);
    this.dispatchEvent(new SidebarJumpEvent());
  }

  #press(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey || !this.parts) return;
    const next = nextThumbnail(event.key, this.active, this.parts.document.numPages);
    if (next === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    void this.#focusPage(next);
  }

  async #focusPage(page: number): Promise<void> {
    this.active = page;
    this.#reveal(page);
    await this.updateComplete;
    const button = this.querySelector<HTMLElement>(`[data-page="${page}"]`) ?? (await this.#drawnButton(page));
    button?.focus({ preventScroll: true });
  }

  /** A thumbnail that just came draws itself a moment later. */
  async #drawnButton(page: number): Promise<HTMLElement | null> {
    await Promise.all([...this.querySelectorAll('reader-thumbnail')].map((thumbnail) => thumbnail.updateComplete));
    return this.querySelector<HTMLElement>(`[data-page="${page}"]`);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'reader-thumbnails': ReaderThumbnails;
  }
}
