import { counted, formatNumber } from '../language/formats.ts';
import { msg, str } from '../language/msg.ts';
import type { SearchAnswer } from '../library/search/answer.ts';
import type { ReadingProgress } from '../store/catalog.ts';
import { pagesWords } from './document-words.ts';

/** Fewer are read before anybody has looked. */
const WORTH_SAYING = 3;

/** How much was found. */
export function foundWords({ documentCount, pageCount, groupCount, isCutShort }: SearchAnswer): string {
  if (documentCount === 0 && pageCount === 0) return msg('Nothing found');
  const byName = documentCount === 0 ? [] : [byNameWords(documentCount)];
  const byWords = pageCount === 0 ? [] : [onPagesWords(pageCount, groupCount)];
  return [...byName, ...byWords.map((words) => (isCutShort ? msg(str`at least ${words}`) : words))].join(', ');
}

function byNameWords(documents: number): string {
  return counted(documents, {
    one: () => msg('1 document by name or source'),
    other: () => msg(str`${formatNumber(documents)} documents by name or source`),
  });
}

function onPagesWords(pages: number, documents: number): string {
  return counted(documents, {
    one: () => msg(str`${pagesWords(pages)} in 1 document`),
    other: () => msg(str`${pagesWords(pages)} in ${formatNumber(documents)} documents`),
  });
}

/** What may come of searching again later; `undefined` when all was read. */
export function unreadWords({ due }: ReadingProgress): string | undefined {
  if (due === 0) return undefined;
  return counted(due, {
    one: () => msg('One document is still being read.'),
    other: () => msg(str`${formatNumber(due)} documents are still being read.`),
  });
}

/** How far reading in idle time is; `undefined` when it is as good as done. */
export function progressOfReading({ all, due }: ReadingProgress): string | undefined {
  if (due <= WORTH_SAYING) return undefined;
  return msg(str`Reading ${formatNumber(all - due + 1)} of ${formatNumber(all)} documents for the search…`);
}
