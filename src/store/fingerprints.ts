import { announceRows } from './changes.ts';
import { database } from './database.ts';
import { readDocuments } from './document-pages.ts';
import { changeDocument } from './documents.ts';
import { withTwins } from './twins.ts';

/**
 * Ids of the documents whose SHA-256 nobody has computed yet, the oldest first.
 *
 * @param among only these are looked at; absent: all.
 */
export async function listWithoutSha256(among?: readonly string[]): Promise<string[]> {
  if (among) return (await readDocuments(among)).filter(({ sha256 }) => sha256 === undefined).map(({ id }) => id);
  const db = await database();
  const [all, known] = await Promise.all([db.count('documents'), db.countFromIndex('documents', 'by-sha256')]);
  if (all === known) return [];
  // Keys alone: rows of a large library would hold up whoever asks.
  const tx = db.transaction('documents');
  const [ids, hashed] = await Promise.all([
    tx.store.index('by-added').getAllKeys(),
    tx.store.index('by-sha256').getAllKeys(),
  ]);
  const isHashed = new Set(hashed);
  return ids.filter((id) => !isHashed.has(id));
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
  const twins = isNew ? await tx.store.index('by-sha256').getAll(sha256) : [];
  const changed = isNew ? withTwins({ ...row, sha256 }, twins) : [];
  await Promise.all(changed.map((next) => tx.store.put(next)));
  await tx.done;
  if (isNew)
    announceRows(
      'documents',
      changed.map((next) => next.id),
    );
}

/** The person has answered: this document stays beside the one with the same bytes. */
export async function keepBoth(id: string): Promise<void> {
  await changeDocument(id, (row) => {
    const { duplicateOf: _, ...answered } = row;
    return answered;
  });
}
