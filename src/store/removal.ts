import type { IDBPTransaction } from 'idb';
import { announceChange, announceRows } from './changes.ts';
import { database } from './database.ts';
import { segmentsOf } from './files.ts';
import { marksOf } from './marks.ts';
import type { DocumentRow, LonghaulSchema, RemovedRow } from './schema.ts';
import { textsOf } from './texts.ts';
import { withTwins, withoutTwin } from './twins.ts';

/**
 * Takes documents out of the library, with the tasks that brought them; `putBack()` undoes it until `purge()` lets the
 * bytes go. Who was asked about a document with the same bytes is asked about another such, if there is one.
 *
 * @returns the ids of those that were there.
 */
export async function removeDocuments(ids: readonly string[]): Promise<string[]> {
  const db = await database();
  const tx = db.transaction(['documents', 'tasks', 'removed'], 'readwrite');
  const removed: string[] = [];
  for (const id of ids) if (await takeOut(tx, id)) removed.push(id);
  await tx.done;
  announceRows('documents', ids);
  announceChange('tasks', 'removed');
  return removed;
}

/** Undoes `removeDocuments()`; what was purged meanwhile stays away. */
export async function putBack(ids: readonly string[]): Promise<void> {
  const db = await database();
  const tx = db.transaction(['documents', 'tasks', 'removed'], 'readwrite');
  for (const id of ids) {
    const row = await tx.objectStore('removed').get(id);
    if (row) await restore(tx, row);
  }
  await tx.done;
  announceRows('documents', ids);
  announceChange('tasks', 'removed');
}

/** What was removed and can be put back, in the order of its removal. */
export async function listRemoved(): Promise<RemovedRow[]> {
  const db = await database();
  const rows = await db.getAll('removed');
  return rows.toSorted((a, b) => a.removedAt - b.removedAt);
}

/** Lets go of everything that removed documents still have here: bytes, marks, cover and words. */
export async function purge(ids: readonly string[]): Promise<void> {
  const db = await database();
  const tx = db.transaction(['removed', 'segments', 'marks', 'covers', 'texts'], 'readwrite');
  for (const id of ids) {
    if ((await tx.objectStore('removed').getKey(id)) === undefined) continue; // It was put back.
    await Promise.all([
      tx.objectStore('removed').delete(id),
      tx.objectStore('segments').delete(segmentsOf(id)),
      tx.objectStore('marks').delete(marksOf(id)),
      tx.objectStore('covers').delete(id),
      tx.objectStore('texts').delete(textsOf(id)),
    ]);
  }
  await tx.done;
  announceChange('removed', 'marks');
}

type RemovalTransaction = IDBPTransaction<LonghaulSchema, ('documents' | 'tasks' | 'removed')[], 'readwrite'>;

async function takeOut(tx: RemovalTransaction, id: string): Promise<boolean> {
  const documents = tx.objectStore('documents');
  const document = await documents.get(id);
  if (!document) return false;
  const task = await tx.objectStore('tasks').get(id);
  const twins = await twinsOf(tx, document);
  await Promise.all([
    documents.delete(id),
    ...withoutTwin(id, twins).map((row) => documents.put(row)),
    tx.objectStore('tasks').delete(id),
    tx.objectStore('removed').put({ id, document, ...(task ? { task } : {}), removedAt: Date.now() }),
  ]);
  return true;
}

async function restore(tx: RemovalTransaction, { id, document, task }: RemovedRow): Promise<void> {
  const documents = tx.objectStore('documents');
  const twins = await twinsOf(tx, document);
  // What it was asked about may be gone meanwhile.
  const rows = document.duplicateOf === undefined ? [document] : withTwins(document, twins);
  await Promise.all([
    ...rows.map((row) => documents.put(row)),
    task ? tx.objectStore('tasks').put(task) : undefined,
    tx.objectStore('removed').delete(id),
  ]);
}

async function twinsOf(tx: RemovalTransaction, { sha256 }: DocumentRow): Promise<DocumentRow[]> {
  return sha256 === undefined ? [] : tx.objectStore('documents').index('by-sha256').getAll(sha256);
}
