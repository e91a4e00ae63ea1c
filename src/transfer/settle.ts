import type { SegmentRow, TaskRow } from '../store/schema.ts';
import { changeTask, readTask } from '../store/tasks.ts';
import { type Answer, completeAnswers } from './answers.ts';
import { sha256Of } from './digest.ts';
import { TransferError, toTransferError } from './errors.ts';
import { type AcceptFile, finish, finishStored } from './finish.ts';
import { harvestSegments } from './harvest.ts';
import type { TaskEvent } from './next-state.ts';
import { readWholeFile } from './record.ts';
import { parseRegistrationId } from './registration-id.ts';
import { giveUpOrRetry, requeueWithoutLength, startFresh, startWithoutRanges } from './requeue.ts';
import { stepTask } from './step-task.ts';

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
  const { id: registrationId } = registration;
  try {
    const answers = await completeAnswers(registration);
    const isSegments = answers.some(({ asked }) => asked !== undefined);
    return await (isSegments ? settleSegments : settleWhole)(registration, row, answers, accept);
  } catch (error) {
    return giveUpOrRetry(row.id, registrationId, toTransferError(error));
  }
}

/** Finished segments are kept, however the run ended. */
async function settleSegments(
  registration: BackgroundFetchRegistration,
  row: TaskRow,
  answers: readonly Answer[],
  accept: AcceptFile,
): Promise<TaskRow | undefined> {
  const result = await harvestSegments(row, answers);
  if (result.kind === 'changed') return startFresh(row.id, registration.id);
  if (result.kind === 'no-ranges') return startWithoutRanges(row.id, registration.id);
  const finished = await finishStored(result.row, { accept, digest: sha256Of });
  if (finished?.state.state === 'completed') return finished;
  return settleEnding(registration, result.row, result.error);
}

async function settleWhole(
  registration: BackgroundFetchRegistration,
  row: TaskRow,
  answers: readonly Answer[],
  accept: AcceptFile,
): Promise<TaskRow | undefined> {
  const response = answers[0]?.response;
  const isUsable = response && (registration.result === 'success' || !response.ok);
  if (!isUsable) return settleEnding(registration, row);
  const file = await readWholeFile(response, row);
  const segment: SegmentRow = { fileId: row.id, firstByte: 0, lastByte: file.bytes.size - 1, bytes: file.bytes };
  return finish(row, file, { segments: [segment], replacesAll: true }, { accept, digest: sha256Of });
}

/** The run is over and the file isn't there. */
async function settleEnding(
  { id: registrationId, failureReason }: BackgroundFetchRegistration,
  row: TaskRow,
  error?: TransferError,
): Promise<TaskRow | undefined> {
  if (failureReason === 'aborted') return end(row, { type: 'browser-abort', registrationId });
  if (failureReason === 'download-total-exceeded') return requeueWithoutLength(row.id, registrationId);
  throw error ?? failureOf(failureReason, row);
}

async function end(row: TaskRow, event: TaskEvent): Promise<TaskRow | undefined> {
  return changeTask(row.id, (current) => stepTask(current, event));
}

function failureOf(failureReason: BackgroundFetchFailureReason, row: TaskRow): TransferError {
  const { url } = row.request;
  if (failureReason === 'quota-exceeded') return new TransferError('no-room', `No room left for ${url}`);
  if (row.remote?.access === 'refused') {
    return new TransferError('cross-origin', `${url} answers without Access-Control-Allow-Origin`);
  }
  return new TransferError('network', `Background Fetch of ${url} ended with ${failureReason || 'no response'}`);
}
