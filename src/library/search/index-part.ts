import type { IndexPartRow } from '../../store/schema.ts';
import { ByteWriter } from './byte-writer.ts';
import { termsOf } from './words.ts';

/** Raise it with every change of what `words.ts` makes of a text, or of how a part is written: all parts are made anew. */
export const FORM = 1;

/** A part without its number. */
export type IndexPart = Omit<IndexPartRow, 'id'>;

/** A word stands on a page once, twice, up to four times, or more often. */
export type Frequency = 0 | 1 | 2 | 3;

/**
 * Called with each place of a word in the order of the pages.
 *
 * @param page counts the pages of all documents of a part, from 0.
 */
type OnPlace = (page: number, frequency: Frequency) => void;

/**
 * Inverts the words of one document: for each word its pages. A page takes a byte or two: how far it is from the one
 * before, and in the lowest two bits how often the word stands there.
 *
 * @param pages words of each page, the first one's at 0.
 */
export function indexDocument(id: string, pages: readonly string[]): IndexPart {
  const counts = new Map<string, Map<number, number>>();
  for (const [page, text] of pages.entries()) {
    for (const term of termsOf(text)) {
      const places = counts.get(term) ?? new Map<number, number>();
      places.set(page, (places.get(page) ?? 0) + 1);
      counts.set(term, places);
    }
  }
  const writer = new PartWriter();
  for (const word of [...counts.keys()].toSorted(byCodeUnits)) {
    writer.begin(word);
    for (const [page, count] of counts.get(word) ?? []) writer.place(page, frequencyOf(count));
  }
  return writer.end([{ id, pages: pages.length }]);
}

/**
 * One part out of several.
 *
 * @param isKept whether a document's words of that part are still wanted.
 * @returns `undefined` when nothing is left.
 */
export function mergeParts(
  parts: readonly IndexPartRow[],
  isKept: (documentId: string, part: IndexPartRow) => boolean,
): IndexPart | undefined {
  const documents: { readonly id: string; readonly pages: number }[] = [];
  let pages = 0;
  const sources = parts.map((part) => {
    const renumbered: number[] = [];
    for (const document of part.documents) {
      const kept = isKept(document.id, part);
      for (let page = 0; page < document.pages; page += 1) renumbered.push(kept ? pages + page : -1);
      if (!kept) continue;
      pages += document.pages;
      documents.push(document);
    }
    return { part, renumbered, words: wordsIn(part), next: 0 };
  });
  if (documents.length === 0) return undefined;
  const writer = new PartWriter();
  for (let word = leastWord(sources); word !== undefined; word = leastWord(sources)) {
    writer.begin(word);
    for (const source of sources) {
      if (source.words[source.next] !== word) continue;
      eachPlace(source.part, source.next, source.next + 1, (page, frequency) => {
        const renumbered = source.renumbered[page] ?? -1;
        if (renumbered >= 0) writer.place(renumbered, frequency);
      });
      source.next += 1;
    }
  }
  return writer.end(documents);
}

/**
 * The part that counts for each document, by its id: of one that was read again, the last.
 *
 * @param parts all there are, in the order of their ids.
 */
export function countingParts(parts: Iterable<Pick<IndexPartRow, 'id' | 'documents'>>): ReadonlyMap<string, number> {
  const counting = new Map<string, number>();
  for (const { id, documents } of parts) for (const document of documents) counting.set(document.id, id);
  return counting;
}

export function wordsIn({ words }: Pick<IndexPartRow, 'words'>): readonly string[] {
  return words === '' ? [] : words.split('\n');
}

/** The places of the words from `first` on, without `end`. */
export function eachPlace({ offsets, places }: IndexPart, first: number, end: number, onPlace: OnPlace): void {
  for (let word = first; word < end; word += 1) {
    const stop = offsets[word + 1] ?? 0;
    let page = 0;
    let at = offsets[word] ?? 0;
    while (at < stop) {
      let value = 0;
      let shift = 0;
      let byte = 0x80;
      while (byte > 0x7f) {
        byte = places[at] ?? 0;
        value |= (byte & 0x7f) << shift;
        shift += 7;
        at += 1;
      }
      page += value >>> 2;
      onPlace(page, (value & 3) as Frequency);
    }
  }
}

/** Writes words in their order, and to each its places in theirs. A word without places is left out. */
class PartWriter {
  readonly #words: string[] = [];
  readonly #offsets: number[] = [];
  readonly #places = new ByteWriter();
  #word = '';
  #page = 0;
  #isWritten = true;

  begin(word: string): void {
    this.#word = word;
    this.#page = 0;
    this.#isWritten = false;
  }

  place(page: number, frequency: Frequency): void {
    if (!this.#isWritten) {
      this.#words.push(this.#word);
      this.#offsets.push(this.#places.length);
      this.#isWritten = true;
    }
    this.#places.write(((page - this.#page) << 2) | frequency);
    this.#page = page;
  }

  end(documents: IndexPart['documents']): IndexPart {
    return {
      form: FORM,
      documents,
      words: this.#words.join('\n'),
      offsets: Uint32Array.from([...this.#offsets, this.#places.length]),
      places: this.#places.bytes(),
    };
  }
}

interface Source {
  readonly words: readonly string[];
  readonly next: number;
}

function leastWord(sources: readonly Source[]): string | undefined {
  let least: string | undefined;
  for (const { words, next } of sources) {
    const word = words[next];
    if (word !== undefined && (least === undefined || word < least)) least = word;
  }
  return least;
}

function frequencyOf(count: number): Frequency {
  if (count > 4) return 3;
  return (count > 2 ? 2 : count - 1) as Frequency;
}

function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : 1;
}
