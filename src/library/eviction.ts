import type { DocumentRow } from '../store/schema.ts';
import type { Settings } from '../store/settings.ts';

/** What could go so that there is room. Nothing of it goes before the person has said so. */
export interface EvictionPlan {
  /** Bytes that are to become free. */
  readonly wanted: number;
  /** Finished documents, the one that was read longest ago first: no more than are needed. */
  readonly offered: readonly DocumentRow[];
  /** Bytes that these don't free: which others go, if any, is the person's choice. */
  readonly lacking: number;
}

/**
 * Which documents to offer for removal. Never one that is pinned, unread or half-read; and one whose bytes the browser
 * has cleared frees nothing.
 *
 * @param wanted bytes that are to become free; 0 or less offers nothing.
 * @param documents in any order.
 */
export function planEviction(wanted: number, documents: readonly DocumentRow[]): EvictionPlan {
  const offered: DocumentRow[] = [];
  let lacking = Math.max(0, wanted);
  for (const row of documents.filter(mayGo).toSorted(byLastRead)) {
    if (lacking === 0) break;
    offered.push(row);
    lacking = Math.max(0, lacking - row.size);
  }
  return { wanted: Math.max(0, wanted), offered, lacking };
}

/** Whether a document may be offered for removal at all. */
export function mayGo({ finishedAt, isPinned, isMissing }: DocumentRow): boolean {
  return finishedAt !== undefined && !isPinned && !isMissing;
}

/**
 * How many bytes a library is over its limit, as far as the person is to be asked about it: an answer stands until the
 * limit is another or the library has grown.
 *
 * @param taken bytes that the documents take.
 */
export function excessToAskAbout(
  { libraryLimit: limit, keptOverLimit: kept }: Pick<Settings, 'libraryLimit' | 'keptOverLimit'>,
  taken: number,
): number {
  if (limit === null || taken <= limit) return 0;
  const isAnswered = kept !== null && kept.limit === limit && taken <= kept.taken;
  return isAnswered ? 0 : taken - limit;
}

/** Two read in one millisecond: then the ids decide, so that every look offers the same. */
function byLastRead(a: DocumentRow, b: DocumentRow): number {
  return a.usedAt - b.usedAt || (a.id < b.id ? -1 : Number(a.id > b.id));
}
