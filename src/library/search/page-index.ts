import type { IndexPartRow } from '../../store/schema.ts';
import { type Frequency, countingParts, eachPlace, wordsIn } from './index-part.ts';
import type { Term } from './query.ts';

/** A document in whose pages the words were found. */
export interface PageHits {
  readonly documentId: string;
  /** Of its best page, a little more for many. */
  readonly score: number;
  /** From 1, the best first. */
  readonly pages: readonly number[];
}

/** Which documents count, and in which of them a word stands in title, author or source: it need not be on the page. */
export interface SearchScope {
  readonly isThere: (documentId: string) => boolean;
  /** For each term. */
  readonly inFields: readonly ReadonlySet<string>[];
}

/** How much a word that stands there so often says. */
const WEIGHTS: Readonly<Record<Frequency, number>> = { 0: 1, 1: 1.4, 2: 1.8, 3: 2.2 };
/** A longer word that only begins as it was typed says less. */
const LONGER = 0.5;

/** All parts of the index in memory, as they are stored: some bytes for each word of each page. */
export class PageIndex {
  #parts: readonly LoadedPart[] = [];
  /** The part that counts for each document. */
  #counting: ReadonlyMap<string, number> = new Map();

  get partIds(): readonly number[] {
    return this.#parts.map(({ row }) => row.id);
  }

  /** @param ids all there are; @param rows those that are not known yet. */
  update(ids: readonly number[], rows: readonly IndexPartRow[]): void {
    const wanted = new Set(ids);
    const kept = this.#parts.filter(({ row }) => wanted.has(row.id));
    this.#parts = [...kept, ...rows.map(load)].toSorted((a, b) => a.row.id - b.row.id);
    this.#counting = countingParts(this.#parts.map(({ row }) => row));
  }

  /** Documents with pages where all these words are, the best first. */
  search(terms: readonly Term[], scope: SearchScope): PageHits[] {
    if (terms.length === 0) return [];
    const pageCount = this.#parts.reduce((sum, { pages }) => sum + pages, 0);
    const ranges = this.#parts.map((part) => terms.map((term) => rangeOf(part.words, term)));
    const worth = terms.map((_, index) => Math.log(1 + pageCount / (1 + this.#placesOf(ranges, index))));
    const found = this.#parts.flatMap((part, index) => {
      const isWanted = (id: string): boolean => this.#counting.get(id) === part.row.id && scope.isThere(id);
      return searchPart(part, ranges[index] ?? [], worth, { ...scope, isThere: isWanted });
    });
    return found.toSorted((a, b) => b.score - a.score);
  }

  /** Roughly, by the bytes that they take. */
  #placesOf(ranges: readonly (readonly WordRange[])[], term: number): number {
    return ranges.reduce((sum, ofPart, part) => {
      const { first = 0, end = 0 } = ofPart[term] ?? {};
      const offsets = this.#parts[part]?.row.offsets;
      return sum + (offsets?.[end] ?? 0) - (offsets?.[first] ?? 0);
    }, 0);
  }
}

interface LoadedPart {
  readonly row: IndexPartRow;
  readonly words: readonly string[];
  readonly pages: number;
}

function load(row: IndexPartRow): LoadedPart {
  return { row, words: wordsIn(row), pages: row.documents.reduce((sum, { pages }) => sum + pages, 0) };
}

/** The words that a term means: from `first` on, without `end`; the first may be the word itself. */
interface WordRange {
  readonly first: number;
  readonly end: number;
  readonly hasItself: boolean;
}

function rangeOf(words: readonly string[], { word, isPrefix }: Term): WordRange {
  const first = firstFrom(words, word);
  const hasItself = words[first] === word;
  // No word has a letter beyond this one.
  const end = isPrefix ? firstFrom(words, `${word}\uffff`) : first + Number(hasItself);
  return { first, end, hasItself };
}

function firstFrom(words: readonly string[], word: string): number {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((words[middle] ?? '') < word) low = middle + 1;
    else high = middle;
  }
  return low;
}

function searchPart(
  { row, pages }: LoadedPart,
  ranges: readonly WordRange[],
  worth: readonly number[],
  scope: SearchScope,
): PageHits[] {
  /** How many of the terms, in their order, each page has. */
  const met = new Uint8Array(pages);
  const scores = new Float32Array(pages);
  for (const [term, { first, end, hasItself }] of ranges.entries()) {
    const value = worth[term] ?? 0;
    const meet = (page: number, weight: number): void => {
      if (met[page] === term) met[page] = term + 1;
      else if (met[page] !== term + 1) return;
      scores[page] = (scores[page] ?? 0) + weight;
    };
    if (hasItself) eachPlace(row, first, first + 1, (page, often) => meet(page, value * WEIGHTS[often]));
    // Many words that begin so are no better than one.
    eachPlace(row, first + Number(hasItself), end, (page) => met[page] === term && meet(page, value * LONGER));
    meetInFields(row, met, term, scope.inFields[term]);
  }
  return hitsOf(row, met, scores, ranges.length, scope);
}

/** A page need not say its own document's title. */
function meetInFields(
  { documents }: IndexPartRow,
  met: Uint8Array,
  term: number,
  inFields: ReadonlySet<string> = new Set(),
): void {
  if (inFields.size === 0) return;
  let start = 0;
  for (const { id, pages } of documents) {
    for (let page = start; inFields.has(id) && page < start + pages; page += 1) {
      if (met[page] === term) met[page] = term + 1;
    }
    start += pages;
  }
}

function hitsOf(
  { documents }: IndexPartRow,
  met: Uint8Array,
  scores: Float32Array,
  terms: number,
  { isThere }: SearchScope,
): PageHits[] {
  const hits: PageHits[] = [];
  let start = 0;
  for (const { id, pages } of documents) {
    const found: number[] = [];
    // Without a score all its words are in the title: that is no place in the text.
    for (let page = start; page < start + pages; page += 1)
      if (met[page] === terms && (scores[page] ?? 0) > 0) found.push(page);
    if (found.length > 0 && isThere(id)) {
      found.sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b);
      const score = (scores[found[0] ?? 0] ?? 0) * (1 + 0.1 * Math.log(found.length));
      const first = start;
      hits.push({ documentId: id, score, pages: found.map((page) => page - first + 1) });
    }
    start += pages;
  }
  return hits;
}
