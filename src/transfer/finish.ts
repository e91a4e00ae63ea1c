import { readDocument } from '../store/documents.ts';
import { readFile } from '../store/files.ts';
import type { DocumentRow, TaskRow } from '../store/schema.ts';
import { dropUnreadable } from '../store/missing.ts';
import { type Harvest, storeHarvest } from '../store/tasks.ts';
import type { Digest } from './digest.ts';
import { TransferError } from './errors.ts';
import { fileNameOf } from './file-name.ts';
import type { ReceivedFile } from './record.ts';
import { stepTask } from './step-task.ts';

/**
 * The app's say on a received file, before the task completes: returns the library entry to store along with it,
 * or nothing when the session alone keeps it. An entry under another id than the task's takes the bytes over.
 *
 * @throws {TransferError} when the file is not what was asked for; the task then fails.
 */
export type AcceptFile = (file: ReceivedFile, task: TaskRow, digest: Digest) => Promise<DocumentRow | undefined>;

/** Keeps every file with its task alone. */
export function acceptAny(): Promise<undefined> {
  return Promise.resolve(undefined);
}

/** What stands between a received file and a completed task: the digest that was given, then the app's say. */
export interface Acceptance {
  readonly accept: AcceptFile;
  readonly digest: Digest;
}

/**
 * Completes a task whose bytes are all stored; its row stays as it is while one is missing.
 *
 * @throws {TransferError} when the file is refused; its bytes are gone then.
 */
export async function finishStored(row: TaskRow, acceptance: Acceptance): Promise<TaskRow | undefined> {
  const { remote } = row;
  if (remote?.length === undefined || row.bytesStored !== remote.length) return row;
  const readable = await dropUnreadable(row);
  if (readable.bytesStored !== remote.length) return readable;
  const bytes = await readFile(row.id, remote.type);
  if (bytes?.size !== remote.length) return row;
  const file: ReceivedFile = { bytes, remote, name: remote.name ?? fileNameOf(remote.url, null) };
  return finish(row, file, {}, acceptance);
}

/**
 * Completes a task with a file, which is stored along unless it is already. A file that has to be checked is stored
 * first: that takes its time, and a worker that dies meanwhile must not lose what came.
 *
 * @throws {TransferError} when the file is refused; its bytes are gone then.
 */
export async function finish(
  row: TaskRow,
  file: ReceivedFile,
  harvest: Harvest,
  acceptance: Acceptance,
): Promise<TaskRow | undefined> {
  const isChecked = row.digest !== undefined || row.renews !== undefined;
  if (isChecked && harvest.segments) {
    const stored = await storeUnchecked(row.id, file, harvest);
    return stored && finishStored(stored, acceptance);
  }
  const document = await admit(file, row, acceptance);
  const stored = await storeHarvest(row.id, { ...harvest, ...(document ? { document } : {}) }, (current) => {
    const next = stepTask(current, { type: 'complete', fileId: document?.id ?? row.id });
    return next && { ...next, name: file.name, remote: file.remote };
  });
  const { renews, ...alone } = row;
  const isRemoved = renews !== undefined && document?.id === renews && !(await readDocument(renews));
  return isRemoved ? finish(alone, file, harvest, acceptance) : stored; // It was removed while the app looked at the file.
}

/** Checks the digest, then asks the app. What is refused is worth nothing: it goes, so that Retry fetches it anew. */
async function admit(
  file: ReceivedFile,
  row: TaskRow,
  { accept, digest }: Acceptance,
): Promise<DocumentRow | undefined> {
  try {
    await assertDigest(file.bytes, row, digest);
    return await accept(file, row, digest);
  } catch (error) {
    if (error instanceof TransferError) await storeHarvest(row.id, { replacesAll: true }, unlessOver);
    throw error;
  }
}

async function assertDigest(bytes: Blob, { digest: promised, request }: TaskRow, digest: Digest): Promise<void> {
  if (promised === undefined) return;
  const found = await digest(bytes);
  if (found !== promised) {
    throw new TransferError('digest-mismatch', `Expected SHA-256 ${promised} of ${request.url}, got ${found}`);
  }
}

async function storeUnchecked(id: string, { remote }: ReceivedFile, harvest: Harvest): Promise<TaskRow | undefined> {
  return storeHarvest(id, harvest, (current) => {
    const open = unlessOver(current);
    return open && { ...open, remote };
  });
}

/** For a `RowStep`: what is complete or cancelled takes no more bytes. */
export function unlessOver(row: TaskRow): TaskRow | undefined {
  const { state } = row;
  const isOver = state.state === 'completed' || (state.state === 'failed' && state.code === 'canceled');
  return isOver ? undefined : row;
}
