import { announceRows } from './changes.ts';
import { database } from './database.ts';
import { moveSegments } from './files.ts';
import type { SessionRow, TaskRow } from './schema.ts';
import { isSameSession } from './sessions.ts';
import type { RowStep } from './tasks.ts';

/** Says that a session takes no task any more. */
export type SessionOver = 'session-over';

/** Adds tasks to their session, all or none, as long as that one takes any. */
export async function addTasks(rows: readonly TaskRow[], session: SessionRow): Promise<SessionOver | undefined> {
  const db = await database();
  const tx = db.transaction(['sessions', 'tasks'], 'readwrite');
  if (!takesTasks(await tx.objectStore('sessions').get(session.id), session)) return 'session-over';
  await Promise.all([...rows.map((row) => tx.objectStore('tasks').add(row)), tx.done]);
  announceRows(
    'tasks',
    rows.map(({ id }) => id),
  );
  return undefined;
}

/**
 * Adds a task that goes on with the bytes that a canceled one has kept: they move from one to the other, both rows and
 * all segments in one transaction, so that they are never nobody's and never both's.
 *
 * @param inherit the new task by the canceled one. Runs inside the transaction: synchronous and pure.
 * @returns `undefined` when no task has kept bytes under that id.
 * @throws {DOMException} `QuotaExceededError`: browsers copy a `Blob` that moves, so there must be room for it twice.
 */
export async function addTaskWithBytes(
  canceledId: string,
  session: SessionRow,
  inherit: (canceled: TaskRow) => TaskRow,
): Promise<TaskRow | SessionOver | undefined> {
  const db = await database();
  const tx = db.transaction(['sessions', 'tasks', 'segments'], 'readwrite');
  const canceled = await tx.objectStore('tasks').get(canceledId);
  if (canceled?.state.state !== 'failed' || !canceled.state.resumeData) return undefined;
  if (!takesTasks(await tx.objectStore('sessions').get(session.id), session)) return 'session-over';
  const row = inherit(canceled);
  const { resumeData: _, ...state } = canceled.state;
  await tx.objectStore('tasks').put({ ...canceled, state, bytesStored: 0 });
  await tx.objectStore('tasks').add(row);
  await moveSegments(tx.objectStore('segments'), canceledId, row.id);
  await tx.done;
  announceRows('tasks', [canceledId, row.id]);
  return row;
}

/** As `changeTasks()`, unless the session is over: nobody would carry them on. */
export async function changeTasksOfSession(
  sessionId: string,
  ids: readonly string[],
  step: RowStep,
): Promise<SessionOver | undefined> {
  const db = await database();
  const tx = db.transaction(['sessions', 'tasks'], 'readwrite');
  if ((await tx.objectStore('sessions').get(sessionId))?.state === 'invalid') return 'session-over';
  const changed: string[] = [];
  const change = async (id: string): Promise<void> => {
    const row = await tx.objectStore('tasks').get(id);
    const next = row && step(row);
    if (!next) return;
    changed.push(id);
    await tx.objectStore('tasks').put(next);
  };
  await Promise.all([...ids.map((id) => change(id)), tx.done]);
  announceRows('tasks', changed);
  return undefined;
}

function takesTasks(row: SessionRow | undefined, opened: SessionRow): boolean {
  return row !== undefined && isSameSession(row, opened) && row.state === 'valid';
}
