import type { DocumentHit, PageGroup, PageHit, SearchAnswer, SearchLimits } from './answer.ts';
import type { DocumentFields, DocumentIndex } from './document-fields.ts';
import type { PageHits, PageIndex } from './page-index.ts';
import { PageTexts, type Place } from './page-texts.ts';
import { type Query, parseQuery } from './query.ts';
import { markWords, snippetOf } from './snippet.ts';
import { squash } from './words.ts';

/** Pages of one document that are shown before somebody asks for more, and then. */
const FIRST_PAGES = 3;
const MOST_PAGES = 200;
/** Pages that are looked into at once for phrases, and how many that have them are enough. */
const BATCH = 100;
const ENOUGH = 60;

/** Answers what people look for, out of both indexes and the stored words. */
export class Searcher {
  readonly #documents: DocumentIndex;
  readonly #pages: PageIndex;
  readonly #texts = new PageTexts();

  constructor(documents: DocumentIndex, pages: PageIndex) {
    this.#documents = documents;
    this.#pages = pages;
  }

  /** @param isOver asked now and then: whether nobody waits for the answer any more; then it is `undefined`. */
  async search(text: string, limits: SearchLimits, isOver: () => boolean): Promise<SearchAnswer | undefined> {
    const query = parseQuery(text);
    const documents = this.#documents.find(query);
    const hits = this.#hits(query);
    const { confirmed, isCutShort } = await this.#confirm(hits, query, (found) => found >= ENOUGH || isOver());
    if (isOver()) return undefined;
    return {
      documents: documents.slice(0, limits.documents).map((document) => toDocumentHit(document, query)),
      groups: await this.#groups(confirmed.slice(0, limits.groups), query),
      documentCount: documents.length,
      groupCount: confirmed.length,
      pageCount: confirmed.reduce((sum, { pages }) => sum + pages.length, 0),
      isCutShort,
    };
  }

  /** All pages of one document that the words are on, in the order of the document. */
  async pagesOf(documentId: string, text: string): Promise<readonly PageHit[]> {
    const query = parseQuery(text);
    const hits = this.#hits(query).filter((each) => each.documentId === documentId);
    const { confirmed } = await this.#confirm(hits, query, (found) => found >= MOST_PAGES);
    const pages = confirmed.flatMap((each) => each.pages.slice(0, MOST_PAGES)).toSorted((a, b) => a - b);
    return this.#snippets(
      pages.map((page) => [documentId, page] as const),
      query,
    );
  }

  #hits({ terms }: Query): PageHits[] {
    return this.#pages.search(terms, {
      isThere: (id) => this.#documents.get(id) !== undefined,
      // A single word of the title says nothing of a page.
      inFields: terms.length > 1 ? terms.map((term) => this.#documents.idsWith(term)) : [],
    });
  }

  /** Where words must stand beside each other, only the page itself tells. */
  async #confirm(
    hits: readonly PageHits[],
    { phrases }: Query,
    isEnough: (found: number) => boolean,
  ): Promise<{ readonly confirmed: readonly PageHits[]; readonly isCutShort: boolean }> {
    if (phrases.length === 0) return { confirmed: hits, isCutShort: false };
    const candidates = hits.flatMap(({ documentId, pages }) => pages.map((page) => [documentId, page] as const));
    const have = new Set<string>();
    let looked = 0;
    while (looked < candidates.length && !isEnough(have.size)) {
      const next = candidates.slice(looked, looked + BATCH);
      const texts = await this.#texts.read(next);
      for (const [index, [id, page]] of next.entries()) {
        const words = squash(texts[index] ?? '');
        if (phrases.every((phrase) => words.includes(phrase))) have.add(`${id} ${page}`);
      }
      looked += next.length;
    }
    const confirmed = hits
      .map((hit) => ({ ...hit, pages: hit.pages.filter((page) => have.has(`${hit.documentId} ${page}`)) }))
      .filter(({ pages }) => pages.length > 0);
    return { confirmed, isCutShort: candidates.length > looked };
  }

  async #groups(hits: readonly PageHits[], query: Query): Promise<PageGroup[]> {
    const shown = hits.map(({ documentId, pages }) => ({ documentId, pages: pages.slice(0, FIRST_PAGES) }));
    const places = shown.flatMap(({ documentId, pages }) => pages.map((page) => [documentId, page] as const));
    const snippets = await this.#snippets(places, query);
    let next = 0;
    return hits.map(({ documentId, pages }, index) => {
      const count = shown[index]?.pages.length ?? 0;
      const first = snippets.slice(next, next + count);
      next += count;
      const title = this.#documents.get(documentId)?.title ?? '';
      return { documentId, title, pages: first, more: pages.length - first.length };
    });
  }

  async #snippets(places: readonly Place[], { marks }: Query): Promise<PageHit[]> {
    const texts = await this.#texts.read(places);
    return places.map(([, page], index) => ({ page, snippet: snippetOf(texts[index] ?? '', marks) }));
  }
}

function toDocumentHit({ id, title, author, fileName, source }: DocumentFields, { marks }: Query): DocumentHit {
  const origin = [fileName === title ? '' : fileName, source.replace(/\/.*$/u, '')].filter((part) => part !== '');
  return {
    id,
    title: markWords(title, marks),
    author: markWords(author, marks),
    origin: markWords(origin.join(' · '), marks),
  };
}
