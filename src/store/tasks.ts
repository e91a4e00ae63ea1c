import type { IDBPObjectStore } from 'idb';
import { missingIn } from './byte-range.ts';
import { announceRows } from './changes.ts';
import { database } from './database.ts';
import { around, cut, segmentsOf } from './files.ts';
import { marksOf } from './marks.ts';
import { type RenewalStores, replaceBytes, withNewBytes } from './renewal.ts';
import type { DocumentRow, LonghaulSchema, SegmentRow, TaskRow } from './schema.ts';

/** A new row from the one that is stored; `undefined` leaves it as it is. Runs inside a transaction: synchronous and pure. */
export type RowStep = (row: TaskRow) => TaskRow | undefined;

/** What a transfer adds beside its new state, all in one transaction. */
export interface Harvest {
  /** Bytes that are stored already are left as they are: every byte is stored once. */
  readonly segments?: readonly SegmentRow[];
  /**
   * The library entry; only ever together with the last of its bytes. One under another id gets the bytes as its own, and
   * keeps what the person has changed in it meanwhile.
   */
  readonly document?: DocumentRow;
  /** What was stored before belongs to another version of the file, or comes again as a whole: it goes first. */
  readonly replacesAll?: boolean;
}

const HARVEST_STORES: RenewalStores = ['tasks', 'segments', 'documents'];
const RENEWAL_STORES: RenewalStores = [...HARVEST_STORES, 'covers', 'texts'];

/** All tasks of a session, in the order in which they were added. */
export async function listTasks(sessionId: string): Promise<TaskRow[]> {
  const db = await database();
  const rows = await db.getAllFromIndex('tasks', 'by-session', sessionId);
  return rows.toSorted((a, b) => a.position - b.position);
}

export async function readTask(id: string): Promise<TaskRow | undefined> {
  const db = await database();
  return db.get('tasks', id);
}

/** The tasks of a session that run. */
export async function listRunningTasks(sessionId: string): Promise<TaskRow[]> {
  const db = await database();
  const rows = await db.getAllFromIndex('tasks', 'by-run'); // Only what runs has a run.
  return rows.filter((row) => row.sessionId === sessionId);
}

/** Those of them that there are, in no order. */
export async function readTasks(ids: Iterable<string>): Promise<TaskRow[]> {
  const db = await database();
  const { store } = db.transaction('tasks');
  const rows = await Promise.all(Array.from(ids, (id) => store.get(id)));
  return rows.filter((row) => row !== undefined);
}

/** The tasks of all sessions, in no order. */
export async function listAllTasks(): Promise<TaskRow[]> {
  const db = await database();
  return db.getAll('tasks');
}

/** The tasks that ride in one run, of any session. */
export async function tasksOfRun(registrationId: string): Promise<TaskRow[]> {
  const db = await database();
  return db.getAllFromIndex('tasks', 'by-run', registrationId);
}

/**
 * Reads a task, steps it and writes it back in one transaction, so that page and worker can't overwrite each other.
 *
 * @returns the row as it stands afterwards, or `undefined` when there is no such task.
 */
export async function changeTask(id: string, step: RowStep): Promise<TaskRow | undefined> {
  return (await changeTasks([id], step))[0];
}

/** As `changeTask()`, many in one transaction. @returns the rows as they stand afterwards, of those that there are. */
export async function changeTasks(ids: readonly string[], step: RowStep): Promise<TaskRow[]> {
  const db = await database();
  const tx = db.transaction('tasks', 'readwrite');
  const changed: string[] = [];
  const rows = await Promise.all(
    ids.map(async (id) => {
      const row = await tx.store.get(id);
      const next = row && step(row);
      if (next) changed.push(id);
      if (next) await tx.store.put(next);
      return next ?? row;
    }),
  );
  await tx.done;
  announceRows('tasks', changed);
  return rows.filter((row) => row !== undefined);
}

/** As `changeTasks()`; bytes that the new state has no resume data for go in the same transaction. */
export async function changeTasksAndBytes(ids: readonly string[], step: RowStep): Promise<void> {
  const db = await database();
  const tx = db.transaction(['tasks', 'segments'], 'readwrite');
  const changed: string[] = [];
  const change = async (id: string): Promise<void> => {
    const row = await tx.objectStore('tasks').get(id);
    const next = row && step(row);
    if (!next) return;
    changed.push(id);
    const isKept = next.state.state === 'failed' && next.state.resumeData !== undefined;
    await tx.objectStore('tasks').put(isKept ? next : { ...next, bytesStored: 0 });
    if (!isKept) await tx.objectStore('segments').delete(segmentsOf(id));
  };
  await Promise.all(ids.map((id) => change(id)));
  await tx.done;
  announceRows('tasks', changed);
}

/**
 * Changes the order of a session's tasks: all are read and those that move are written in one transaction.
 *
 * @param step the rows that change. Runs inside the transaction: synchronous and pure.
 */
export async function changeOrder(
  sessionId: string,
  step: (rows: readonly TaskRow[]) => readonly TaskRow[],
): Promise<readonly TaskRow[]> {
  const db = await database();
  const tx = db.transaction('tasks', 'readwrite');
  const moved = step(await tx.store.index('by-session').getAll(sessionId));
  await Promise.all([...moved.map((row) => tx.store.put(row)), tx.done]);
  announceRows(
    'tasks',
    moved.map(({ id }) => id),
  );
  return moved;
}

/**
 * Stores a task's bytes together with its new state and, at the end, its document: all of it or nothing. The row's
 * `bytesStored` follows what lies in storage. A step that returns `undefined` stores nothing; neither does a harvest for
 * a document that the task renews and that is gone.
 *
 * @throws {DOMException} `QuotaExceededError` when there is no room.
 */
export async function storeHarvest(id: string, harvest: Harvest, step: RowStep): Promise<TaskRow | undefined> {
  const db = await database();
  const isRenewal = harvest.document !== undefined && harvest.document.id !== id;
  const tx = db.transaction(isRenewal ? RENEWAL_STORES : HARVEST_STORES, 'readwrite');
  const row = await tx.objectStore('tasks').get(id);
  const stepped = row && step(row);
  if (!stepped) return row;
  const before = isRenewal ? await tx.objectStore('documents').get(harvest.document.id) : undefined;
  if (isRenewal && !before && stepped.renews !== undefined) return row;
  const bytesStored = await putSegments(tx.objectStore('segments'), stepped, harvest);
  const hasNew = bytesStored > (harvest.replacesAll ? 0 : row.bytesStored);
  const next = { ...stepped, bytesStored, ...(hasNew ? { lastByteAt: Date.now() } : {}) };
  const writes: Promise<unknown>[] = [tx.objectStore('tasks').put(next)];
  const document = before && harvest.document ? withNewBytes(before, harvest.document) : harvest.document;
  if (document) writes.push(tx.objectStore('documents').put(document));
  if (document && isRenewal) await replaceBytes(tx, id, document, before?.sha256);
  await Promise.all([...writes, tx.done]);
  announceRows('tasks', [id]);
  if (harvest.document) announceRows('documents', [harvest.document.id]);
  return next;
}

type SegmentStore = IDBPObjectStore<LonghaulSchema, RenewalStores, 'segments', 'readwrite'>;

/** @returns how many bytes of the file are stored afterwards. */
async function putSegments(
  store: SegmentStore,
  { id, bytesStored }: TaskRow,
  { segments = [], replacesAll = false }: Harvest,
): Promise<number> {
  let stored = replacesAll ? 0 : bytesStored;
  if (replacesAll) await store.delete(segmentsOf(id));
  for (const segment of segments) {
    for (const range of missingIn(segment, replacesAll ? [] : await around(store, segment))) {
      await store.put({ fileId: id, ...range, bytes: cut(segment, range) });
      stored += range.lastByte - range.firstByte + 1;
    }
  }
  return stored;
}

/**
 * Forgets tasks, all in one transaction. Their bytes go too, and what was marked in them, unless the library holds them
 * as a document, or can put it back.
 */
export async function removeTasks(ids: readonly string[]): Promise<void> {
  const db = await database();
  const tx = db.transaction(['tasks', 'segments', 'documents', 'removed', 'marks'], 'readwrite');
  const remove = async (id: string): Promise<void> => {
    const kept = (await tx.objectStore('documents').getKey(id)) ?? (await tx.objectStore('removed').getKey(id));
    const writes: Promise<unknown>[] = [tx.objectStore('tasks').delete(id)];
    if (kept === undefined) {
      writes.push(tx.objectStore('segments').delete(segmentsOf(id)), tx.objectStore('marks').delete(marksOf(id)));
    }
    await Promise.all(writes);
  };
  await Promise.all([...ids.map((id) => remove(id)), tx.done]);
  announceRows('tasks', ids);
}
