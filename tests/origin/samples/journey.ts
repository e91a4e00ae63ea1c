import { randomFractions } from '../random.ts';
import { SENTENCES } from './journey-sentences.ts';
import { SLOTS } from './journey-words.ts';

/** One day in the log of a carrier. */
export interface LogEntry {
  readonly heading: string;
  readonly text: string;
}

/** A journey of the long book: what went where, and its days, without end. */
export interface Journey {
  readonly title: string;
  readonly summary: string;
  readonly days: Iterator<LogEntry, never>;
}

/** Journey number `index`, from 0. The same number always gives the same journey. */
export function journey(index: number): Journey {
  const fraction = randomFractions(index * 7919 + 13);
  const from = fill('{first} {second}', fraction);
  const to = fill('{first} {second}', fraction);
  const summary = capitalised(fill('{cargo}, by {carrier}, in {weather}', fraction));
  return { title: `${from} to ${to}`, summary, days: days(fraction) };
}

function* days(fraction: () => number): Generator<LogEntry, never> {
  const pace = 18 + fraction() * 60;
  let kilometres = 0;
  for (let day = 1; ; day++) {
    const heading = `Day ${day}  \u00b7  Kilometre ${Math.round(kilometres).toLocaleString('en-GB')}`;
    yield { heading, text: oneDay(fraction) };
    kilometres += pace * (0.6 + 0.8 * fraction());
  }
}

function oneDay(fraction: () => number): string {
  const chosen = SENTENCES.flatMap((kind) => pick(kind, fraction() < 0.35 ? 2 : 1, fraction));
  return chosen.map((sentence) => capitalised(fill(sentence, fraction))).join(' ');
}

function pick(list: readonly string[], count: number, fraction: () => number): readonly string[] {
  const start = Math.floor(fraction() * list.length);
  const second = start + 1 + Math.floor(fraction() * (list.length - 1));
  return [start, second].slice(0, count).map((index) => list[index % list.length] ?? '');
}

function fill(pattern: string, fraction: () => number): string {
  return pattern.replaceAll(/\{(\w+)\}/g, (_, slot: string) => {
    const words = SLOTS[slot] ?? [slot];
    return words[Math.floor(fraction() * words.length)] ?? slot;
  });
}

function capitalised(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}
