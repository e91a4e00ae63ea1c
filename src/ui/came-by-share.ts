import type { Refusal } from '../library/bring-in.ts';
import { readDocument } from '../store/documents.ts';
import type { App } from './app.ts';
import { count } from './bring-in-words.ts';

/** Says what the worker has taken of what another app shared, and what it has not. */
export async function sayWhatCame(app: App, shared: readonly string[], refused: readonly Refusal[]): Promise<void> {
  const documents = await Promise.all(shared.map((id) => readDocument(id)));
  const titles = documents.flatMap((document) => (document ? [`“${document.title}”`] : []));
  const added = titles.length === 0 ? [] : [`In your Library now: ${titles.join(', ')}.`];
  const left =
    refused.length === 0 ? [] : [`${count(refused.length, 'file')} could not be added: ${reasons(refused)}.`];
  app.arrivals.say([...added, ...left].join('\n'));
  if (titles.length > 0) await app.prepareReading();
}

const REASONS: Readonly<Record<Refusal, string>> = {
  'empty-file': 'an empty file',
  'web-page': 'a web page, not a PDF',
  'not-a-pdf': 'a file that says it is a PDF, but is not one',
  unreadable: 'a file that could not be read',
  'no-room': 'no room left',
};

function reasons(refused: readonly Refusal[]): string {
  return [...new Set(refused)].map((refusal) => REASONS[refusal]).join(', ');
}
