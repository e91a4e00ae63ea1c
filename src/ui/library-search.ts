import { LitElement, type TemplateResult, css, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { msg } from '../language/msg.ts';
import type { DocumentHit, SearchAnswer } from '../library/search/answer.ts';
import { parseQuery } from '../library/search/query.ts';
import { countReading } from '../store/catalog.ts';
import { readSettings } from '../store/settings.ts';
import { clearIcon, searchIcon } from './search-icons.ts';
import { markedText } from './marked-text.ts';
import { QueryController } from './query-controller.ts';
import { pathTo } from './route.ts';
import './search-group.ts';
import { FIRST_LIMITS, searchMemory } from './search-memory.ts';
import { isShortcut } from './shortcut.ts';
import { searchStyles } from './search-styles.ts';
import { foundWords, progressOfReading, unreadWords } from './search-words.ts';
import { sharedStyles } from './shared-styles.ts';
import { searchBoxStyles } from './search-box-styles.ts';

/** How many more of each are shown at a time. */
const MORE = 20;

/**
 * Finds documents by title, author, source and words while one types. What stands in its place meanwhile is hidden.
 *
 * @slot - what is shown while nobody searches
 */
@customElement('library-search')
export class LibrarySearch extends LitElement {
  static override readonly styles = [
    sharedStyles,
    searchStyles,
    searchBoxStyles,
    css`
      :host {
        display: grid;
        gap: var(--space-5);
        min-inline-size: 0;
      }

      @media (max-width: 39.99rem) {
        :host {
          gap: var(--space-3);
        }
      }

      slot {
        display: contents;
      }

      slot[hidden] {
        display: none;
      }
    `,
  ];

  /** Whether there is anything to find. */
  @property({ attribute: false }) isOffered = false;
  @state() private text = searchMemory.text;
  /** With the text that it answers. */
  @state() private found: { readonly text: string; readonly answer: SearchAnswer } | undefined;
  @state() private hasFailed = false;
  @query('input') private readonly field!: HTMLInputElement | null;
  readonly #reading = new QueryController(this, 'documents', countReading);
  readonly #settings = new QueryController(this, 'settings', readSettings);
  #connection = new AbortController();

  override connectedCallback(): void {
    super.connectedCallback();
    this.#connection = new AbortController();
    const { signal } = this.#connection;
    window.addEventListener('keydown', (event) => this.#focusBy(event), { signal });
    searchMemory.client.addEventListener('change', () => void (this.text === '' || this.#search()), { signal });
    if (this.text !== '') void this.#search().then(() => this.#scrollBack());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#connection.abort();
  }

  override render(): TemplateResult {
    const isSearching = this.isOffered && this.text.trim() !== '';
    return html`
      ${this.isOffered ? this.#renderBox() : nothing} ${isSearching ? this.#renderResults() : nothing}
      <slot ?hidden=${isSearching}></slot>
    `;
  }

  #renderBox(): TemplateResult {
    const reading = this.#reading.value && progressOfReading(this.#reading.value);
    return html`
      <search class="box">
        <span class="icon" aria-hidden="true">${searchIcon}</span>
        <input
          type="search"
          aria-label=${msg('Search library')}
          placeholder=${msg('Search titles and words')}
          autocomplete="off"
          autocapitalize="off"
          spellcheck="false"
          enterkeyhint="search"
          aria-keyshortcuts="/"
          .value=${this.text}
          @focus=${() => searchMemory.client.warmUp()}
          @input=${(event: Event) => this.#type((event.currentTarget as HTMLInputElement).value)}
          @keydown=${this.#press}
        />
        ${
          this.text === ''
            ? html`<kbd aria-hidden="true">/</kbd>`
            : html`<button class="quiet" aria-label=${msg('Clear search')} @click=${this.#clear}>${clearIcon}</button>`
        }
      </search>
      ${reading === undefined ? nothing : html`<p class="reading soft small">${reading}</p>`}
    `;
  }

  #renderResults(): TemplateResult {
    const answer = this.found?.answer;
    return html`
      <section class="results" aria-label=${msg('Found')}>
        <p class="status soft" role="status">${this.#status(answer)}</p>
        ${this.hasFailed ? this.#renderFailure() : nothing}
        ${answer && !this.hasFailed ? this.#renderAnswer(answer) : nothing}
      </section>
    `;
  }

  #status(answer: SearchAnswer | undefined): string {
    if (this.hasFailed) return '';
    return answer ? foundWords(answer) : msg('Searching…');
  }

  #renderAnswer(answer: SearchAnswer): TemplateResult {
    const { documents, groups, documentCount, groupCount } = answer;
    if (documentCount === 0 && groupCount === 0) return this.#renderNothing();
    const isMore = documents.length < documentCount || groups.length < groupCount;
    const words = parseQuery(this.found?.text ?? '').typed;
    return html`
      <ul role="list" class="found" aria-label=${msg('Search results')} @click=${this.#leave}>
        ${repeat(
          documents,
          ({ id }) => id,
          (hit) => html`<li>${this.#renderDocument(hit)}</li>`,
        )}
        ${repeat(
          groups,
          ({ documentId }) => `pages of ${documentId}`,
          (group) =>
            html`<li>
              <search-group .group=${group} .text=${this.found?.text ?? ''} .words=${words}></search-group>
            </li>`,
        )}
      </ul>
      ${isMore ? html`<button class="show-more" @click=${this.#showMore}>${msg('Show more')}</button>` : nothing}
    `;
  }

  #renderDocument({ id, title, author, origin }: DocumentHit): TemplateResult {
    const facts = [author, origin].filter((pieces) => pieces.length > 0);
    return html`
      <a class="document" dir="auto" href=${pathTo({ screen: 'reader', documentId: id })}>${markedText(title)}</a>
      ${facts.length === 0 ? nothing : html`<p class="soft small">${facts.map((pieces, at) => [at > 0 ? ' · ' : '', markedText(pieces)])}</p>`}
    `;
  }

  #renderNothing(): TemplateResult {
    const unread = this.#reading.value && unreadWords(this.#reading.value);
    return html`
      <div class="nothing">
        <p>
          ${msg(
            'Every word has to be on one page, in the title, or in the name of the author or the site. Try fewer words, or only the beginning of one; “quotation marks” ask for words that stand beside each other.',
          )}
        </p>
        ${unread === undefined ? nothing : html`<p>${unread} ${msg('What they say can’t be found yet; it will show up here by itself.')}</p>`}
        <p><button @click=${this.#clear}>${msg('Back to all documents')}</button></p>
      </div>
    `;
  }

  #renderFailure(): TemplateResult {
    return html`
      <p class="problem" role="alert">
        ${msg('The search could not be started.')}
        <button @click=${() => void this.#search()}>${msg('Try again')}</button>
      </p>
    `;
  }

  #type(text: string): void {
    this.text = text;
    searchMemory.text = text;
    searchMemory.limits = FIRST_LIMITS;
    if (text.trim() === '') this.found = undefined;
    else void this.#search();
  }

  async #search(): Promise<void> {
    const { text } = this;
    try {
      const answer = await searchMemory.client.search(text, searchMemory.limits);
      this.hasFailed = false;
      if (answer && this.text === text) this.found = { text, answer };
    } catch (error) {
      this.hasFailed = true;
      reportError(error);
    }
  }

  #showMore(): void {
    const { documents, groups } = searchMemory.limits;
    searchMemory.limits = { documents: documents + MORE, groups: groups + MORE };
    void this.#search();
  }

  #press(event: KeyboardEvent): void {
    // Escape also ends the composing of a Japanese or Chinese word; that one is not ours.
    if (event.key !== 'Escape' || event.isComposing || this.text === '') return;
    event.preventDefault();
    this.#clear();
  }

  #clear(): void {
    this.#type('');
    this.field?.focus();
  }

  #focusBy(event: KeyboardEvent): void {
    if (!isShortcut(event, '/', this.#settings.value) || !this.field) return;
    event.preventDefault();
    this.field.focus();
    this.field.select();
  }

  #leave(event: Event): void {
    const isLink = event.composedPath().some((each) => each instanceof HTMLAnchorElement);
    if (isLink) searchMemory.scrolledTo = window.scrollY;
  }

  /** To where a result was followed from. */
  async #scrollBack(): Promise<void> {
    const { scrolledTo } = searchMemory;
    searchMemory.scrolledTo = undefined;
    await this.updateComplete;
    await Promise.all([...this.renderRoot.querySelectorAll('search-group')].map((group) => group.updateComplete));
    if (scrolledTo !== undefined) window.scrollTo({ top: scrolledTo, behavior: 'instant' });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'library-search': LibrarySearch;
  }
}
