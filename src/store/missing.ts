import { database } from './database.ts';
import { changeDocument } from './documents.ts';
import { isContiguous, segmentsOf } from './files.ts';
import type { DocumentRow } from './schema.ts';

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
