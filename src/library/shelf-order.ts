import type { DocumentOrder } from '../store/document-pages.ts';
import type { LibrarySort } from '../store/library-look.ts';
import type { DocumentRow } from '../store/schema.ts';

type Compare = (a: DocumentRow, b: DocumentRow) => number;

const { compare: compareNames } = new Intl.Collator(undefined, { numeric: true });

/** The same however often it is sorted: where two are alike, the ids decide. */
const byId: Compare = (a, b) => (a.id < b.id ? -1 : Number(a.id > b.id));
const byTitle: Compare = (a, b) => compareNames(a.title, b.title) || byId(a, b);
/** Documents without an author come last. */
const byAuthor: Compare = (a, b) =>
  Number(a.author === undefined) - Number(b.author === undefined) || compareNames(a.author ?? '', b.author ?? '');

/** Each sort in its natural direction: names from A, the latest and the largest first. */
const COMPARISONS: Readonly<Record<LibrarySort, Compare>> = {
  read: (a, b) => b.usedAt - a.usedAt || byId(b, a),
  added: (a, b) => b.addedAt - a.addedAt || byId(b, a),
  size: (a, b) => b.size - a.size || byId(b, a),
  title: byTitle,
  author: (a, b) => byAuthor(a, b) || byTitle(a, b),
};

/** The index that gives the same order when it is read backwards; names have none. */
export const INDEX_OF: Readonly<Partial<Record<LibrarySort, DocumentOrder>>> = {
  read: 'by-used',
  added: 'by-added',
  size: 'by-size',
};

/**
 * Adds rows to those that are sorted already: by looking for the place of each, so that a few cost little and a
 * thousand no more than their own sorting.
 *
 * @param sorted in the order of `sort`; stays as it is.
 * @param rows in any order, none of them in `sorted`.
 */
export function withRows(
  sorted: readonly DocumentRow[],
  rows: readonly DocumentRow[],
  sort: LibrarySort,
): readonly DocumentRow[] {
  const compare = COMPARISONS[sort];
  const merged: DocumentRow[] = [];
  let from = 0;
  for (const row of rows.toSorted(compare)) {
    const place = placeOf(row, sorted, from, compare);
    for (; from < place; from++) merged.push(sorted[from] as DocumentRow);
    merged.push(row);
  }
  for (; from < sorted.length; from++) merged.push(sorted[from] as DocumentRow);
  return merged;
}

/** The first index at `from` or after it whose row stands behind `row`. */
function placeOf(row: DocumentRow, sorted: readonly DocumentRow[], from: number, compare: Compare): number {
  let low = from;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (compare(sorted[middle] as DocumentRow, row) <= 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
