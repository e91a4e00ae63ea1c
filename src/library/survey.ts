import { documentPages } from '../store/document-pages.ts';
import type { DocumentRow } from '../store/schema.ts';
import { mayGo } from './eviction.ts';

/** What the library takes, and what is to be said of its documents. */
export interface Survey {
  readonly count: number;
  /** Bytes of documents; those that the browser has cleared take none. */
  readonly taken: number;
  /** Which may be offered when room is needed. */
  readonly evictable: readonly DocumentRow[];
  /** Whose bytes the browser has cleared. */
  readonly missing: readonly DocumentRow[];
  /** Whose bytes came again as others. */
  readonly otherVersions: readonly DocumentRow[];
}

/**
 * Goes through the whole library once.
 *
 * @param quiet resolves when the page has nothing better to do; asked for between pages of many documents.
 */
export async function surveyLibrary(quiet: () => Promise<unknown>): Promise<Survey> {
  const all = { count: 0, taken: 0 };
  const evictable: DocumentRow[] = [];
  const missing: DocumentRow[] = [];
  const otherVersions: DocumentRow[] = [];
  for await (const rows of documentPages()) {
    if (all.count > 0) await quiet();
    all.count += rows.length;
    all.taken += rows.reduce((sum, { size, isMissing }) => sum + (isMissing ? 0 : size), 0);
    evictable.push(...rows.filter(mayGo));
    missing.push(...rows.filter(({ isMissing }) => isMissing));
    otherVersions.push(...rows.filter(({ isOtherVersion }) => isOtherVersion));
  }
  return { ...all, evictable, missing, otherVersions };
}
