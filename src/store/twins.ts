import type { DocumentRow } from './schema.ts';

/**
 * What changes when a document's SHA-256 becomes known: the newer of two with the same bytes says so, until the person
 * has answered. An older one that is hashed later speaks through the oldest of the others, which nobody asked about yet.
 *
 * @param row with its `sha256`.
 * @param twins documents in the library with the same SHA-256, without `row`.
 * @returns the rows to store, `row` among them.
 */
export function withTwins(row: DocumentRow, twins: readonly DocumentRow[]): readonly DocumentRow[] {
  const asking = askAbout(row, twins);
  const [newer] = twins.toSorted(byAge);
  if (asking.duplicateOf !== undefined || !newer) return [asking];
  return [asking, { ...newer, duplicateOf: row.id }];
}

/**
 * What changes when a document is removed: a question about it becomes one about another, or vanishes.
 *
 * @param twins documents with the same SHA-256; the removed one may be among them.
 * @returns the rows to store.
 */
export function withoutTwin(removedId: string, twins: readonly DocumentRow[]): readonly DocumentRow[] {
  const left = twins.filter(({ id }) => id !== removedId);
  return left.filter(({ duplicateOf }) => duplicateOf === removedId).map((row) => askAbout(row, left));
}

/** The row with its question put about the oldest of its older twins; without one where it has none. */
function askAbout(asked: DocumentRow, twins: readonly DocumentRow[]): DocumentRow {
  const { duplicateOf: _, ...row } = asked;
  const [oldest] = twins.filter((twin) => byAge(twin, row) < 0).toSorted(byAge);
  return oldest ? { ...row, duplicateOf: oldest.id } : row;
}

/** Two may come in one millisecond: then the ids decide, so that only one of them asks. */
function byAge(a: DocumentRow, b: DocumentRow): number {
  return a.addedAt - b.addedAt || (a.id < b.id ? -1 : Number(a.id > b.id));
}
