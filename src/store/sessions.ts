import { announceChange } from './changes.ts';
import { database } from './database.ts';
import type { SessionRow } from './schema.ts';

/** The session's row, made when it is new. */
export async function openSession(id: string): Promise<SessionRow> {
  const db = await database();
  const tx = db.transaction('sessions', 'readwrite');
  const found = await tx.store.get(id);
  const row: SessionRow = found ?? { id, state: 'valid', conditions: {}, createdAt: Date.now() };
  if (!found) await tx.store.add(row);
  await tx.done;
  return row;
}

export async function readSession(id: string): Promise<SessionRow | undefined> {
  const db = await database();
  return db.get('sessions', id);
}

/** Reads, steps and writes a session in one transaction. Whatever the step throws leaves it as it is. */
export async function changeSession(
  id: string,
  step: (row: SessionRow) => SessionRow,
): Promise<SessionRow | undefined> {
  const db = await database();
  const tx = db.transaction('sessions', 'readwrite');
  const row = await tx.store.get(id);
  const next = row && step(row);
  if (next) await tx.store.put(next);
  await tx.done;
  if (next) announceChange('sessions');
  return next;
}
