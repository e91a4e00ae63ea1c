import type { IDBPObjectStore, StoreNames } from 'idb';
import { type ByteRange, missingIn } from './byte-range.ts';
import { database } from './database.ts';
import type { LonghaulSchema, SegmentRow } from './schema.ts';

type SegmentStore<
  Stores extends ArrayLike<StoreNames<LonghaulSchema>>,
  Mode extends IDBTransactionMode,
> = IDBPObjectStore<LonghaulSchema, Stores, 'segments', Mode>;

/** Every segment of one file, as a key range. */
export function segmentsOf(fileId: string): IDBKeyRange {
  return IDBKeyRange.bound([fileId, 0], [fileId, Number.MAX_SAFE_INTEGER]);
}

/**
 * A stored file: its segments one behind the other. Nothing is copied; `slice()` reads only what it names.
 *
 * @returns `undefined` when the file is not there or a segment of it is missing.
 */
export async function readFile(fileId: string, type: string): Promise<Blob | undefined> {
  const db = await database();
  const segments = await db.getAll('segments', segmentsOf(fileId));
  if (segments.length === 0 || !isContiguous(segments)) return undefined;
  return new Blob(
    segments.map((segment) => segment.bytes),
    { type },
  );
}

/**
 * A part of a file that may still have holes. Nothing is read before it is used.
 *
 * @returns which bytes of it are not there, if any.
 */
export async function readPart(fileId: string, part: ByteRange): Promise<Blob | readonly ByteRange[]> {
  const db = await database();
  const segments = await around(db.transaction('segments').store, { fileId, ...part });
  const missing = missingIn(part, segments);
  return missing.length > 0 ? missing : new Blob(segments.map((segment) => cut(segment, part)));
}

/** What is stored of a part of a file and across its edges, in order of `firstByte`. */
export async function around<Stores extends ArrayLike<StoreNames<LonghaulSchema>>, Mode extends IDBTransactionMode>(
  store: SegmentStore<Stores, Mode>,
  { fileId, firstByte, lastByte }: ByteRange & { readonly fileId: string },
): Promise<SegmentRow[]> {
  const before = await store.openCursor(IDBKeyRange.bound([fileId, 0], [fileId, firstByte]), 'prev');
  const within = await store.getAll(IDBKeyRange.bound([fileId, firstByte], [fileId, lastByte], true));
  return before ? [before.value, ...within] : within;
}

/** The bytes of a segment that lie in a part of the file. */
export function cut({ firstByte, lastByte, bytes }: SegmentRow, part: ByteRange): Blob {
  const from = Math.max(0, part.firstByte - firstByte);
  const to = Math.max(from, Math.min(lastByte, part.lastByte) - firstByte + 1);
  return bytes.slice(from, to);
}

/** Which bytes of a file are stored, in order; nothing is read of them. */
export async function listRanges(fileId: string): Promise<ByteRange[]> {
  const db = await database();
  const segments = await db.getAll('segments', segmentsOf(fileId));
  return segments.map(({ firstByte, lastByte }) => ({ firstByte, lastByte }));
}

/** Whether segments in order of `firstByte` cover the file from its first byte without a hole. */
export function isContiguous(segments: readonly SegmentRow[]): boolean {
  let next = 0;
  for (const segment of segments) {
    if (segment.firstByte !== next || segment.bytes.size !== segment.lastByte - segment.firstByte + 1) return false;
    next = segment.lastByte + 1;
  }
  return true;
}

/** Gives a file's bytes to another, inside a transaction. Browsers copy a `Blob` that moves. */
export async function moveSegments<Stores extends ArrayLike<StoreNames<LonghaulSchema>>>(
  store: SegmentStore<Stores, 'readwrite'>,
  fromId: string,
  toId: string,
): Promise<void> {
  const keys = await store.getAllKeys(segmentsOf(fromId));
  for (const key of keys) {
    const segment = await store.get(key);
    if (segment) await store.put({ ...segment, fileId: toId });
  }
  await store.delete(segmentsOf(fromId));
}
