import { counted, formatNumber } from '../language/formats.ts';
import { msg, str } from '../language/msg.ts';
import type { Refusal } from '../library/bring-in.ts';
import { readDocument } from '../store/documents.ts';
import type { App } from './app.ts';

/** Says what the worker has taken of what another app shared, and what it has not. */
export async function sayWhatCame(app: App, shared: readonly string[], refused: readonly Refusal[]): Promise<void> {
  const documents = await Promise.all(shared.map((id) => readDocument(id)));
  const titles = documents.flatMap((document) => (document ? [document.title] : []));
  app.arrivals.say(() =>
    [
      ...(titles.length === 0 ? [] : [takenWords(titles)]),
      ...(refused.length === 0 ? [] : [refusedWords(refused)]),
    ].join('\n'),
  );
  if (titles.length > 0) await app.prepareReading();
}

function takenWords(titles: readonly string[]): string {
  const quoted = titles.map((title) => msg(str`“${title}”`)).join(', ');
  return msg(str`In your Library now: ${quoted}.`);
}

const REASONS: Readonly<Record<Refusal, () => string>> = {
  'empty-file': () => msg('an empty file'),
  'web-page': () => msg('a web page, not a PDF'),
  'not-a-pdf': () => msg('a file that says it is a PDF, but is not one'),
  unreadable: () => msg('a file that could not be read'),
  'no-room': () => msg('no room left'),
};

function refusedWords(refused: readonly Refusal[]): string {
  const reasons = [...new Set(refused)].map((refusal) => REASONS[refusal]()).join(', ');
  return counted(refused.length, {
    one: () => msg(str`1 file could not be added: ${reasons}.`),
    other: () => msg(str`${formatNumber(refused.length)} files could not be added: ${reasons}.`),
  });
}
