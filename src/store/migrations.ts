import type { IDBPDatabase, IDBPTransaction, StoreNames } from 'idb';
import type { DocumentRow, LonghaulSchema, TaskRow } from './schema.ts';

type UpgradeTransaction = IDBPTransaction<LonghaulSchema, StoreNames<LonghaulSchema>[], 'versionchange'>;
type Migration = (db: IDBPDatabase<LonghaulSchema>, tx: UpgradeTransaction) => void | Promise<void>;

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
  async (_db, tx) => {
    tx.objectStore('tasks').createIndex('by-run', 'state.registrationId');
    tx.objectStore('documents').createIndex('by-sha256', 'sha256');
    // Version 1 knew the reason but not yet what the server asked for: asking it again tells.
    for (let cursor = await tx.objectStore('tasks').openCursor(); cursor; cursor = await cursor.continue()) {
      const row: TaskRow = cursor.value;
      const isUnknown =
        row.state.state === 'waiting' && row.state.reason === 'challenge' && !('challenge' in row.state);
      if (isUnknown) await cursor.update({ ...row, state: { state: 'waiting', reason: 'turn' } });
    }
  },
  (db) => {
    db.createObjectStore('marks', { keyPath: ['documentId', 'id'] });
  },
  async (db, tx) => {
    db.createObjectStore('removed', { keyPath: 'id' });
    db.createObjectStore('covers', { keyPath: 'documentId' });
    db.createObjectStore('texts', { keyPath: ['documentId', 'page'] });
    db.createObjectStore('indexParts', { keyPath: 'id' });
    db.createObjectStore('collections', { keyPath: 'id' });
    db.createObjectStore('incoming', { keyPath: 'id' });
    const documents = tx.objectStore('documents');
    documents.createIndex('by-used', 'usedAt');
    documents.createIndex('by-size', 'size');
    documents.createIndex('by-catalogued', 'catalogued');
    documents.createIndex('by-text', 'text');
    for (let cursor = await documents.openCursor(); cursor; cursor = await cursor.continue()) {
      const row: DocumentRow = cursor.value;
      const toRead = row.kind === 'pdf' ? 'due' : 'done';
      const usedAt = row.openedAt ?? row.addedAt;
      const titleFrom = row.title === row.fileName ? 'file' : 'person';
      await cursor.update({ ...row, titleFrom, usedAt, catalogued: toRead, text: toRead });
    }
  },
];

/** Runs every migration between the version found and the version wanted, inside the upgrade's transaction. */
export async function migrate(
  db: IDBPDatabase<LonghaulSchema>,
  oldVersion: number,
  tx: UpgradeTransaction,
): Promise<void> {
  for (const step of MIGRATIONS.slice(oldVersion)) await step(db, tx);
}
