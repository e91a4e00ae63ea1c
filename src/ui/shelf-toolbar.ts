import { LitElement, type TemplateResult, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { counted, formatNumber } from '../language/formats.ts';
import { msg, str } from '../language/msg.ts';
import type { LibraryLook, LibrarySort, ReadingState } from '../store/library-look.ts';
import type { CollectionRow } from '../store/schema.ts';
import { documentsWords } from './document-words.ts';
import { ShelfCommandEvent } from './shelf-command.ts';
import { shelfIcons } from './shelf-icons.ts';
import { sharedStyles } from './shared-styles.ts';

const SORTS: Readonly<Record<LibrarySort, () => string>> = {
  read: () => msg('Last read'),
  added: () => msg('Added'),
  title: () => msg('Title'),
  author: () => msg('Author'),
  size: () => msg('Size'),
};

const READING: readonly { readonly value: ReadingState | undefined; readonly text: () => string }[] = [
  { value: undefined, text: () => msg('All', { id: 'read-or-not', desc: 'Documents, read or not' }) },
  { value: 'unread', text: () => msg('Unread') },
  {
    value: 'reading',
    text: () => msg('Reading', { id: 'being-read', desc: 'Documents that somebody has begun to read' }),
  },
  { value: 'finished', text: () => msg('Finished') },
];

/** The person wants to look at the library in another way. */
export class LookEvent extends Event {
  static readonly type = 'look';
  readonly change: Partial<LibraryLook>;

  constructor(change: Partial<LibraryLook>) {
    super(LookEvent.type);
    this.change = change;
  }
}

/**
 * How the library is shown: as what, in which order, and how much of it.
 *
 * @fires {LookEvent} look - another view, order or filter
 * @fires {ShelfCommandEvent} shelfcommand - to select, or to see the collections
 */
@customElement('shelf-toolbar')
export class ShelfToolbar extends LitElement {
  static override readonly styles = [
    sharedStyles,
    css`
      :host,
      .row {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--space-2);
      }

      :host {
        row-gap: var(--space-3);
      }

      .row {
        flex: 1 1 100%;
      }

      .count {
        flex: 1 0 auto;
      }

      .segments {
        display: flex;
      }

      .segments button {
        border-radius: 0;
        margin-inline-start: -1px;
      }

      .segments button:first-child {
        border-start-start-radius: var(--radius);
        border-end-start-radius: var(--radius);
      }

      .segments button:last-child {
        border-start-end-radius: var(--radius);
        border-end-end-radius: var(--radius);
      }

      button,
      select {
        min-block-size: 2.25rem;
        border-color: var(--line);
      }

      @media (pointer: coarse) {
        button,
        select {
          min-block-size: 2.5rem;
          min-inline-size: 2.5rem;
        }
      }

      button {
        padding: 0 var(--space-2);
        font-size: 0.875rem;
      }

      button[aria-pressed='true'] {
        z-index: 1;
        border-color: var(--accent);
        background: var(--accent-wash);
        color: var(--ink);
      }

      select {
        max-inline-size: 11rem;
        padding: 0 var(--space-1) 0 var(--space-2);
        border: 1px solid var(--line);
        border-radius: var(--radius);
        background: var(--surface);
        color: var(--ink);
        font: 500 0.875rem var(--face);
      }

      label {
        display: flex;
        align-items: center;
        gap: var(--space-2);
      }

      .star svg {
        inline-size: 1rem;
        block-size: 1rem;
      }

      @media (min-width: 56.01rem) {
        .short {
          display: none;
        }
      }

      @media (max-width: 56rem) {
        .whole {
          display: none;
        }
      }

      @media (max-width: 34rem) {
        .count {
          flex-basis: 100%;
        }

        /* Room for what stands beside it; it is still its name. */
        :is(.sort, .star.brief) .word {
          position: absolute;
          clip-path: inset(50%);
          inline-size: 1px;
          overflow: hidden;
          white-space: nowrap;
        }

        .segments.reading {
          flex: 1 1 100%;
        }

        .segments.reading button {
          flex: 1 1 auto;
        }

        .sort {
          flex: 1;
        }

        .sort select,
        .collection {
          flex: 1 1 0;
        }

        .sort select {
          min-inline-size: 0;
        }

        .collection {
          min-inline-size: 8.5rem;
        }
      }
    `,
  ];

  @property({ attribute: false }) look: LibraryLook | undefined;
  @property({ attribute: false }) collections: readonly CollectionRow[] = [];
  /** How many documents are shown; `undefined` before that is known. */
  @property({ attribute: false }) shown: number | undefined;
  @property({ attribute: false }) total = 0;

  override render(): TemplateResult | typeof nothing {
    const { look } = this;
    if (!look) return nothing;
    return html`
      <div class="row">
        <p class="count soft" role="status">${this.#countWords()}</p>
        <label class="sort soft">
          <span class="word">${msg('Sort by')}</span>
          <select @change=${(event: Event) => this.#change({ sort: valueOf(event) as LibrarySort })}>
            ${Object.entries(SORTS).map(
              ([value, text]) => html`<option value=${value} ?selected=${value === look.sort}>${text()}</option>`,
            )}
          </select>
        </label>
        <div class="segments" role="group" aria-label=${msg('View', { id: 'shelf-view', desc: 'Grid or list' })}>
          ${this.#renderView('grid', msg('Grid'))} ${this.#renderView('list', msg('List'))}
        </div>
        <button
          ?disabled=${this.shown === 0}
          @click=${() => this.dispatchEvent(new ShelfCommandEvent({ command: 'start-selecting' }))}
        >
          ${msg('Select')}
        </button>
      </div>
      <div
        class="segments reading"
        role="group"
        aria-label=${msg('Show', { id: 'shelf-filter', desc: 'Which documents are shown' })}
      >
        ${READING.map(
          ({ value, text }) =>
            html`<button aria-pressed=${value === look.reading} @click=${() => this.#change({ reading: value })}>
              ${text()}
            </button>`,
        )}
      </div>
      <button
        class="star ${this.collections.length > 0 ? 'brief' : ''}"
        aria-pressed=${look.onlyFavourites === true}
        @click=${() => this.#change({ onlyFavourites: look.onlyFavourites ? undefined : true })}
      >
        ${shelfIcons.star} <span class="word">${msg('Favourites')}</span>
      </button>
      ${this.collections.length === 0 ? nothing : this.#renderCollections(look)} ${this.#renderEdit()}
    `;
  }

  #renderEdit(): TemplateResult {
    const hasNone = this.collections.length === 0;
    return html`<button
      aria-label=${hasNone ? nothing : msg('Edit collections…')}
      @click=${() => this.dispatchEvent(new ShelfCommandEvent({ command: 'collect', ids: [] }))}
    >
      ${
        hasNone
          ? msg('Collections…')
          : html`<span class="whole">${msg('Edit collections…')}</span><span class="short">${msg('Edit…')}</span>`
      }
    </button>`;
  }

  #renderView(layout: LibraryLook['layout'], name: string): TemplateResult {
    return html`<button
      aria-label=${name}
      title=${name}
      aria-pressed=${this.look?.layout === layout}
      @click=${() => this.#change({ layout })}
    >
      ${shelfIcons[layout]}
    </button>`;
  }

  #renderCollections({ collection }: LibraryLook): TemplateResult {
    return html`
      <select
        class="collection"
        aria-label=${msg('Collection shown')}
        @change=${(event: Event) => this.#change({ collection: valueOf(event) || undefined })}
      >
        <option value="" ?selected=${collection === undefined}>${msg('All collections')}</option>
        ${this.collections.map(
          ({ id, name }) => html`<option value=${id} ?selected=${id === collection}>${name}</option>`,
        )}
      </select>
    `;
  }

  #countWords(): string {
    const { shown, total } = this;
    if (shown === undefined || shown === total) return documentsWords(total);
    return counted(total, {
      one: () => msg(str`${formatNumber(shown)} of 1 document`),
      other: () => msg(str`${formatNumber(shown)} of ${formatNumber(total)} documents`),
    });
  }

  #change(change: Partial<LibraryLook>): void {
    this.dispatchEvent(new LookEvent(change));
  }
}

function valueOf({ target }: Event): string {
  return (target as HTMLSelectElement).value;
}

declare global {
  interface HTMLElementTagNameMap {
    'shelf-toolbar': ShelfToolbar;
  }
  interface HTMLElementEventMap {
    [LookEvent.type]: LookEvent;
  }
}
