import type { Term } from './query.ts';
import { fold, wordsOf } from './words.ts';

/** A stretch of text that is what was asked for, or is not. */
export interface Piece {
  readonly text: string;
  readonly isMarked: boolean;
}

interface Span {
  readonly start: number;
  readonly end: number;
  /** Which of the words was found here. */
  readonly mark: number;
}

/** Letters of a snippet, roughly. */
const LENGTH = 180;
/** Of these, at most so many before the first word. */
const LEAD = 50;

/** A short text, whole, with the words marked. */
export function markWords(text: string, marks: readonly Term[]): readonly Piece[] {
  return piecesOf(text, spansIn(text, marks), 0, text.length);
}

/** The stretch of a long text that has the most of the words, with them marked. */
export function snippetOf(text: string, marks: readonly Term[]): readonly Piece[] {
  const plain = text.replaceAll(/\s+/gu, ' ').trim();
  const spans = spansIn(plain, marks);
  const first = spans[bestOf(spans)]?.start ?? 0;
  const start = wordBoundary(plain, Math.max(0, first - LEAD), first);
  const end = start + LENGTH >= plain.length ? plain.length : plain.lastIndexOf(' ', start + LENGTH);
  const last = end <= first ? Math.min(plain.length, start + LENGTH) : end; // Scripts without spaces.
  return [
    ...(start > 0 ? [{ text: '… ', isMarked: false }] : []),
    ...piecesOf(plain, spans, start, last),
    ...(last < plain.length ? [{ text: ' …', isMarked: false }] : []),
  ];
}

/** The span from which on a snippet has the most different words, then the most at all. */
function bestOf(spans: readonly Span[]): number {
  let best = 0;
  let most = 0;
  for (const [index, { start }] of spans.entries()) {
    const inReach = spans.slice(index, index + 20).filter((span) => span.end <= start + LENGTH - LEAD);
    const worth = new Set(inReach.map(({ mark }) => mark)).size * 100 + inReach.length;
    if (worth > most) [best, most] = [index, worth];
  }
  return best;
}

/** The first beginning of a word from `from` on, not after `to`. */
function wordBoundary(text: string, from: number, to: number): number {
  if (from === 0) return 0;
  const space = text.indexOf(' ', from);
  return space < 0 || space >= to ? Math.max(from, Math.min(to, from + LEAD / 2)) : space + 1;
}

function spansIn(text: string, marks: readonly Term[]): readonly Span[] {
  const spans: Span[] = [];
  for (const { word, isUnspaced, start, end } of wordsOf(text)) {
    if (isUnspaced) spans.push(...spansInRun(text.slice(start, end), start, marks));
    else {
      const mark = marks.findIndex((term) => (term.isPrefix ? word.startsWith(term.word) : word === term.word));
      if (mark >= 0) spans.push({ start, end, mark });
    }
  }
  return spans;
}

/** Stored text is normalized, so that folding leaves the letters of such a run where they are. */
function spansInRun(run: string, offset: number, marks: readonly Term[]): Span[] {
  const folded = fold(run);
  if (folded.length !== run.length) return [];
  const spans: Span[] = [];
  for (const [mark, { word }] of marks.entries()) {
    for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + word.length))
      spans.push({ start: offset + at, end: offset + at + word.length, mark });
  }
  return spans.toSorted((a, b) => a.start - b.start);
}

function piecesOf(text: string, spans: readonly Span[], from: number, to: number): readonly Piece[] {
  const pieces: Piece[] = [];
  let at = from;
  for (const { start, end } of spans) {
    if (start < at || end > to) continue;
    if (start > at) pieces.push({ text: text.slice(at, start), isMarked: false });
    pieces.push({ text: text.slice(start, end), isMarked: true });
    at = end;
  }
  if (at < to) pieces.push({ text: text.slice(at, to), isMarked: false });
  return pieces;
}
