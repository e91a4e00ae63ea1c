/** Scripts that are written without spaces between words: there every two letters beside each other stand for a word. */
const UNSPACED = String.raw`\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}`;
const LETTER = String.raw`\p{L}\p{N}\p{M}`;

/** Alternately runs of unspaced letters and words; what is between them separates. */
const RUNS = new RegExp(`[[${LETTER}]&&[${UNSPACED}]]+|[[${LETTER}]--[${UNSPACED}]]+`, 'gv');
const IS_UNSPACED = new RegExp(`^[${UNSPACED}]`, 'v');

/** Marks that people leave out: accents, Hebrew and Arabic vowel points. Those of Japanese and Thai make other letters. */
const ACCENTS = /[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670]+/gu;

/** Letters that Unicode doesn't take apart, as people type them who don't have them. */
const PLAIN: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ς: 'σ',
};
const SPECIAL = new RegExp(`[${Object.keys(PLAIN).join('')}]`, 'gu');

/** Longer ones are cut, on both sides: nobody types them, and broken text is full of them. */
const LONGEST = 40;

/** A word of a text or a query, and where it stands. */
export interface Word {
  /** Folded. */
  readonly word: string;
  /** Whether it is a run of letters of a script without spaces. */
  readonly isUnspaced: boolean;
  readonly start: number;
  readonly end: number;
}

/** Takes away what doesn't count when words are compared: case, accents, width. */
export function fold(text: string): string {
  // Most words are plain, and normalizing costs.
  if (/^[\x20-\x7e]*$/u.test(text)) return text.toLowerCase();
  const apart = text.normalize('NFKD').toLowerCase().replaceAll(ACCENTS, '').normalize('NFC');
  return apart.replaceAll(SPECIAL, (letter) => PLAIN[letter] ?? letter);
}

/** The words of a text in their order; a run without spaces is one. */
export function* wordsOf(text: string): Generator<Word> {
  for (const { 0: run, index: start } of text.matchAll(RUNS)) {
    const isUnspaced = IS_UNSPACED.test(run);
    const word = isUnspaced ? fold(run) : fold(run).slice(0, LONGEST);
    if (word !== '') yield { word, isUnspaced, start, end: start + run.length };
  }
}

/**
 * What a text is found by: its words; of a run without spaces every two letters, and the last one alone, so that one
 * letter is found as the beginning of something.
 */
export function* termsOf(text: string): Generator<string> {
  for (const { word, isUnspaced } of wordsOf(text)) {
    if (isUnspaced) yield* pairsOf(word, true);
    else yield word;
  }
}

/** Every two letters beside each other; the last one alone, too, where asked for or where there is no other. */
export function* pairsOf(run: string, withLast: boolean): Generator<string> {
  const letters = Array.from(run);
  for (let at = 0; at + 1 < letters.length; at += 1) yield `${letters[at]}${letters[at + 1]}`;
  const last = letters.at(-1);
  if (last !== undefined && (withLast || letters.length === 1)) yield last;
}

/** Folded words with one space around each: a phrase is in it where it stands in the text. */
export function squash(text: string): string {
  return ` ${Array.from(wordsOf(text), ({ word }) => word).join(' ')} `;
}
