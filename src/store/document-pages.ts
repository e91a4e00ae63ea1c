import { database } from './database.ts';
import type { DocumentRow } from './schema.ts';

/** Rows that are read at a time: some ms of the page's thread. */
const PAGE = 200;

/**
 * All documents, in no order, some hundred at a time: between two of them the caller may wait for a quiet moment.
 * What is added or removed meanwhile may be there or not.
 */
export async function* documentPages(): AsyncGenerator<readonly DocumentRow[]> {
  let after: string | undefined;
  for (;;) {
    const db = await database();
    const rest = after === undefined ? undefined : IDBKeyRange.lowerBound(after, true);
    const rows = await db.getAll('documents', rest, PAGE);
    if (rows.length > 0) yield rows;
    if (rows.length < PAGE) return;
    after = rows.at(-1)?.id;
  }
}

/** The largest documents first. */
export async function listLargest(count: number): Promise<DocumentRow[]> {
  const db = await database();
  const rows: DocumentRow[] = [];
  let cursor = await db.transaction('documents').store.index('by-size').openCursor(null, 'prev');
  for (; cursor && rows.length < count; cursor = await cursor.continue()) rows.push(cursor.value);
  return rows;
}
