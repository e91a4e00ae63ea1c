import { announceChange, announceRows } from './changes.ts';
import { database } from './database.ts';
import type { IndexPartRow } from './schema.ts';

/** An id is a turn, which grows, times this, and the class of its size. A turn is a time: none comes again. */
const CLASSES = 32;

/** Parts of one class are about equally large; below 32. */
export function sizeClassOf(id: number): number {
  return id % CLASSES;
}

function newId(before: number, sizeClass: number): number {
  return Math.max(Math.floor(before / CLASSES) + 1, Date.now()) * CLASSES + sizeClass;
}

/** Ids of all parts, in the order of their age. */
export async function listIndexParts(): Promise<number[]> {
  const db = await database();
  return db.getAllKeys('indexParts');
}

/** Those that are still there. */
export async function readIndexParts(ids: readonly number[]): Promise<IndexPartRow[]> {
  const db = await database();
  const { store } = db.transaction('indexParts');
  const rows = await Promise.all(ids.map((id) => store.get(id)));
  return rows.filter((row) => row !== undefined);
}

/**
 * Adds a part with the words of a document, which are thereby done.
 *
 * @returns false, and nothing added, where the document is gone.
 */
export async function addIndexPart(
  documentId: string,
  part: Omit<IndexPartRow, 'id'>,
  sizeClass: number,
): Promise<boolean> {
  const db = await database();
  const tx = db.transaction(['indexParts', 'documents'], 'readwrite');
  const row = await tx.objectStore('documents').get(documentId);
  if (row) {
    const keys = await tx.objectStore('indexParts').getAllKeys();
    await tx.objectStore('indexParts').put({ ...part, id: newId(keys.at(-1) ?? 0, sizeClass) });
    await tx.objectStore('documents').put({ ...row, text: 'done' });
  }
  await tx.done;
  if (row) announceRows('documents', [documentId]);
  if (row) announceChange('index');
  return row !== undefined;
}

/** Puts one part in the place of others; none, where nothing of them is left. */
export async function replaceIndexParts(
  ids: readonly number[],
  part: Omit<IndexPartRow, 'id'> | undefined,
  sizeClass: number,
): Promise<void> {
  const db = await database();
  const tx = db.transaction('indexParts', 'readwrite');
  const keys = await tx.store.getAllKeys();
  await Promise.all(ids.map((id) => tx.store.delete(id)));
  if (part) await tx.store.put({ ...part, id: newId(keys.at(-1) ?? 0, sizeClass) });
  await tx.done;
  announceChange('index');
}

/** Drops parts whose form nobody reads any more; their documents are to be indexed again, from their stored words. */
export async function dropIndexParts(ids: readonly number[], documentIds: readonly string[]): Promise<void> {
  const db = await database();
  const tx = db.transaction(['indexParts', 'documents'], 'readwrite');
  await Promise.all(ids.map((id) => tx.objectStore('indexParts').delete(id)));
  for (const id of documentIds) {
    const row = await tx.objectStore('documents').get(id);
    if (row?.text === 'done') await tx.objectStore('documents').put({ ...row, text: 'due' });
  }
  await tx.done;
  announceRows('documents', documentIds);
  announceChange('index');
}

/** Ids of all documents whose words may be kept: those in the library, and those that can still be put back. */
export async function listKnownDocuments(): Promise<Set<string>> {
  const db = await database();
  const tx = db.transaction(['documents', 'removed']);
  const [here, removed] = await Promise.all([
    tx.objectStore('documents').getAllKeys(),
    tx.objectStore('removed').getAllKeys(),
  ]);
  return new Set([...here, ...removed]);
}
