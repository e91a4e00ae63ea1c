import { announceChange } from './changes.ts';
import { database } from './database.ts';
import type { MarkRow } from './schema.ts';

/** All keys of a document's marks. */
export function marksOf(documentId: string): IDBKeyRange {
  // An array sorts after every string, so this is the end of the document's ids.
  return IDBKeyRange.bound([documentId], [documentId, []]);
}

/** What a person added to a document: annotations, filled fields and bookmarks, in no order. */
export async function listMarks(documentId: string): Promise<MarkRow[]> {
  const db = await database();
  return db.getAll('marks', marksOf(documentId));
}

/** What changed in a document's marks. */
export interface MarkChanges {
  readonly put?: readonly MarkRow[];
  /** Ids; those that are not there are passed over. */
  readonly remove?: readonly string[];
}

/**
 * Stores and removes marks of one document, all in one transaction; rows that are not named stay as they are. Of a
 * document that is no longer in the library nothing is kept.
 *
 * @throws {DOMException} `QuotaExceededError` when there is no room.
 */
export async function changeMarks(documentId: string, { put = [], remove = [] }: MarkChanges): Promise<void> {
  if (put.length === 0 && remove.length === 0) return;
  const db = await database();
  const tx = db.transaction(['documents', 'marks'], 'readwrite');
  const isHere = (await tx.objectStore('documents').getKey(documentId)) !== undefined;
  const marks = tx.objectStore('marks');
  await Promise.all([
    ...(isHere ? put.map((row) => marks.put(row)) : []),
    ...remove.map((id) => marks.delete([documentId, id])),
    tx.done,
  ]);
  announceChange('marks');
}
