import { LitElement, type TemplateResult, css, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { msg, str } from '../language/msg.ts';
import { formatBytes } from '../library/format-bytes.ts';
import { changeDocument } from '../store/documents.ts';
import type { DocumentRow } from '../store/schema.ts';
import { dayWords } from './document-words.ts';
import { passFocusOn } from './pass-focus-on.ts';
import { RemoveDocumentEvent } from './remove-document-event.ts';
import { pathTo } from './route.ts';
import { sharedStyles } from './shared-styles.ts';

/** Rows that are shown at first, and how many more come with each press. */
const ROWS = 10;

/**
 * Documents by what they take, each with a way to keep it always and, where `canRemove`, to let it go.
 *
 * @fires {RemoveDocumentEvent} removedocument - the person wants it out of the library
 */
@customElement('document-sizes')
export class DocumentSizes extends LitElement {
  static override readonly styles = [
    sharedStyles,
    css`
      :host {
        inline-size: 100%;
      }

      li {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        gap: var(--space-1) var(--space-3);
        padding-block: var(--space-2);
      }

      li + li {
        border-block-start: 1px solid var(--line);
      }

      .text {
        flex: 1 1 14rem;
        min-inline-size: 0;
        overflow-wrap: anywhere;
      }

      .text a {
        color: var(--ink);
        font-weight: 500;
      }

      @media (pointer: coarse) {
        .text a {
          padding-block: 0.625rem;
        }
      }

      .choices {
        display: flex;
        align-items: center;
        gap: var(--space-3);
      }

      label {
        display: inline-flex;
        align-items: center;
        gap: var(--space-2);
        min-block-size: 2.5rem;
        font-size: var(--text-m);
      }

      input {
        inline-size: 1.25rem;
        block-size: 1.25rem;
        margin: 0;
        accent-color: var(--accent);
      }

      .more {
        margin-block-start: var(--space-2);
      }
    `,
  ];

  @property({ attribute: false }) documents: readonly DocumentRow[] = [];
  /** What the list is called. */
  @property({ attribute: false }) label = '';
  @property({ attribute: false }) canRemove = false;
  @state() private shown = ROWS;
  @query('li:last-child a') private readonly last!: HTMLElement | null;

  constructor() {
    super();
    passFocusOn(this, (gone) => (gone.matches('.more') ? this.last : undefined)); // A row’s own is the list’s owner’s.
  }

  override render(): TemplateResult {
    const rows = this.documents.slice(0, this.shown);
    return html`
      <ul role="list" aria-label=${this.label}>
        ${repeat(
          rows,
          ({ id }) => id,
          (row) => html`<li>${this.#renderRow(row)}</li>`,
        )}
      </ul>
      ${rows.length < this.documents.length ? html`<button class="more" @click=${this.#showMore}>${msg('Show more')}</button>` : nothing}
    `;
  }

  #renderRow(row: DocumentRow): TemplateResult {
    const { id, title, isPinned = false } = row;
    const pin = ({ target }: Event): void => void keepAlways(id, (target as HTMLInputElement).checked);
    return html`
      <div class="text">
        <p><a dir="auto" href=${pathTo({ screen: 'reader', documentId: id })}>${title}</a></p>
        <p class="soft small">${factsOf(row)}</p>
      </div>
      <div class="choices">
        <label>
          <input type="checkbox" aria-label=${msg(str`Keep always: ${title}`)} .checked=${isPinned} @change=${pin} />
          ${msg('Keep always')}
        </label>
        ${
          this.canRemove
            ? html`<button class="quiet" aria-label=${msg(str`Remove ${title}`)} @click=${() => this.#remove(row)}>
                ${msg('Remove')}
              </button>`
            : nothing
        }
      </div>
    `;
  }

  #showMore(): void {
    this.shown += ROWS;
  }

  #remove(row: DocumentRow): void {
    this.dispatchEvent(new RemoveDocumentEvent(row));
  }
}

async function keepAlways(id: string, isPinned: boolean): Promise<void> {
  await changeDocument(id, (row) => {
    const { isPinned: _, ...free } = row;
    return isPinned ? { ...free, isPinned } : free;
  });
}

function factsOf({ size, openedAt, finishedAt, isMissing }: DocumentRow): string {
  const parts = [isMissing ? msg(str`${formatBytes(size)}, cleared by the browser`) : formatBytes(size)];
  parts.push(openedAt === undefined ? msg('never opened') : msg(str`read ${dayWords(openedAt, Date.now())}`));
  if (finishedAt !== undefined) parts.push(msg('finished'));
  return parts.join(' · ');
}

declare global {
  interface HTMLElementTagNameMap {
    'document-sizes': DocumentSizes;
  }
}
