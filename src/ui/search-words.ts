import type { SearchAnswer } from '../library/search/answer.ts';
import type { ReadingProgress } from '../store/catalog.ts';

/** Fewer are read before anybody has looked. */
const WORTH_SAYING = 3;

/** How much was found. */
export function foundWords({ documentCount, pageCount, groupCount, isCutShort }: SearchAnswer): string {
  if (documentCount === 0 && pageCount === 0) return 'Nothing found';
  const byName = documentCount === 0 ? undefined : `${count(documentCount, 'document')} by name or source`;
  const more = isCutShort ? 'at least ' : '';
  const byWords =
    pageCount === 0 ? undefined : `${more}${count(pageCount, 'page')} in ${count(groupCount, 'document')}`;
  return [byName, byWords].filter((part) => part !== undefined).join(', ');
}

/** What may come of searching again later; `undefined` when all was read. */
export function unreadWords({ due }: ReadingProgress): string | undefined {
  if (due === 0) return undefined;
  return due === 1
    ? 'One document is still being read.'
    : `${due.toLocaleString('en')} documents are still being read.`;
}

/** How far reading in idle time is; `undefined` when it is as good as done. */
export function progressOfReading({ all, due }: ReadingProgress): string | undefined {
  if (due <= WORTH_SAYING) return undefined;
  return `Reading ${(all - due + 1).toLocaleString('en')} of ${count(all, 'document')} for the search…`;
}

export function count(amount: number, thing: string): string {
  return `${amount.toLocaleString('en')} ${thing}${amount === 1 ? '' : 's'}`;
}
