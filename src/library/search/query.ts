import { type Word, pairsOf, wordsOf } from './words.ts';

/** A word that must be there. */
export interface Term {
  readonly word: string;
  /** Whether words that begin so count, too: the one that is being typed. */
  readonly isPrefix: boolean;
}

/** What a person asked for. */
export interface Query {
  /** All of them must be there. */
  readonly terms: readonly Term[];
  /** Each must stand so in the squashed text: see `squash()`. */
  readonly phrases: readonly string[];
  /** What to mark in a text: whole runs, unlike `terms`. */
  readonly marks: readonly Term[];
  /** Words and phrases as they were typed, for those who fold in another way. */
  readonly typed: readonly string[];
}

/** “…” and the like; one that is still open counts to the end. */
const QUOTED = /["“”„«»]([^"“”„«»]*)(["“”„«»]|$)/gu;

/** Reads what was typed: several words are all wanted, “quoted” ones beside each other, and the last may go on. */
export function parseQuery(text: string): Query {
  const terms: Term[] = [];
  const phrases: string[] = [];
  const marks: Term[] = [];
  const typed: string[] = [];
  const isGoingOn = /[\p{L}\p{N}\p{M}]$/u.test(text);
  const take = (words: readonly Word[], isLast: boolean): void => {
    for (const [index, { word, isUnspaced }] of words.entries()) {
      const isPrefix = isLast && index === words.length - 1;
      marks.push({ word, isPrefix: isPrefix || isUnspaced });
      if (isUnspaced) takeUnspaced(word, terms, phrases);
      else terms.push({ word, isPrefix });
    }
  };
  const takeWords = (loose: string, isLast: boolean): void => {
    const words = [...wordsOf(loose)];
    typed.push(...words.map(({ start, end }) => loose.slice(start, end)));
    take(words, isLast);
  };
  let from = 0;
  for (const quoted of text.matchAll(QUOTED)) {
    takeWords(text.slice(from, quoted.index), false);
    from = quoted.index + quoted[0].length;
    const words = [...wordsOf(quoted[1] ?? '')];
    if (words.length > 0) typed.push((quoted[1] ?? '').trim());
    const isOpen = quoted[2] === '' && isGoingOn;
    take(words, isOpen);
    if (words.length > 1) phrases.push(phraseOf(words, isOpen));
  }
  takeWords(text.slice(from), isGoingOn);
  return { terms: distinct(terms), phrases, marks: distinct(marks), typed: [...new Set(typed)] };
}

/** Its pairs may stand apart in a text: more than one pair has to be looked at as a whole. */
function takeUnspaced(run: string, terms: Term[], phrases: string[]): void {
  const pairs = [...pairsOf(run, false)];
  terms.push(...pairs.map((word) => ({ word, isPrefix: Array.from(word).length === 1 })));
  if (pairs.length > 1) phrases.push(run);
}

/** A space where a word must begin or end. */
function phraseOf(words: readonly Word[], isOpen: boolean): string {
  const before = words[0]?.isUnspaced ? '' : ' ';
  const after = isOpen || words.at(-1)?.isUnspaced ? '' : ' ';
  return `${before}${words.map(({ word }) => word).join(' ')}${after}`;
}

function distinct(terms: readonly Term[]): readonly Term[] {
  return [...new Map(terms.map((term) => [`${term.word} ${term.isPrefix}`, term])).values()];
}
