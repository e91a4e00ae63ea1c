import type { IDBPTransaction } from 'idb';
import { announceRows } from './changes.ts';
import { database } from './database.ts';
import { moveSegments, segmentsOf } from './files.ts';
import type { DocumentRow, LonghaulSchema } from './schema.ts';
import { textsOf } from './texts.ts';

export type RenewalStores = ('tasks' | 'segments' | 'documents' | 'covers' | 'texts')[];

/**
 * Puts the bytes of a task in the place of a document's own, inside the transaction that completes the task: they are
 * never both's and never nobody's. The task that brought the old ones goes with them; of another version, so do cover
 * and words.
 */
export async function replaceBytes(
  tx: IDBPTransaction<LonghaulSchema, RenewalStores, 'readwrite'>,
  taskId: string,
  { id, isOtherVersion }: DocumentRow,
): Promise<void> {
  await tx.objectStore('segments').delete(segmentsOf(id));
  await moveSegments(tx.objectStore('segments'), taskId, id);
  await tx.objectStore('tasks').delete(id);
  if (!isOtherVersion) return;
  await tx.objectStore('covers').delete(id);
  await tx.objectStore('texts').delete(textsOf(id));
}

/** Bytes of a segment that a file from disk is cut into. */
const SEGMENT = 32_000_000;

/**
 * Stores a document's bytes anew, all or none; a document that is gone gets none.
 *
 * @throws {DOMException} `QuotaExceededError` when there is no room.
 */
export async function restoreBytes(id: string, bytes: Blob): Promise<void> {
  const db = await database();
  const tx = db.transaction(['documents', 'segments'], 'readwrite');
  const row = await tx.objectStore('documents').get(id);
  if (!row) return;
  const { isMissing: _, ...whole } = row;
  const writes: Promise<unknown>[] = [
    tx.objectStore('documents').put(whole),
    tx.objectStore('segments').delete(segmentsOf(id)),
  ];
  for (let firstByte = 0; firstByte < bytes.size; firstByte += SEGMENT) {
    const part = bytes.slice(firstByte, firstByte + SEGMENT);
    const lastByte = firstByte + part.size - 1;
    writes.push(tx.objectStore('segments').put({ fileId: id, firstByte, lastByte, bytes: part }));
  }
  await Promise.all([...writes, tx.done]);
  announceRows('documents', [id]);
}
