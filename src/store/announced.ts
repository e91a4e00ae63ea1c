import { database } from './database.ts';

const NAME = 'announced-needs';

/** Keys of what the person was told of by a notification, or has seen in a window. */
export async function readAnnounced(): Promise<readonly string[]> {
  const db = await database();
  const row = await db.get('settings', NAME);
  return Array.isArray(row?.value) ? row.value : [];
}

/** @param keys of all that still needs the person; what is not among them may be told of again. */
export async function writeAnnounced(keys: readonly string[]): Promise<void> {
  const db = await database();
  await db.put('settings', { name: NAME, value: keys });
}
