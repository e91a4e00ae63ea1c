import { announceChange } from './changes.ts';
import { database } from './database.ts';
import type { CredentialRow } from './schema.ts';

/** All remembered credentials, by origin and realm. */
export async function listCredentials(): Promise<CredentialRow[]> {
  const db = await database();
  return db.getAll('credentials');
}

export async function readCredential(space: string): Promise<CredentialRow | undefined> {
  const db = await database();
  return db.get('credentials', space);
}

/** Remembers a credential in place of the one that its protection space had. */
export async function putCredential(row: CredentialRow): Promise<void> {
  const db = await database();
  await db.put('credentials', row);
  announceChange('credentials');
}

/** Reads, steps and writes one credential in one transaction; `undefined` from the step leaves it as it is. */
export async function changeCredential(
  space: string,
  step: (row: CredentialRow) => CredentialRow | undefined,
): Promise<void> {
  const db = await database();
  const tx = db.transaction('credentials', 'readwrite');
  const row = await tx.store.get(space);
  const next = row && step(row);
  if (next) await tx.store.put(next);
  await tx.done;
  if (next) announceChange('credentials');
}

/** Forgets a credential; does nothing where there is none. */
export async function removeCredential(space: string): Promise<void> {
  const db = await database();
  await db.delete('credentials', space);
  announceChange('credentials');
}
