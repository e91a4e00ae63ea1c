import { announceChange } from './changes.ts';
import { database } from './database.ts';
import { changeDocument } from './documents.ts';
import { withTwins } from './twins.ts';

/** Ids of the documents whose SHA-256 nobody has computed yet, the oldest first. */
export async function listWithoutSha256(): Promise<string[]> {
  const db = await database();
  const [all, known] = await Promise.all([db.count('documents'), db.countFromIndex('documents', 'by-sha256')]);
  if (all === known) return [];
  const rows = await db.getAllFromIndex('documents', 'by-added');
  return rows.filter(({ sha256 }) => sha256 === undefined).map(({ id }) => id);
}

/**
 * Keeps a document's SHA-256 and, where another has the same bytes, the question that follows from it. A document that
 * has one, or is gone, stays as it is.
 *
 * @param sha256 lower-case hex.
 */
export async function storeSha256(id: string, sha256: string): Promise<void> {
  const db = await database();
  const tx = db.transaction('documents', 'readwrite');
  const row = await tx.store.get(id);
  const isNew = row !== undefined && row.sha256 === undefined;
  if (isNew) {
    const twins = await tx.store.index('by-sha256').getAll(sha256);
    await Promise.all(withTwins({ ...row, sha256 }, twins).map((next) => tx.store.put(next)));
  }
  await tx.done;
  if (isNew) announceChange('documents');
}

/** The person has answered: this document stays beside the one with the same bytes. */
export async function keepBoth(id: string): Promise<void> {
  await changeDocument(id, (row) => {
    const { duplicateOf: _, ...answered } = row;
    return answered;
  });
}
