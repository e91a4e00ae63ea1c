import type { IDBPDatabase } from 'idb';
import type { LonghaulSchema } from './schema.ts';

type Migration = (db: IDBPDatabase<LonghaulSchema>) => void;

/** Append only: entry n brings version n to n + 1, and people have data of every version that was ever shipped. */
const MIGRATIONS: readonly Migration[] = [
  (db) => {
    db.createObjectStore('sessions', { keyPath: 'id' });
    db.createObjectStore('tasks', { keyPath: 'id' }).createIndex('by-session', 'sessionId');
    db.createObjectStore('segments', { keyPath: ['fileId', 'firstByte'] });
    const documents = db.createObjectStore('documents', { keyPath: 'id' });
    documents.createIndex('by-added', 'addedAt');
    documents.createIndex('by-seen', 'seen');
    documents.createIndex('by-notice', 'notice');
    db.createObjectStore('settings', { keyPath: 'name' });
    db.createObjectStore('credentials', { keyPath: 'space' });
  },
];

/** Runs every migration between the version found and the version wanted, inside the upgrade's transaction. */
export function migrate(db: IDBPDatabase<LonghaulSchema>, oldVersion: number): void {
  for (const step of MIGRATIONS.slice(oldVersion)) step(db);
}
