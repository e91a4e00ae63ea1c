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
 * Stores and removes marks of one document, all in one transaction; rows that are not named stay as they are. It is
 * committed at once, so that it holds even if the page ends with this call. Of a document that is no longer in the
 * library, nor on its way there, nothing is kept.
 *
 * @throws {DOMException} `QuotaExceededError` when there is no room.
 */
export async function changeMarks(documentId: string, { put = [], remove = [] }: MarkChanges): Promise<void> {
  if (put.length === 0 && remove.length === 0) return;
  const db = await database();
  const tx = db.transaction('marks', 'readwrite');
  const writes = [...put.map((row) => tx.store.put(row)), ...remove.map((id) => tx.store.delete([documentId, id]))];
  tx.commit();
  await Promise.all([...writes, tx.done]);
  if (put.length > 0) await removeOrphans(documentId);
  announceChange('marks');
}

/** Another window may have removed the document meanwhile. */
async function removeOrphans(documentId: string): Promise<void> {
  const db = await database();
  const tx = db.transaction(['documents', 'removed', 'tasks', 'marks'], 'readwrite');
  const isIn = async (store: 'documents' | 'removed' | 'tasks'): Promise<boolean> =>
    (await tx.objectStore(store).getKey(documentId)) !== undefined;
  const isHere = (await isIn('documents')) || (await isIn('tasks')) || (await isIn('removed'));
  await Promise.all([isHere ? undefined : tx.objectStore('marks').delete(marksOf(documentId)), tx.done]);
}
