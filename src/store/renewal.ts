import type { IDBPTransaction } from 'idb';
import { announceRows } from './changes.ts';
import { database } from './database.ts';
import { moveSegments, segmentsOf } from './files.ts';
import type { DocumentRow, LonghaulSchema } from './schema.ts';
import { textsOf } from './texts.ts';
import { withoutTwin } from './twins.ts';

export type RenewalStores = ('tasks' | 'segments' | 'documents' | 'covers' | 'texts')[];

/** What is known of a document by its bytes, and of their coming. All else is the person's. */
const BY_BYTES: ReadonlySet<string> = new Set<keyof DocumentRow>([
  'kind',
  'type',
  'size',
  'pages',
  'sha256',
  'duplicateOf',
  'catalogued',
  'text',
  'isMissing',
  'isOtherVersion',
  'seen',
  'notice',
]);

/**
 * A document with new bytes. To look at these takes its time: what the person has done with the document since stays.
 *
 * @param renewed the document as it was before that look, with what the new bytes say.
 */
export function withNewBytes(now: DocumentRow, renewed: DocumentRow): DocumentRow {
  const mine = Object.entries(now).filter(([name]) => !BY_BYTES.has(name));
  const theirs = Object.entries(renewed).filter(([name]) => BY_BYTES.has(name));
  return Object.fromEntries([...mine, ...theirs]) as unknown as DocumentRow;
}

/**
 * Puts the bytes of a task in the place of a document's own, inside the transaction that completes the task: they are
 * never both's and never nobody's. The task that brought the old ones goes with them; so do cover and words that are to
 * be read anew, and questions of others that had the old bytes, too.
 */
export async function replaceBytes(
  tx: IDBPTransaction<LonghaulSchema, RenewalStores, 'readwrite'>,
  taskId: string,
  { id, kind, catalogued, text, sha256 }: DocumentRow,
  sha256Before: string | undefined,
): Promise<void> {
  await tx.objectStore('segments').delete(segmentsOf(id));
  await moveSegments(tx.objectStore('segments'), taskId, id);
  await tx.objectStore('tasks').delete(id);
  if (kind === 'file' || catalogued === 'due') await tx.objectStore('covers').delete(id);
  if (kind === 'file' || text === 'due') await tx.objectStore('texts').delete(textsOf(id));
  if (sha256Before === undefined || sha256Before === sha256) return;
  const documents = tx.objectStore('documents');
  const twins = await documents.index('by-sha256').getAll(sha256Before);
  for (const twin of withoutTwin(id, twins)) await documents.put(twin);
}

/** Bytes of a segment that a file from disk is cut into. */
const SEGMENT = 32_000_000;

/**
 * Stores a document's bytes anew, all or none; a document that is gone gets none.
 *
 * @throws {DOMException} `QuotaExceededError` when there is no room.
 */
export async function restoreBytes(id: string, bytes: Blob): Promise<void> {
  const db = await database();
  const tx = db.transaction(['documents', 'segments'], 'readwrite');
  const row = await tx.objectStore('documents').get(id);
  if (!row) return;
  const { isMissing: _, ...whole } = row;
  const writes: Promise<unknown>[] = [
    tx.objectStore('documents').put(whole),
    tx.objectStore('segments').delete(segmentsOf(id)),
  ];
  for (let firstByte = 0; firstByte < bytes.size; firstByte += SEGMENT) {
    const part = bytes.slice(firstByte, firstByte + SEGMENT);
    const lastByte = firstByte + part.size - 1;
    writes.push(tx.objectStore('segments').put({ fileId: id, firstByte, lastByte, bytes: part }));
  }
  await Promise.all([...writes, tx.done]);
  announceRows('documents', [id]);
}
