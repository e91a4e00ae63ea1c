import type { IDBPTransaction } from 'idb';
import { announceChange, announceRows } from './changes.ts';
import { database } from './database.ts';
import { moveSegments, segmentsOf } from './files.ts';
import { marksOf } from './marks.ts';
import type { CollectionRow, DocumentRow, LonghaulSchema, MarkRow, SegmentRow } from './schema.ts';
import { withTwins } from './twins.ts';

/** Notes that a file comes in, before its first segment. */
export async function beginIncoming(id: string): Promise<void> {
  const db = await database();
  await db.put('incoming', { id, startedAt: Date.now() });
}

/** @throws {DOMException} `QuotaExceededError` when there is no room. */
export async function storeIncoming(segment: SegmentRow): Promise<void> {
  const db = await database();
  await db.put('segments', segment);
}

/** What comes with a file. */
export interface Belongings {
  readonly marks?: readonly MarkRow[];
  /** Those that are here already stay as they are. */
  readonly collections?: readonly CollectionRow[];
}

/** What to do where the library has the same bytes: add them with a question about it, or let them go. */
export type WhenKnown = 'ask' | 'leave';

/**
 * What became of a file whose bytes are all stored. A `known` document is one that the library had before; a `restored`
 * one, too, but the browser had cleared its bytes: it has got these.
 */
export interface Admission {
  readonly kind: 'added' | 'known' | 'restored';
  readonly document: DocumentRow;
}

/**
 * Makes a document of an incoming file, with what belongs to it, in one transaction. Where a document lacks just these
 * bytes, they become its own, and what belongs to them is not looked at.
 *
 * @param document with its SHA-256.
 */
export async function admitIncoming(
  document: DocumentRow,
  { marks = [], collections = [] }: Belongings,
  whenKnown: WhenKnown,
): Promise<Admission> {
  const db = await database();
  const tx = db.transaction(['documents', 'incoming', 'segments', 'marks', 'collections'], 'readwrite');
  const twins = await tx.objectStore('documents').index('by-sha256').getAll(document.sha256);
  const known = knownAmong(twins);
  await tx.objectStore('incoming').delete(document.id);
  if (known?.isMissing) {
    const restored = await restore(tx, known, document.id);
    await tx.done;
    announceRows('documents', [known.id]);
    return { kind: 'restored', document: restored };
  }
  if (known && whenKnown === 'leave') {
    await Promise.all([tx.objectStore('segments').delete(segmentsOf(document.id)), tx.done]);
    return { kind: 'known', document: known };
  }
  const rows = withTwins(document, twins);
  await Promise.all([
    ...rows.map((row) => tx.objectStore('documents').put(row)),
    ...marks.map((row) => tx.objectStore('marks').put(row)),
    putMissing(tx, collections),
  ]);
  await tx.done;
  announceArrival(document.id, { marks, collections });
  return { kind: 'added', document: rows.find(({ id }) => id === document.id) ?? document };
}

/**
 * Gives a document that is here already what it lacks of these; what it has stays as it is.
 *
 * @param step adds to the row; `undefined` leaves it.
 * @returns how many marks were added, or `undefined` when the document is gone.
 */
export async function addBelongings(
  documentId: string,
  { marks = [], collections = [] }: Belongings,
  step: (row: DocumentRow) => DocumentRow | undefined,
): Promise<number | undefined> {
  const db = await database();
  const tx = db.transaction(['documents', 'marks', 'collections'], 'readwrite');
  const row = await tx.objectStore('documents').get(documentId);
  if (!row) return undefined;
  const here = new Set((await tx.objectStore('marks').getAllKeys(marksOf(documentId))).map(([, id]) => id));
  const lacking = marks.filter(({ id }) => !here.has(id));
  const next = step(row);
  await Promise.all([
    next ? tx.objectStore('documents').put(next) : undefined,
    ...lacking.map((mark) => tx.objectStore('marks').put(mark)),
    putMissing(tx, collections),
  ]);
  await tx.done;
  announceArrival(documentId, { marks: lacking, collections });
  return lacking.length;
}

/** Lets go of what has come of a file that does not come any more. */
export async function discardIncoming(id: string): Promise<void> {
  const db = await database();
  const tx = db.transaction(['incoming', 'segments'], 'readwrite');
  const isIncoming = (await tx.objectStore('incoming').getKey(id)) !== undefined;
  if (isIncoming) {
    await tx.objectStore('segments').delete(segmentsOf(id));
    await tx.objectStore('incoming').delete(id);
  }
  await tx.done;
}

/** Ids of the files on their way in, those that nobody brings in any more among them. */
export async function listIncoming(): Promise<string[]> {
  const db = await database();
  return db.getAllKeys('incoming');
}

/** Whether nothing here has that id. */
export async function isFreeId(id: string): Promise<boolean> {
  const db = await database();
  const keys = (['documents', 'removed', 'tasks', 'incoming'] as const).map((store) => db.getKey(store, id));
  return (await Promise.all(keys)).every((key) => key === undefined);
}

/** Adds those that are not here yet. */
export async function addCollections(collections: readonly CollectionRow[]): Promise<void> {
  const db = await database();
  const tx = db.transaction('collections', 'readwrite');
  const here = new Set(await tx.store.getAllKeys());
  const lacking = collections.filter(({ id }) => !here.has(id));
  await Promise.all([...lacking.map((row) => tx.store.put(row)), tx.done]);
  if (lacking.length > 0) announceChange('collections');
}

export async function readCollections(): Promise<CollectionRow[]> {
  const db = await database();
  return db.getAll('collections');
}

/** The document with these bytes, if there is one: one that has lost them, else the one that was added first. */
export async function documentOfSha256(sha256: string): Promise<DocumentRow | undefined> {
  const db = await database();
  const rows = await db.getAllFromIndex('documents', 'by-sha256', sha256);
  return knownAmong(rows);
}

function knownAmong(twins: readonly DocumentRow[]): DocumentRow | undefined {
  return twins.find(({ isMissing }) => isMissing) ?? twins.toSorted((a, b) => a.addedAt - b.addedAt)[0];
}

type Stores = ('documents' | 'incoming' | 'segments' | 'marks' | 'collections')[];

/** Gives an incoming file's bytes to a document that has lost its own. */
async function restore(
  tx: IDBPTransaction<LonghaulSchema, Stores, 'readwrite'>,
  known: DocumentRow,
  fileId: string,
): Promise<DocumentRow> {
  const { isMissing: _, ...whole } = known;
  const segments = tx.objectStore('segments');
  await segments.delete(segmentsOf(whole.id));
  await moveSegments(segments, fileId, whole.id);
  await tx.objectStore('documents').put(whole);
  return whole;
}

async function putMissing(
  tx: IDBPTransaction<LonghaulSchema, Stores, 'readwrite'>,
  collections: readonly CollectionRow[],
): Promise<void> {
  for (const row of collections) {
    const isHere = (await tx.objectStore('collections').getKey(row.id)) !== undefined;
    if (!isHere) await tx.objectStore('collections').put(row);
  }
}

function announceArrival(documentId: string, { marks = [], collections = [] }: Belongings): void {
  announceRows('documents', [documentId]);
  if (marks.length > 0) announceChange('marks');
  if (collections.length > 0) announceChange('collections');
}
