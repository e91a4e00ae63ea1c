import { announceChange, announceRows } from './changes.ts';
import { database } from './database.ts';
import { changeDocuments } from './document-pages.ts';
import type { CollectionRow, DocumentRow } from './schema.ts';

/** All collections, in the order of their names. */
export async function listCollections(): Promise<CollectionRow[]> {
  const db = await database();
  const { compare } = new Intl.Collator(undefined, { numeric: true });
  return (await db.getAll('collections')).toSorted((a, b) => compare(a.name, b.name));
}

/**
 * Makes a collection; one that has the name already, however it is written, is taken for it.
 *
 * @returns its id.
 */
export async function createCollection(name: string): Promise<string> {
  const db = await database();
  const tx = db.transaction('collections', 'readwrite');
  const namesake = (await tx.store.getAll()).find((row) => isSameName(row.name, name));
  const id = namesake?.id ?? crypto.randomUUID();
  if (!namesake) await tx.store.put({ id, name: name.trim(), createdAt: Date.now() });
  await tx.done;
  announceChange('collections');
  return id;
}

/** @returns whether it has the name now; not when another one has it. */
export async function renameCollection(id: string, name: string): Promise<boolean> {
  const db = await database();
  const tx = db.transaction('collections', 'readwrite');
  const rows = await tx.store.getAll();
  const row = rows.find((each) => each.id === id);
  const isFree = !rows.some((each) => each.id !== id && isSameName(each.name, name));
  if (row && isFree) await tx.store.put({ ...row, name: name.trim() });
  await tx.done;
  announceChange('collections');
  return isFree;
}

/** Takes a collection away; its documents stay in the library. */
export async function removeCollection(id: string): Promise<void> {
  const db = await database();
  const tx = db.transaction(['collections', 'documents'], 'readwrite');
  await tx.objectStore('collections').delete(id);
  const left: string[] = [];
  for (let cursor = await tx.objectStore('documents').openCursor(); cursor; cursor = await cursor.continue()) {
    if (!cursor.value.collections?.includes(id)) continue;
    left.push(cursor.primaryKey);
    await cursor.update(without(cursor.value, id));
  }
  await tx.done;
  announceChange('collections');
  announceRows('documents', left);
}

/** Puts documents into a collection, or takes them out of it. */
export async function setInCollection(ids: readonly string[], collectionId: string, isIn: boolean): Promise<void> {
  await changeDocuments(ids, (row) => {
    const rest = without(row, collectionId);
    return isIn ? { ...rest, collections: [...(rest.collections ?? []), collectionId] } : rest;
  });
}

function without(row: DocumentRow, collectionId: string): DocumentRow {
  const { collections, ...rest } = row;
  const others = (collections ?? []).filter((id) => id !== collectionId);
  return others.length === 0 ? rest : { ...rest, collections: others };
}

function isSameName(a: string, b: string): boolean {
  return a.trim().localeCompare(b.trim(), undefined, { sensitivity: 'accent' }) === 0;
}
