import { type IDBPDatabase, deleteDB, openDB } from 'idb';
import { migrate } from './migrations.ts';
import { type LonghaulSchema, SCHEMA_VERSION } from './schema.ts';
import { meetObstacle } from './store-obstacle.ts';
import { keepTrialFile } from './trial-file.ts';

export type LonghaulDatabase = IDBPDatabase<LonghaulSchema>;

/** Ms in which browsers answer, and other windows let go. Longer, and the person is told. */
const LONGEST_OPENING = 8_000;

let connection: Promise<LonghaulDatabase> | undefined;

/**
 * The one connection of this page or worker. It closes itself when a newer version waits to upgrade,
 * and the next call opens it again. What keeps it from opening is told by `onStoreObstacle()`.
 *
 * @throws {DOMException} `VersionError` when a newer Longhaul has upgraded the database already; another where the
 * browser refuses it.
 */
export function database(): Promise<LonghaulDatabase> {
  connection ??= open().catch((error: unknown) => {
    connection = undefined;
    throw error;
  });
  return connection;
}

async function open(): Promise<LonghaulDatabase> {
  let isBlocked = false;
  let isNew = false;
  const late = setTimeout(() => meetObstacle(isBlocked ? 'blocked' : 'silent'), LONGEST_OPENING);
  try {
    const opened = await openDB<LonghaulSchema>('longhaul', SCHEMA_VERSION, {
      upgrade: (db, oldVersion, _newVersion, tx) => {
        isNew = oldVersion === 0;
        return migrate(db, oldVersion, tx);
      },
      blocked: () => (isBlocked = true),
      blocking: (_version, newVersion) => {
        opened.close();
        connection = undefined;
        if (newVersion !== null) meetObstacle('outdated'); // Else it is only being cleared.
      },
      terminated: () => {
        connection = undefined;
      },
    });
    if (isNew) await expectFiles(opened);
    meetObstacle(undefined);
    return opened;
  } catch (error) {
    meetObstacle(isVersionError(error) ? 'outdated' : 'refused');
    throw error;
  } finally {
    clearTimeout(late);
  }
}

/** Where files can't be kept, nothing is: the next start asks again. */
async function expectFiles(opened: LonghaulDatabase): Promise<void> {
  try {
    await keepTrialFile();
  } catch (error) {
    opened.close();
    await deleteDB('longhaul');
    throw error;
  }
}

function isVersionError(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'VersionError';
}
