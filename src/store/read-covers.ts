import { database } from './database.ts';
import type { CoverRow } from './schema.ts';

/** Covers of those of these documents that have one. */
export async function readCovers(documentIds: readonly string[]): Promise<CoverRow[]> {
  const db = await database();
  const tx = db.transaction('covers');
  const rows = await Promise.all(documentIds.map((id) => tx.store.get(id)));
  return rows.filter((row) => row !== undefined);
}
