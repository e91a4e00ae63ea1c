import type { Page } from 'playwright/test';

interface Seed {
  readonly documents: number;
  readonly pages: number;
  /** On each page. */
  readonly words: number;
  /** Words that are strewn over the common ones. */
  readonly planted: readonly string[];
}

/**
 * Puts documents into the library that have no bytes, with words as they are in books: 60,000 different ones, of which
 * few are frequent (Zipf), and some that return within their document. What is to be made of the words is due.
 */
export async function seedWords(page: Page, seed: Seed): Promise<void> {
  await page.evaluate(async ({ documents, pages, words, planted }) => {
    let state = 1;
    const random = (): number => {
      state = (state + 0x6d2b79f5) | 0;
      let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
      mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
      return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
    };
    const pick = (from: readonly string[]): string => from[Math.floor(random() * from.length)] ?? '';
    const consonants = 'b c d f g h j k l m n p r s t v w z st tr pr gr ch sh th'.split(' ');
    const vowels = 'a e i o u ai ea ou io'.split(' ');
    const known = new Set(['the', 'of', 'and', 'to', 'in', 'night', ...planted]);
    while (known.size < 60_000) {
      const syllables = 1 + Math.floor(random() * 3.5);
      let word = '';
      for (let syllable = 0; syllable < syllables; syllable += 1) word += pick(consonants) + pick(vowels);
      known.add(word);
    }
    known.add('zeppelin');
    const vocabulary = [...known];
    const scale = Math.log(vocabulary.length);
    const common = (): string => vocabulary[Math.floor(Math.exp(random() * scale)) - 1] ?? '';
    const open = indexedDB.open('longhaul');
    await new Promise((resolve) => open.addEventListener('success', resolve));
    for (let document = 0; document < documents; document += 1) {
      const topic = Array.from({ length: 300 }, () => pick(vocabulary));
      const tx = open.result.transaction(['documents', 'texts'], 'readwrite');
      const id = `seeded-${document}`;
      const addedAt = 1_700_000_000_000 + document;
      tx.objectStore('documents').put({
        id,
        kind: 'pdf',
        title: `${pick(vocabulary)} ${pick(vocabulary)} ${pick(vocabulary)}`,
        titleFrom: 'metadata',
        author: pick(vocabulary),
        pages,
        fileName: `${id}.pdf`,
        type: 'application/pdf',
        size: 100_000,
        source: `https://papers.example/${id}.pdf`,
        addedAt,
        usedAt: addedAt,
        catalogued: 'done',
        text: 'due',
        seen: 1,
        notice: 'settled',
        sha256: String(document).padStart(64, '0'),
      });
      for (let number = 1; number <= pages; number += 1) {
        const text = Array.from({ length: words }, () => (random() < 0.12 ? pick(topic) : common())).join(' ');
        tx.objectStore('texts').put({ documentId: id, page: number, text });
      }
      await new Promise((resolve) => tx.addEventListener('complete', resolve));
    }
    open.result.close();
  }, seed);
}
