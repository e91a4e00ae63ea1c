import { database } from './database.ts';
import { segmentsOf } from './files.ts';

/** Whose a file can be: its id is a document's, a task's, a removed document's, or that of a file that comes in. */
const OWNERS: ('documents' | 'tasks' | 'removed' | 'incoming')[] = ['documents', 'tasks', 'removed', 'incoming'];

/** Ids of files of which bytes are stored, but which nothing speaks of. Nothing is read of their bytes. */
export async function listUnownedFiles(): Promise<string[]> {
  const db = await database();
  const tx = db.transaction([...OWNERS, 'segments' as const]);
  const keys = await Promise.all(OWNERS.map((store) => tx.objectStore(store).getAllKeys()));
  const owned = new Set(keys.flat());
  const unowned: string[] = [];
  let cursor = await tx.objectStore('segments').openKeyCursor();
  while (cursor) {
    const [fileId] = cursor.key;
    if (!owned.has(fileId)) unowned.push(fileId);
    cursor = await cursor.continue([fileId, Number.MAX_SAFE_INTEGER]);
  }
  return unowned;
}

/** Lets a file's bytes go, unless somebody owns them by now. */
export async function letGoUnowned(fileId: string): Promise<void> {
  const db = await database();
  const tx = db.transaction([...OWNERS, 'segments' as const], 'readwrite');
  const owners = await Promise.all(OWNERS.map((store) => tx.objectStore(store).getKey(fileId)));
  if (owners.every((owner) => owner === undefined)) await tx.objectStore('segments').delete(segmentsOf(fileId));
  await tx.done;
}
