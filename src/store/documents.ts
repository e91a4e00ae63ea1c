import { announceRows } from './changes.ts';
import { database } from './database.ts';
import type { DocumentRow } from './schema.ts';

export async function readDocument(id: string): Promise<DocumentRow | undefined> {
  const db = await database();
  return db.get('documents', id);
}

/** Reads, steps and writes one document in one transaction; `undefined` from the step leaves it as it is. */
export async function changeDocument(
  id: string,
  step: (row: DocumentRow) => DocumentRow | undefined,
): Promise<DocumentRow | undefined> {
  const db = await database();
  const tx = db.transaction('documents', 'readwrite');
  const row = await tx.store.get(id);
  const next = row && step(row);
  if (next) await tx.store.put(next);
  await tx.done;
  if (next) announceRows('documents', [id]);
  return next ?? row;
}

/** How many documents nobody has looked at since they came. */
export async function countUnseen(): Promise<number> {
  const db = await database();
  return db.countFromIndex('documents', 'by-seen', 0);
}

/** Marks every document as seen; its notification, if still owed, has no more use. */
export async function markAllSeen(): Promise<void> {
  const db = await database();
  const tx = db.transaction('documents', 'readwrite');
  const changed: string[] = [];
  for (let cursor = await tx.store.index('by-seen').openCursor(0); cursor; cursor = await cursor.continue()) {
    await cursor.update({ ...cursor.value, seen: 1, notice: 'settled' });
    changed.push(cursor.primaryKey);
  }
  await tx.done;
  if (changed.length > 0) announceRows('documents', changed);
}

/** Documents whose notification is still owed. */
export async function listDueNotices(): Promise<DocumentRow[]> {
  const db = await database();
  return db.getAllFromIndex('documents', 'by-notice', 'due');
}
