import { LitElement, type PropertyValues, type TemplateResult, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { counted, formatNumber } from '../language/formats.ts';
import { msg, str } from '../language/msg.ts';
import type { PageGroup, PageHit } from '../library/search/answer.ts';
import { markedText } from './marked-text.ts';
import { pathTo } from './route.ts';
import { searchMemory } from './search-memory.ts';
import { searchStyles } from './search-styles.ts';
import { sharedStyles } from './shared-styles.ts';

/** The pages of one document that the words were found on. */
@customElement('search-group')
export class SearchGroup extends LitElement {
  static override readonly styles = [sharedStyles, searchStyles];

  @property({ attribute: false }) group: PageGroup | undefined;
  /** As typed. */
  @property({ attribute: false }) text = '';
  /** What the reader is to find, each for itself. */
  @property({ attribute: false }) words: readonly string[] = [];
  /** All of them, once the person has asked. */
  @state() private all: readonly PageHit[] | undefined;
  @state() private hasFailed = false;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('text') && !changed.has('group')) return;
    this.hasFailed = false;
    if (changed.has('text')) this.all = undefined;
  }

  override render(): TemplateResult | typeof nothing {
    const { group } = this;
    if (!group) return nothing;
    return html`
      <h2 id="title" dir="auto">${group.title}</h2>
      <ol role="list" aria-labelledby="title">
        ${(this.all ?? group.pages).map((hit) => html`<li>${this.#renderPage(group.documentId, hit)}</li>`)}
      </ol>
      ${this.all || group.more === 0 ? nothing : this.#renderMore(group)}
      ${this.hasFailed ? this.#renderFailure() : nothing}
    `;
  }

  #renderPage(documentId: string, { page, snippet }: PageHit): TemplateResult {
    return html`
      <a class="page" href=${addressOf(documentId, page, this.words)}>
        <span class="number small">${msg(str`Page ${formatNumber(page)}`)}</span>
        <span class="snippet" dir="auto">${markedText(snippet)}</span>
      </a>
    `;
  }

  #renderMore({ documentId, more, title }: PageGroup): TemplateResult {
    return html`
      <button class="quiet more" @click=${() => void this.#showAll(documentId)}>
        ${moreWords(more)}<span class="visually-hidden">, ${title}</span>
      </button>
    `;
  }

  #renderFailure(): TemplateResult {
    return html`
      <p class="problem small" role="alert">${msg('The other pages could not be looked up. Try it again.')}</p>
    `;
  }

  async #showAll(documentId: string): Promise<void> {
    const { text } = this;
    const shown = this.group?.pages.length ?? 0;
    try {
      const all = await searchMemory.client.pagesOf(documentId, text);
      if (text === this.text) this.all = [...(this.group?.pages ?? []), ...this.#notShown(all)];
    } catch (error) {
      this.hasFailed = true;
      reportError(error);
    }
    await this.updateComplete;
    // The button is gone: the focus goes on to the first page that came.
    this.renderRoot.querySelectorAll<HTMLElement>('a.page')[shown]?.focus({ preventScroll: true });
  }

  /** What was there stays where it is. */
  #notShown(all: readonly PageHit[]): PageHit[] {
    const shown = new Set(this.group?.pages.map(({ page }) => page));
    return all.filter(({ page }) => !shown.has(page));
  }
}

function moreWords(pages: number): string {
  return counted(pages, {
    one: () => msg('1 more page in this document'),
    other: () => msg(str`${formatNumber(pages)} more pages in this document`),
  });
}

function addressOf(documentId: string, page: number, words: readonly string[]): string {
  const asked = new URLSearchParams(words.map((word) => ['q', word]));
  return `${pathTo({ screen: 'reader', documentId })}?${asked.toString()}#page=${page}`;
}

declare global {
  interface HTMLElementTagNameMap {
    'search-group': SearchGroup;
  }
}
