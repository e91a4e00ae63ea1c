import { deleteDB, openDB } from 'idb';

const TRIAL = 'longhaul-trial';

/**
 * Stores a file, and takes it away again: a private window of WebKit has a database that takes everything but files. In
 * a database of its own, because WebKit 2.50 keeps no later file in one where the first was removed while it was made.
 *
 * @throws {DOMException} where the browser keeps no files.
 */
export async function keepTrialFile(): Promise<void> {
  const db = await openDB(TRIAL, 1, { upgrade: (made) => void made.createObjectStore('files') });
  try {
    await db.put('files', new Blob(['%PDF']), 'trial');
  } finally {
    db.close();
    await deleteDB(TRIAL);
  }
}
