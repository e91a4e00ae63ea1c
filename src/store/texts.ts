import { database } from './database.ts';
import type { TextRow } from './schema.ts';

/** All pages of a document's words. */
export function textsOf(documentId: string): IDBKeyRange {
  return IDBKeyRange.bound([documentId, 0], [documentId, Number.MAX_SAFE_INTEGER]);
}

/** Numbers of the pages whose words are there. */
export async function listPagesWithText(documentId: string): Promise<Set<number>> {
  const db = await database();
  const keys = await db.getAllKeys('texts', textsOf(documentId));
  return new Set(keys.map(([, page]) => page));
}

/** Keeps the words of some pages, unless their document is gone. */
export async function storeTexts(documentId: string, rows: readonly TextRow[]): Promise<void> {
  const db = await database();
  const tx = db.transaction(['documents', 'texts'], 'readwrite');
  const isThere = (await tx.objectStore('documents').getKey(documentId)) !== undefined;
  if (isThere) await Promise.all(rows.map((row) => tx.objectStore('texts').put(row)));
  await tx.done;
}

/** The words of a whole document, in the order of its pages. */
export async function readTexts(documentId: string): Promise<TextRow[]> {
  const db = await database();
  return db.getAll('texts', textsOf(documentId));
}

/** The words of single pages, in the order asked for; `undefined` for one that has none. */
export async function readPageTexts(
  pages: readonly (readonly [documentId: string, page: number])[],
): Promise<(string | undefined)[]> {
  const db = await database();
  const { store } = db.transaction('texts');
  return Promise.all(pages.map(async ([id, page]) => (await store.get([id, page]))?.text));
}
