import { announceChange } from './changes.ts';
import { database } from './database.ts';
import { segmentsOf } from './files.ts';
import { marksOf } from './marks.ts';
import type { DocumentRow } from './schema.ts';
import { withoutTwin } from './twins.ts';

/** All documents, the newest first. */
export async function listDocuments(): Promise<DocumentRow[]> {
  const db = await database();
  const rows = await db.getAllFromIndex('documents', 'by-added');
  return rows.toReversed();
}

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
  if (next) announceChange('documents');
  return next ?? row;
}

/**
 * Takes a document out of the library together with its bytes, its marks and the task that brought it. Who was asked about a
 * document with the same bytes is asked about another such, if there is one.
 */
export async function removeDocument(id: string): Promise<void> {
  const db = await database();
  const tx = db.transaction(['documents', 'segments', 'tasks', 'marks'], 'readwrite');
  const documents = tx.objectStore('documents');
  const { sha256 } = (await documents.get(id)) ?? {};
  const twins = sha256 === undefined ? [] : await documents.index('by-sha256').getAll(sha256);
  await Promise.all([
    documents.delete(id),
    ...withoutTwin(id, twins).map((row) => documents.put(row)),
    tx.objectStore('segments').delete(segmentsOf(id)),
    tx.objectStore('tasks').delete(id),
    tx.objectStore('marks').delete(marksOf(id)),
    tx.done,
  ]);
  announceChange('documents', 'tasks', 'marks');
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
  let changed = false;
  for (let cursor = await tx.store.index('by-seen').openCursor(0); cursor; cursor = await cursor.continue()) {
    await cursor.update({ ...cursor.value, seen: 1, notice: 'settled' });
    changed = true;
  }
  await tx.done;
  if (changed) announceChange('documents');
}

/** Documents whose notification is still owed. */
export async function listDueNotices(): Promise<DocumentRow[]> {
  const db = await database();
  return db.getAllFromIndex('documents', 'by-notice', 'due');
}
