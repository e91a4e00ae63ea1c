import { database } from './database.ts';
import type { DocumentRow } from './schema.ts';

/** The document that was opened last; `undefined` when none ever was. */
export async function readLastRead(): Promise<DocumentRow | undefined> {
  const db = await database();
  const byUse = db.transaction('documents').store.index('by-used');
  for (let cursor = await byUse.openCursor(null, 'prev'); cursor; cursor = await cursor.continue()) {
    if (cursor.value.openedAt !== undefined) return cursor.value;
  }
  return undefined;
}
