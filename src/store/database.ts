import { type IDBPDatabase, openDB } from 'idb';
import { migrate } from './migrations.ts';
import { type LonghaulSchema, SCHEMA_VERSION } from './schema.ts';

export type LonghaulDatabase = IDBPDatabase<LonghaulSchema>;

let connection: Promise<LonghaulDatabase> | undefined;

/**
 * The one connection of this page or worker. It closes itself when a newer version waits to upgrade,
 * and the next call opens it again.
 *
 * @throws {DOMException} `VersionError` when a newer Longhaul has upgraded the database already.
 */
export function database(): Promise<LonghaulDatabase> {
  connection ??= open().catch((error: unknown) => {
    connection = undefined;
    throw error;
  });
  return connection;
}

async function open(): Promise<LonghaulDatabase> {
  const opened = await openDB<LonghaulSchema>('longhaul', SCHEMA_VERSION, {
    upgrade: (db, oldVersion, _newVersion, tx) => migrate(db, oldVersion, tx),
    blocking: () => {
      opened.close();
      connection = undefined;
    },
    terminated: () => {
      connection = undefined;
    },
  });
  return opened;
}
