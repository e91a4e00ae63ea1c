import { database } from './database.ts';

/** How many documents there are; none of them is read. */
export async function countDocuments(): Promise<number> {
  const db = await database();
  return db.count('documents');
}
