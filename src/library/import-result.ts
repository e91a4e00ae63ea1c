/** What became of an import. What was added before an end of any kind is whole and stays. */
export interface ImportResult {
  /** Nothing was taken: a newer Longhaul wrote it, it is no zip archive, or there is nothing in it to read. */
  readonly refusal?: 'newer' | 'no-archive' | 'nothing';
  /** Why it ended before all was looked at. */
  readonly ended?: 'canceled' | 'no-room' | 'unreadable';
  readonly added: number;
  /** Documents that were here already. */
  readonly known: number;
  /** Of these, documents that have their bytes again, which the browser had cleared. */
  readonly restored: number;
  /** Marks that these lacked. */
  readonly marks: number;
  /** Files that are no PDFs, where there is no list that says what they are. */
  readonly skipped: number;
  /** What can't be read, by its title or name. */
  readonly damaged: readonly string[];
  /** There is a list, but it can't be read: titles, marks and collections are not there. */
  readonly isListBroken: boolean;
  /** The archive has no end, or a broken one: more may have been in it. */
  readonly isCutShort: boolean;
}

/** The result while it grows. */
export type ImportTally = { -readonly [K in keyof ImportResult]: ImportResult[K] } & { damaged: string[] };

export function newTally(): ImportTally {
  return { added: 0, known: 0, restored: 0, marks: 0, skipped: 0, damaged: [], isListBroken: false, isCutShort: false };
}
