import { counted, formatDate, formatNumber } from '../language/formats.ts';
import { msg, str } from '../language/msg.ts';
import { formatBytes } from '../library/format-bytes.ts';
import { readingState } from '../library/shelf-filter.ts';
import type { DocumentRow } from '../store/schema.ts';

const DAY = 24 * 60 * 60_000;

/** `40 pages · 1.2 MB`, as much of it as is known. */
export function extentWords({ pages, size }: Pick<DocumentRow, 'pages' | 'size'>): string {
  return [pages === undefined ? undefined : pagesWords(pages), formatBytes(size)].filter(Boolean).join(' · ');
}

/** `1 page`, `1,200 pages`. */
export function pagesWords(count: number): string {
  return counted(count, { one: () => msg('1 page'), other: () => msg(str`${formatNumber(count)} pages`) });
}

/** `1 document`, `1,200 documents`. */
export function documentsWords(count: number): string {
  return counted(count, { one: () => msg('1 document'), other: () => msg(str`${formatNumber(count)} documents`) });
}

/** The host of the address that it came from; for a file from disk there is none. */
export function hostOf({ source }: DocumentRow): string | undefined {
  return source === undefined ? undefined : new URL(source).host;
}

/** A day that was: `today`, `yesterday`, `3 May 2026`. */
export function dayWords(time: number, now: number): string {
  const days = Math.round((new Date(now).setHours(0, 0, 0, 0) - new Date(time).setHours(0, 0, 0, 0)) / DAY);
  if (days === 0) return msg('today');
  return days === 1 ? msg('yesterday') : dateOf(time);
}

/** `3 May 2026`. */
export function dateOf(time: number): string {
  return formatDate(time, { day: 'numeric', month: 'short', year: 'numeric' });
}

/** A day with its time, for the details. */
export function momentWords(time: number): string {
  return formatDate(time, { dateStyle: 'long', timeStyle: 'short' });
}

/** `Added yesterday`. */
export function addedWords({ addedAt }: DocumentRow, now: number): string {
  return msg(str`Added ${dayWords(addedAt, now)}`);
}

/** `Read today`; nothing for what was never opened. */
export function readWords({ openedAt }: DocumentRow, now: number): string | undefined {
  return openedAt === undefined ? undefined : msg(str`Read ${dayWords(openedAt, now)}`);
}

/** How far a document was read. */
export interface Progress {
  readonly words: string;
  /** From 0 to 1; absent where it is not known how many pages there are. */
  readonly share?: number;
}

/** Nothing for what was never opened. */
export function progressOf(row: DocumentRow): Progress | undefined {
  const { position, pages } = row;
  const state = readingState(row);
  if (state === 'unread') return undefined;
  if (state === 'finished') return { words: msg('Finished'), share: 1 };
  const page = position?.page ?? 1;
  if (pages === undefined) return { words: row.kind === 'pdf' ? msg(str`Page ${page}`) : msg('Opened') };
  return { words: msg(str`Page ${page} of ${pages}`), share: Math.min(1, page / pages) };
}
