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
