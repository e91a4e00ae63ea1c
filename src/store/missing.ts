import { announceChange } from './changes.ts';
import { database } from './database.ts';
import { changeDocument } from './documents.ts';
import { isContiguous, segmentsOf } from './files.ts';
import type { DocumentRow, TaskRow } from './schema.ts';

/** Whether all bytes of a document can be read: its segments are whole, and of each the last byte comes. */
export async function areBytesHere({ id, size }: DocumentRow): Promise<boolean> {
  const db = await database();
  const segments = await db.getAll('segments', segmentsOf(id));
  const stored = segments.reduce((sum, { bytes }) => sum + bytes.size, 0);
  if (stored !== size || !isContiguous(segments)) return false;
  const last = await Promise.all(segments.map(({ bytes }) => canRead(bytes)));
  return last.every(Boolean);
}

/** Keeps whether the browser has cleared a document's bytes. */
export async function setMissing(id: string, isMissing: boolean): Promise<void> {
  await changeDocument(id, (row) => {
    if ((row.isMissing ?? false) === isMissing) return undefined;
    const { isMissing: _, ...whole } = row;
    return isMissing ? { ...whole, isMissing } : whole;
  });
}

/**
 * Lets go of a task's segments that can't be read, so that they are fetched again: in a profile that was copied while
 * its browser ran, rows may be younger than the files that they speak of.
 *
 * @returns the task's row afterwards.
 */
export async function dropUnreadable(task: TaskRow): Promise<TaskRow> {
  const db = await database();
  const segments = await db.getAll('segments', segmentsOf(task.id));
  const read = await Promise.all(segments.map(async (segment) => ({ segment, isHere: await canRead(segment.bytes) })));
  const lost = read.filter(({ isHere }) => !isHere).map(({ segment }) => segment);
  if (lost.length === 0) return task;
  const tx = db.transaction(['tasks', 'segments'], 'readwrite');
  const row = await tx.objectStore('tasks').get(task.id);
  if (!row || row.state.state === 'completed') return row ?? task;
  const bytes = lost.reduce((sum, { firstByte, lastByte }) => sum + lastByte - firstByte + 1, 0);
  const next = { ...row, bytesStored: row.bytesStored - bytes };
  const writes = lost.map(({ fileId, firstByte }) => tx.objectStore('segments').delete([fileId, firstByte]));
  await Promise.all([...writes, tx.objectStore('tasks').put(next), tx.done]);
  announceChange('tasks');
  return next;
}

/** A `Blob` whose file the browser has cleared still tells its size. */
async function canRead(bytes: Blob): Promise<boolean> {
  try {
    await bytes.slice(-1).arrayBuffer();
    return true;
  } catch (error) {
    if (error instanceof DOMException) return false;
    throw error;
  }
}
