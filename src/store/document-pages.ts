import { announceRows } from './changes.ts';
import { database } from './database.ts';
import type { DocumentRow } from './schema.ts';

/** Indexes by which the library can be read from its end. */
export type DocumentOrder = 'by-used' | 'by-added' | 'by-size';

export async function countDocuments(): Promise<number> {
  const db = await database();
  return db.count('documents');
}

/** Those of these documents that are there. */
export async function readDocuments(ids: readonly string[]): Promise<DocumentRow[]> {
  const db = await database();
  const tx = db.transaction('documents');
  const rows = await Promise.all(ids.map((id) => tx.store.get(id)));
  return rows.filter((row) => row !== undefined);
}

/** The first documents of an order, latest or largest first. */
export async function readFirstDocuments(order: DocumentOrder, count: number): Promise<DocumentRow[]> {
  const db = await database();
  const rows: DocumentRow[] = [];
  let cursor = await db.transaction('documents').store.index(order).openCursor(null, 'prev');
  while (cursor && rows.length < count) {
    rows.push(cursor.value);
    cursor = await cursor.continue();
  }
  return rows;
}

/**
 * Documents in the order of their ids.
 *
 * @param after the last id that was read before; `undefined` to begin.
 */
export async function readDocumentsAfter(after: string | undefined, count: number): Promise<DocumentRow[]> {
  const db = await database();
  return db.getAll('documents', after === undefined ? undefined : IDBKeyRange.lowerBound(after, true), count);
}

/** Rows that are read at a time: some ms of the page's thread. */
const PAGE = 200;

/**
 * All documents, in no order, some hundred at a time: between two of them the caller may wait for a quiet moment.
 * What is added or removed meanwhile may be there or not.
 */
export async function* documentPages(): AsyncGenerator<readonly DocumentRow[]> {
  let rows: readonly DocumentRow[] = [];
  do {
    rows = await readDocumentsAfter(rows.at(-1)?.id, PAGE);
    if (rows.length > 0) yield rows;
  } while (rows.length === PAGE);
}

/** All documents, in no order. */
export async function listDocuments(): Promise<DocumentRow[]> {
  const rows: DocumentRow[] = [];
  for await (const page of documentPages()) rows.push(...page);
  return rows;
}

/** As `changeDocument()`, for several in one transaction. */
export async function changeDocuments(
  ids: readonly string[],
  step: (row: DocumentRow) => DocumentRow | undefined,
): Promise<void> {
  const db = await database();
  const tx = db.transaction('documents', 'readwrite');
  await Promise.all(
    ids.map(async (id) => {
      const row = await tx.store.get(id);
      const next = row && step(row);
      if (next) await tx.store.put(next);
    }),
  );
  await tx.done;
  announceRows('documents', ids);
}
