import { announceChange } from './changes.ts';
import { database } from './database.ts';
import { segmentsOf } from './files.ts';
import type { DocumentRow, SegmentRow, TaskRow } from './schema.ts';

/** A new row from the one that is stored; `undefined` leaves it as it is. Runs inside a transaction: synchronous and pure. */
export type RowStep = (row: TaskRow) => TaskRow | undefined;

/** What a finished transfer adds beside its new state, all in one transaction. */
export interface Harvest {
  readonly segments: readonly SegmentRow[];
  /** The library entry; only ever together with the last of its bytes. */
  readonly document?: DocumentRow;
}

/** All tasks of a session, in the order in which they were added. */
export async function listTasks(sessionId: string): Promise<TaskRow[]> {
  const db = await database();
  const rows = await db.getAllFromIndex('tasks', 'by-session', sessionId);
  return rows.toSorted((a, b) => a.position - b.position);
}

export async function readTask(id: string): Promise<TaskRow | undefined> {
  const db = await database();
  return db.get('tasks', id);
}

export async function addTask(row: TaskRow): Promise<void> {
  const db = await database();
  await db.add('tasks', row);
  announceChange('tasks');
}

/**
 * Reads a task, steps it and writes it back in one transaction, so that page and worker can't overwrite each other.
 *
 * @returns the row as it stands afterwards, or `undefined` when there is no such task.
 */
export async function changeTask(id: string, step: RowStep): Promise<TaskRow | undefined> {
  const db = await database();
  const tx = db.transaction('tasks', 'readwrite');
  const row = await tx.store.get(id);
  const next = row && step(row);
  if (next) await tx.store.put(next);
  await tx.done;
  if (next) announceChange('tasks');
  return next ?? row;
}

/**
 * Stores a task's bytes together with its new state and, at the end, its document: all of it or nothing.
 * A step that returns `undefined` stores nothing.
 *
 * @throws {DOMException} `QuotaExceededError` when there is no room.
 */
export async function storeHarvest(id: string, harvest: Harvest, step: RowStep): Promise<TaskRow | undefined> {
  const db = await database();
  const tx = db.transaction(['tasks', 'segments', 'documents'], 'readwrite');
  const row = await tx.objectStore('tasks').get(id);
  const next = row && step(row);
  const writes: Promise<unknown>[] = [];
  if (next) {
    writes.push(tx.objectStore('tasks').put(next));
    for (const segment of harvest.segments) writes.push(tx.objectStore('segments').put(segment));
    if (harvest.document) writes.push(tx.objectStore('documents').put(harvest.document));
  }
  await Promise.all([...writes, tx.done]);
  if (next) announceChange('tasks', ...(harvest.document ? (['documents'] as const) : []));
  return next ?? row;
}

/** Forgets a task. Its bytes go too, unless the library holds them as a document. */
export async function removeTask(id: string): Promise<void> {
  const db = await database();
  const tx = db.transaction(['tasks', 'segments', 'documents'], 'readwrite');
  const kept = await tx.objectStore('documents').getKey(id);
  const writes: Promise<unknown>[] = [tx.objectStore('tasks').delete(id)];
  if (kept === undefined) writes.push(tx.objectStore('segments').delete(segmentsOf(id)));
  await Promise.all([...writes, tx.done]);
  announceChange('tasks');
}
