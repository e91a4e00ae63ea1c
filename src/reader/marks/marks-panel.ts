import { msg, str } from '../../language/msg.ts';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { onChange } from '../../store/changes.ts';
import { listMarks } from '../../store/marks.ts';
import type { AnnotationRow, BookmarkRow } from '../../store/schema.ts';
import { ReaderCommandEvent, type ReaderCommand } from '../commands.ts';
import { iconButton } from '../icon-button.ts';
import type { ViewerParts } from '../viewer-parts.ts';
import { markIcons } from './mark-icons.ts';
import './marks-panel.css';

type Entry = AnnotationRow | BookmarkRow;

const kinds: Readonly<Record<AnnotationRow['type'], () => string>> = {
  highlight: () => msg('Highlight', { id: 'mark-highlight', desc: 'A passage that is highlighted' }),
  text: () => msg('Text'),
  note: () => msg('Note'),
  drawing: () => msg('Drawing'),
  image: () => msg('Image'),
  signature: () => msg('Signature'),
  removal: () => msg('Removed from the document'),
};

/**
 * Bookmarks and marks of the open document, in order of its pages.
 *
 * @fires {ReaderCommandEvent} readercommand - the person chose a mark, or removes it
 */
@customElement('reader-marks-panel')
export class ReaderMarksPanel extends LitElement {
  @property({ attribute: false }) parts: ViewerParts | undefined;
  @state() private entries: readonly Entry[] | undefined;
  #connection = new AbortController();

  /** Styles come from the reader's style sheet; the reader lives in the light DOM. */
  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#connection = new AbortController();
    onChange((change) => void (change === 'marks' && this.#read()), this.#connection.signal);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#connection.abort();
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('parts')) void this.#read();
  }

  override render(): unknown {
    if (!this.entries) return nothing;
    if (this.entries.length > 0) {
      return html`<ul class="reader-mark-list" aria-label=${msg('Marks')}>
        ${this.entries.map((entry) => this.#renderEntry(entry))}
      </ul>`;
    }
    return html`<p class="reader-panel-note">
      ${msg(
        'Nothing is marked yet. Select some words and press Highlight, open the marking tools with the pencil above, or bookmark the page in More tools.',
      )}
    </p>`;
  }

  #renderEntry(entry: Entry): TemplateResult {
    const kind = entry.kind === 'bookmark' ? msg('Bookmark') : kinds[entry.type]();
    const text = entry.kind === 'bookmark' ? '' : entry.text;
    const comment = entry.kind === 'bookmark' ? '' : entry.comment;
    const name = msg(str`${kind}, page ${entry.page}`);
    const top = entry.kind === 'bookmark' || entry.type === 'removal' ? undefined : entry.top;
    return html`<li class="reader-mark">
      <button
        class="reader-mark-place"
        type="button"
        @click=${() => this.#ask({ command: 'show-mark', page: entry.page, top })}
      >
        <span class="reader-mark-kind">${name}</span>
        ${text === '' ? nothing : html`<span class="reader-mark-text">${text}</span>`}
        ${comment === '' ? nothing : html`<span class="reader-mark-comment">${comment}</span>`}
      </button>
      ${isRemovable(entry) ? this.#renderRemove(entry, name, text) : nothing}
    </li>`;
  }

  #renderRemove({ id }: Entry, name: string, text: string): TemplateResult {
    const label = text === '' ? msg(str`Remove ${name}`) : msg(str`Remove ${name}: ${shorten(text)}`);
    return iconButton(label, markIcons.remove, false, () => this.#ask({ command: 'remove-mark', id }));
  }

  async #read(): Promise<void> {
    const { parts } = this;
    if (!parts) return;
    const rows = await listMarks(parts.documentId);
    if (parts !== this.parts) return;
    this.entries = rows.filter((row) => row.kind !== 'field').toSorted(byPlace);
  }

  #ask(command: ReaderCommand): void {
    this.dispatchEvent(new ReaderCommandEvent(command));
  }
}

/** What was taken from the file comes back only by Undo, while the document is open. */
function isRemovable(entry: Entry): boolean {
  return entry.kind === 'bookmark' || entry.type !== 'removal';
}

/** By page, then from top to bottom; a page's bookmark stands before its marks. */
function byPlace(a: Entry, b: Entry): number {
  return a.page - b.page || topOf(b) - topOf(a);
}

function topOf(entry: Entry): number {
  return entry.kind === 'bookmark' ? Number.POSITIVE_INFINITY : entry.top;
}

function shorten(text: string): string {
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}

declare global {
  interface HTMLElementTagNameMap {
    'reader-marks-panel': ReaderMarksPanel;
  }
}
