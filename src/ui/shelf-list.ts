import { LitElement, type PropertyValues, type TemplateResult, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { ref } from 'lit/directives/ref.js';
import { repeat } from 'lit/directives/repeat.js';
import { msg } from '../language/msg.ts';
import type { Shelf } from '../library/shelf.ts';
import type { DocumentRow } from '../store/schema.ts';
import { RowMotion, isSmallChange } from './row-motion.ts';
import { withSlots } from './row-slots.ts';
import type { Selection } from './selection.ts';
import { renderEntry } from './shelf-entry.ts';
import { shelfLayoutStyles } from './shelf-layout-styles.ts';
import { shelfListStyles } from './shelf-list-styles.ts';
import { sharedStyles } from './shared-styles.ts';
import { WindowRows } from './window-rows.ts';

/** Px that a card of the grid is wide at least, where two of them have room. */
const CARD = 160;

/** Px, as in the style sheet. */
const GAP = 24;
const NARROW_GAP = 16;
const CARD_TEXT = 192;
const LINE = 81;
const NARROW_LINE = 125;
const NARROW = 640;

/** In the place of a document that is not read yet. */
const BLANK = html`<div class="blank" aria-hidden="true"></div>`;

/** The part of an entry that has the focus. */
interface Focus {
  readonly id: string;
  readonly part: string;
}

/** The documents of the library, of which only those in the window are drawn. */
@customElement('shelf-list')
export class ShelfList extends LitElement {
  static override readonly styles = [sharedStyles, shelfListStyles, shelfLayoutStyles];

  @property({ attribute: false }) shelf: Shelf | undefined;
  @property({ attribute: false }) rows: readonly DocumentRow[] = [];
  /** How many there will be, once all are read. */
  @property({ attribute: false }) total = 0;
  @property({ reflect: true }) layout: 'grid' | 'list' = 'grid';
  /** Absent: nothing can be selected now. */
  @property({ attribute: false }) selection: Selection | undefined;
  /** Px. */
  @state() private inlineSize = 0;
  @query('ul') private readonly list!: HTMLUListElement;
  readonly #window = new WindowRows(this);
  readonly #sizes = new ResizeObserver(() => this.#measure());
  readonly #motion = new RowMotion();
  #margin = 0;
  #slots: ReadonlyMap<number, number> = new Map();
  /** Px that a row without a question measures, by layout and width; see `#learn()`. */
  readonly #heights = new Map<string, number>();
  /** Rows whose documents stand there. */
  #drawn: ReadonlySet<number> = new Set();
  #focus: Focus | undefined;
  #isDrawing = false;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#sizes.observe(this);
    this.#sizes.observe(document.body); // What stands above moves this list.
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#sizes.disconnect();
  }

  protected override willUpdate(changed: PropertyValues): void {
    this.#isDrawing = true;
    const before = changed.get('rows') as readonly DocumentRow[] | undefined;
    if (before && isSmallChange(before, this.rows)) this.#motion.note(this.list);
    if (this.inlineSize === 0) this.inlineSize = this.clientWidth;
    if (changed.has('layout') || changed.has('inlineSize')) this.#window.measureAgain();
    const focused = this.#focus ? this.rows.findIndex(({ id }) => id === this.#focus?.id) : -1;
    this.#window.set({
      count: Math.ceil(this.total / this.#columns),
      estimate: this.#estimate,
      margin: this.#margin,
      kept: focused === -1 ? undefined : Math.floor(focused / this.#columns),
    });
    this.#slots = withSlots(
      this.#slots,
      this.#window.items.map(({ index }) => index),
    );
  }

  override render(): TemplateResult {
    const now = Date.now();
    return html`
      <ul
        role="list"
        aria-label=${msg('Library')}
        .style=${`block-size: ${this.#window.height}px`}
        @focusin=${this.#noteFocus}
        @focusout=${this.#loseFocus}
        @keydown=${this.#press}
      >
        ${repeat(
          this.#window.items,
          ({ index }) => this.#slots.get(index),
          ({ index, start, size }) =>
            html`<div
              class="row"
              role="none"
              data-index=${index}
              .style=${this.#styleOf(index, start, this.#isSkipped(index) ? size : undefined)}
              ${ref(this.#window.observe)}
            >
              ${this.#isSkipped(index) ? nothing : this.#renderRow(index * this.#columns, now)}
            </div>`,
        )}
      </ul>
    `;
  }

  protected override updated(): void {
    this.#isDrawing = false;
    const shown = this.#window.items.map(({ index }) => index);
    this.#drawn = new Set(shown.filter((index) => !this.#isSkipped(index)));
    this.#learn();
    this.#motion.play(this.list);
    this.#restoreFocus();
  }

  /** Puts the focus on a document's link or box; one that is far is scrolled to. */
  async focusOn(documentId: string, part: 'title' | 'pick'): Promise<void> {
    const index = this.rows.findIndex(({ id }) => id === documentId);
    if (index === -1) return;
    this.#focus = { id: documentId, part };
    this.requestUpdate();
    await this.updateComplete;
    this.#window.show(Math.floor(index / this.#columns));
    this.#part(this.#focus)?.focus({ preventScroll: true });
  }

  /** Nobody sees it as it flies by; what stood there before stays. */
  #isSkipped(index: number): boolean {
    return this.#window.isFlying && !this.#drawn.has(index);
  }

  /** A row whose documents are not drawn, or not read yet, takes the room that they will need. */
  #styleOf(index: number, start: number, size: number | undefined): string {
    const isRead = index * this.#columns < this.rows.length;
    const room = isRead && size === undefined ? 'auto' : `${size ?? this.#estimate}px`;
    return `transform: translateY(${start - this.#margin}px); --columns: ${this.#columns}; block-size: ${room}`;
  }

  #renderRow(first: number, now: number): unknown {
    const rows = this.rows.slice(first, first + this.#columns);
    if (rows.length === 0) return Array.from({ length: this.#columns }, () => BLANK);
    return rows.map(
      (row, offset) => html`
        <li
          class="entry ${row.isMissing === true ? 'is-missing' : ''}"
          data-id=${row.id}
          aria-setsize=${this.total}
          aria-posinset=${first + offset + 1}
        >
          ${renderEntry(row, {
            now,
            isSelected: this.selection?.ids.has(row.id),
            twin: row.duplicateOf === undefined ? undefined : this.shelf?.row(row.duplicateOf),
          })}
        </li>
      `,
    );
  }

  get #columns(): number {
    if (this.layout === 'list') return 1;
    const gap = this.#gap;
    return Math.max(2, Math.floor((this.inlineSize + gap) / (CARD + gap)));
  }

  get #gap(): number {
    return this.#isNarrow ? NARROW_GAP : GAP;
  }

  get #isNarrow(): boolean {
    return this.inlineSize < NARROW;
  }

  /** What a row without a question measures, so that little moves when it is measured. */
  get #estimate(): number {
    const known = this.#heights.get(this.#look);
    if (known !== undefined) return known;
    if (this.layout === 'list') return this.#isNarrow ? NARROW_LINE : LINE;
    const column = (this.inlineSize - (this.#columns - 1) * this.#gap) / this.#columns;
    return (column * 4) / 3 + CARD_TEXT;
  }

  get #look(): string {
    return `${this.layout} ${this.inlineSize}`;
  }

  /** Fonts differ: the first plain row tells how high all are. The others are measured one by one. */
  #learn(): void {
    if (!this.checkVisibility()) return;
    for (const row of this.list.querySelectorAll<HTMLElement>('.row')) {
      if (row.querySelector('.missing, duplicate-question')) this.#window.measure(row);
      else if (!this.#heights.has(this.#look) && row.querySelector('.entry')) {
        this.#heights.set(this.#look, row.offsetHeight);
        this.#window.measureAgain();
      }
    }
  }

  #measure(): void {
    if (!this.checkVisibility()) return;
    const margin = Math.round(this.getBoundingClientRect().top + window.scrollY);
    if (margin !== this.#margin) {
      this.#margin = margin;
      this.requestUpdate();
    }
    this.inlineSize = this.clientWidth;
  }

  #noteFocus({ target }: FocusEvent): void {
    this.#focus = target instanceof HTMLElement ? focusOf(target) : undefined;
  }

  /** A part that is drawn away takes the focus with it; then it is to be found again. */
  #loseFocus(): void {
    if (!this.#isDrawing) this.#focus = undefined;
  }

  /** What had it may be gone, or draw another document now. */
  #restoreFocus(): void {
    if (!this.#focus) return;
    const active = this.shadowRoot?.activeElement;
    const isElsewhere = !active && document.activeElement !== document.body;
    const isThere = active instanceof HTMLElement && focusOf(active)?.id === this.#focus.id;
    if (!isElsewhere && !isThere) this.#part(this.#focus)?.focus({ preventScroll: true });
  }

  #part({ id, part }: Focus): HTMLElement | null {
    return this.list.querySelector(`[data-id="${CSS.escape(id)}"] .${part}`);
  }

  /** From a document's link or box, arrows go to its neighbours. */
  #press(event: KeyboardEvent): void {
    const focus = event.target instanceof HTMLElement ? focusOf(event.target) : undefined;
    if (
      !(focus?.part === 'title' || focus?.part === 'pick') ||
      event.ctrlKey ||
      event.metaKey ||
      event.altKey ||
      event.shiftKey
    )
      return;
    const index = this.rows.findIndex(({ id }) => id === focus.id);
    const next = this.rows[nextIndex(event.key, index, this.#columns, this.rows.length)];
    if (!next || next.id === focus.id) return;
    event.preventDefault();
    void this.focusOn(next.id, focus.part);
  }
}

function focusOf(target: HTMLElement): Focus | undefined {
  const id = target.closest<HTMLElement>('[data-id]')?.dataset['id'];
  const part = ['title', 'more', 'pick'].find((name) => target.classList.contains(name));
  return id === undefined || part === undefined ? undefined : { id, part };
}

/** -1 for a key that moves nowhere. */
function nextIndex(key: string, index: number, columns: number, count: number): number {
  switch (key) {
    case 'ArrowDown':
      return index + columns;
    case 'ArrowUp':
      return index - columns;
    case 'ArrowRight':
      return index + 1;
    case 'ArrowLeft':
      return index - 1;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return -1;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'shelf-list': ShelfList;
  }
}
