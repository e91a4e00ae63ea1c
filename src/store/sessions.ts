import type { IDBPTransaction } from 'idb';
import { announceChange } from './changes.ts';
import { database } from './database.ts';
import { segmentsOf } from './files.ts';
import type { LonghaulSchema, SessionRow, TaskRow } from './schema.ts';
import { hasEnded } from './task-state.ts';

/** A session and its tasks, as they are at one moment. */
export interface StoredSession {
  readonly session: SessionRow | undefined;
  /** In no order. */
  readonly tasks: readonly TaskRow[];
}

type SessionTransaction = IDBPTransaction<
  LonghaulSchema,
  ('sessions' | 'tasks' | 'segments' | 'documents')[],
  'readwrite'
>;

/** The session's row, made when it is new. One that is over starts anew: its tasks go, and all that no document holds. */
export async function openSession(id: string): Promise<SessionRow> {
  const db = await database();
  const tx = db.transaction(['sessions', 'tasks', 'segments', 'documents'], 'readwrite');
  const found = await tx.objectStore('sessions').get(id);
  if (found && found.state !== 'invalid') return found;
  if (found) await removeTasks(id, tx);
  // The time tells it from the one before, whose pages may still be open.
  const createdAt = Math.max(Date.now(), (found?.createdAt ?? 0) + 1);
  const row: SessionRow = { id, state: 'valid', conditions: {}, createdAt };
  await tx.objectStore('sessions').put(row);
  await tx.done;
  if (found) announceChange('tasks');
  return row;
}

export async function readSession(id: string): Promise<SessionRow | undefined> {
  const db = await database();
  return db.get('sessions', id);
}

/** Reads, steps and writes a session in one transaction. Whatever the step throws leaves it as it is. */
export async function changeSession(
  id: string,
  step: (row: SessionRow) => SessionRow,
): Promise<SessionRow | undefined> {
  const db = await database();
  const tx = db.transaction('sessions', 'readwrite');
  const row = await tx.store.get(id);
  const next = row && step(row);
  if (next) await tx.store.put(next);
  await tx.done;
  if (next) announceChange('sessions');
  return next;
}

/**
 * The session together with its tasks.
 *
 * @param ids only these of them, as far as there are such; absent: all.
 */
export async function readStoredSession(id: string, ids?: Iterable<string>): Promise<StoredSession> {
  const db = await database();
  const tx = db.transaction(['sessions', 'tasks']);
  const session = await tx.objectStore('sessions').get(id);
  if (!ids) return { session, tasks: await tx.objectStore('tasks').index('by-session').getAll(id) };
  const found = await Promise.all(Array.from(ids, (taskId) => tx.objectStore('tasks').get(taskId)));
  return { session, tasks: found.filter((row) => row?.sessionId === id) as TaskRow[] };
}

/** From now on the session takes no new tasks. */
export async function finishSession(opened: SessionRow): Promise<void> {
  const db = await database();
  const tx = db.transaction('sessions', 'readwrite');
  const row = await tx.store.get(opened.id);
  const isValid = row !== undefined && isSameSession(row, opened) && row.state === 'valid';
  if (isValid) await tx.store.put({ ...row, state: 'finishing' });
  await tx.done;
  if (isValid) announceChange('tasks');
}

/** Ends a finishing session whose tasks have all ended; any other stays as it is. */
export async function endFinishedSession(opened: SessionRow): Promise<void> {
  const db = await database();
  const tx = db.transaction(['sessions', 'tasks'], 'readwrite');
  const row = await tx.objectStore('sessions').get(opened.id);
  const tasks = await tx.objectStore('tasks').index('by-session').getAll(opened.id);
  const isOver =
    row && isSameSession(row, opened) && row.state === 'finishing' && tasks.every(({ state }) => hasEnded(state));
  if (isOver) await tx.objectStore('sessions').put({ ...row, state: 'invalid' });
  await tx.done;
  if (isOver) announceChange('tasks');
}

/**
 * Ends a session and all its tasks in one transaction. The bytes of tasks that are not complete go.
 *
 * @param end what becomes of a task that is not complete. Runs inside the transaction: synchronous and pure.
 * @returns the tasks as they were before; none when the session was over already.
 */
export async function invalidateSession(opened: SessionRow, end: (task: TaskRow) => TaskRow): Promise<TaskRow[]> {
  const db = await database();
  const tx = db.transaction(['sessions', 'tasks', 'segments'], 'readwrite');
  const row = await tx.objectStore('sessions').get(opened.id);
  if (!row || !isSameSession(row, opened) || row.state === 'invalid') return [];
  await tx.objectStore('sessions').put({ ...row, state: 'invalid' });
  const tasks = await tx.objectStore('tasks').index('by-session').getAll(opened.id);
  for (const task of tasks.filter(({ state }) => state.state !== 'completed')) {
    await tx.objectStore('tasks').put({ ...end(task), bytesStored: 0 });
    await tx.objectStore('segments').delete(segmentsOf(task.id));
  }
  await tx.done;
  announceChange('tasks');
  return tasks;
}

/** Whether a row is that of the session that was opened, not of a later one under its name. */
export function isSameSession(row: SessionRow, opened: SessionRow): boolean {
  return row.id === opened.id && row.createdAt === opened.createdAt;
}

async function removeTasks(sessionId: string, tx: SessionTransaction): Promise<void> {
  for (const taskId of await tx.objectStore('tasks').index('by-session').getAllKeys(sessionId)) {
    await tx.objectStore('tasks').delete(taskId);
    const isDocument = (await tx.objectStore('documents').getKey(taskId)) !== undefined;
    if (!isDocument) await tx.objectStore('segments').delete(segmentsOf(taskId));
  }
}
