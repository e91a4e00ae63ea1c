import { readPageTexts } from '../../store/texts.ts';

/** Pages that are kept: who types on mostly gets the same ones. */
const KEPT = 500;

/** A document and the number of a page, from 1. */
export type Place = readonly [documentId: string, page: number];

/** The words of pages that were shown before, without another look into storage: they never change. */
export class PageTexts {
  /** The last used at the end. */
  readonly #kept = new Map<string, string>();

  /** In the order asked for; '' for a page that has none. */
  async read(places: readonly Place[]): Promise<string[]> {
    const missing = places.filter((place) => !this.#kept.has(keyOf(place)));
    const read = missing.length === 0 ? [] : await readPageTexts(missing);
    const fresh = new Map(missing.map((place, index) => [keyOf(place), read[index] ?? '']));
    const texts = places.map((place) => this.#kept.get(keyOf(place)) ?? fresh.get(keyOf(place)) ?? '');
    for (const [index, place] of places.entries()) if (texts[index]) this.#keep(keyOf(place), texts[index]);
    return texts;
  }

  #keep(key: string, text: string): void {
    this.#kept.delete(key);
    this.#kept.set(key, text);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > KEPT && oldest !== undefined) this.#kept.delete(oldest);
  }
}

function keyOf([documentId, page]: Place): string {
  return `${documentId} ${page}`;
}
