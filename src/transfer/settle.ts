import type { DocumentRow, SegmentRow, TaskRow } from '../store/schema.ts';
import { changeTask, readTask, storeHarvest } from '../store/tasks.ts';
import { TransferError, toTransferError } from './errors.ts';
import type { TaskEvent } from './next-state.ts';
import { type ReceivedFile, readWholeFile } from './record.ts';
import { parseRegistrationId } from './registration-id.ts';
import { stepTask } from './step-task.ts';

/** So often a run may lose its line before the person is asked. */
const MAX_LINE_FAILURES = 3;

/**
 * The app's say on a received file, before it is stored: returns the library entry to store along with it,
 * or nothing when the session alone keeps it.
 *
 * @throws {TransferError} when the file is not what was asked for; the task then fails and nothing is stored.
 */
export type AcceptFile = (file: ReceivedFile, task: TaskRow) => Promise<DocumentRow | undefined>;

/**
 * Turns an ended registration into stored bytes and the task's next state; the worker's half of a session.
 * Records are readable only until the ending event's promise settles, so all is stored when this resolves.
 * Repeatable: a second call for the same registration changes nothing.
 *
 * @returns the task afterwards, or `undefined` when the registration belongs to no task of ours.
 */
export async function settle(
  registration: BackgroundFetchRegistration,
  accept: AcceptFile,
): Promise<TaskRow | undefined> {
  const name = parseRegistrationId(registration.id);
  if (!name) return undefined;
  return navigator.locks.request(`longhaul-settle-${name.taskId}`, async () => {
    const row = await readTask(name.taskId);
    return !row || row.state.state === 'completed' ? row : settleTask(registration, row, accept);
  });
}

async function settleTask(
  registration: BackgroundFetchRegistration,
  row: TaskRow,
  accept: AcceptFile,
): Promise<TaskRow | undefined> {
  const { id: registrationId, failureReason } = registration;
  if (failureReason === 'aborted') return end(row, { type: 'browser-abort', registrationId });
  if (failureReason === 'download-total-exceeded') return requeueWithoutLength(row, registrationId);
  try {
    return await storeFile(row, await receive(registration, row), accept);
  } catch (error) {
    const reason = toTransferError(error);
    if (reason.code === 'network' && row.failures < MAX_LINE_FAILURES) return requeue(row, registrationId);
    return end(row, { type: 'fail', registrationId, error: reason });
  }
}

/** The line or the browser itself went away, which is no fault of the file: it waits for its turn and a fresh look. */
async function requeue(row: TaskRow, registrationId: string): Promise<TaskRow | undefined> {
  return changeTask(row.id, (current) => {
    const next = stepTask(current, { type: 'lost', registrationId });
    if (!next) return undefined;
    const { remote: _, ...unprobed } = next;
    return { ...unprobed, failures: current.failures + 1 };
  });
}

/** The length was that of a compressed answer, which a page can't always see: it goes again without one. */
async function requeueWithoutLength(row: TaskRow, registrationId: string): Promise<TaskRow | undefined> {
  return changeTask(row.id, (current) => {
    const next = stepTask(current, { type: 'lost', registrationId });
    if (!next?.remote) return next;
    const { length: _, ...remote } = next.remote;
    return { ...next, remote };
  });
}

async function storeFile(row: TaskRow, file: ReceivedFile, accept: AcceptFile): Promise<TaskRow | undefined> {
  const document = await accept(file, row);
  const bytesStored = file.bytes.size;
  const segment: SegmentRow = { fileId: row.id, firstByte: 0, lastByte: bytesStored - 1, bytes: file.bytes };
  return storeHarvest(row.id, { segments: [segment], ...(document ? { document } : {}) }, (current) => {
    const next = stepTask(current, { type: 'complete', fileId: row.id });
    return next && { ...next, name: file.name, remote: file.remote, bytesStored };
  });
}

async function end(row: TaskRow, event: TaskEvent): Promise<TaskRow | undefined> {
  return changeTask(row.id, (current) => stepTask(current, event));
}

/** @throws {TransferError} with the reason that people can act on. */
async function receive(registration: BackgroundFetchRegistration, row: TaskRow): Promise<ReceivedFile> {
  const [record] = await registration.matchAll();
  const response = await record?.responseReady.catch(() => undefined); // Without a response, failureReason tells why.
  if (response && (registration.result === 'success' || !response.ok)) return readWholeFile(response, row);
  throw failureOf(registration, row);
}

function failureOf({ failureReason }: BackgroundFetchRegistration, row: TaskRow): TransferError {
  const { url } = row.request;
  if (failureReason === 'quota-exceeded') return new TransferError('no-room', `No room left for ${url}`);
  if (row.remote?.access === 'refused') {
    return new TransferError('cross-origin', `${url} answers without Access-Control-Allow-Origin`);
  }
  return new TransferError('network', `Background Fetch of ${url} ended with ${failureReason || 'no response'}`);
}
