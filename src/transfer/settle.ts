import type { TaskRow } from '../store/schema.ts';
import { changeTask, tasksOfRun } from '../store/tasks.ts';
import { type Answer, completeAnswers } from './answers.ts';
import { sha256Of } from './digest.ts';
import { TransferError, toTransferError } from './errors.ts';
import { type AcceptFile, type Acceptance, acceptAny } from './finish.ts';
import { parseRegistrationId, taskOfFirstId } from './registration-id.ts';
import { giveUpOrRetry, requeueWithoutLength } from './requeue.ts';
import { stepTask } from './step-task.ts';
import { isInRun, takeAnswers } from './take-answers.ts';
import { withTask } from './with-task.ts';

/**
 * Turns an ended registration into stored bytes and the next state of each of its tasks; the worker's half of a
 * session. Records are readable only until the ending event's promise settles, so all is stored when this resolves.
 * Repeatable: a second call for the same registration changes nothing.
 *
 * @param accept the app's say on a received file, the same as the page's session has; by default every file is kept.
 * @returns the tasks afterwards; none when the registration is not ours.
 */
export async function settle(
  registration: BackgroundFetchRegistration,
  accept: AcceptFile = acceptAny,
): Promise<TaskRow[]> {
  if (!parseRegistrationId(registration.id)) return [];
  const acceptance: Acceptance = { accept, digest: sha256Of };
  const answers = await completeAnswers(registration);
  const rows: TaskRow[] = [];
  for (const taskId of await tasksIn(registration, answers)) {
    const row = await withTask(taskId, (current) => settleTask(registration, current, answers, acceptance));
    if (row) rows.push(row);
  }
  return rows;
}

async function tasksIn({ id }: BackgroundFetchRegistration, answers: readonly Answer[]): Promise<Set<string>> {
  const running = await tasksOfRun(id);
  const first = taskOfFirstId(id);
  return new Set([...running.map((row) => row.id), ...answers.map(({ taskId }) => taskId), ...(first ? [first] : [])]);
}

async function settleTask(
  registration: BackgroundFetchRegistration,
  row: TaskRow,
  answers: readonly Answer[],
  acceptance: Acceptance,
): Promise<TaskRow | undefined> {
  const { id: registrationId, result } = registration;
  const run = { registrationId, isSuccess: result === 'success' };
  const own = answers.filter(({ taskId }) => taskId === row.id);
  try {
    const taken = await takeAnswers(row, run, own, acceptance);
    if (!isInRun(taken.row, registrationId)) return taken.row;
    if (taken.error) throw taken.error;
    // Of a convoy that failed for another's answer, the others go on.
    const isOthersFault = registration.failureReason === 'bad-status' && own.every(({ response }) => response.ok);
    return await settleEnding(registration, taken.row, isOthersFault);
  } catch (error) {
    return giveUpOrRetry(row.id, registrationId, toTransferError(error));
  }
}

/** The run is over and the file isn't there. */
async function settleEnding(
  { id: registrationId, failureReason }: BackgroundFetchRegistration,
  row: TaskRow,
  isOthersFault: boolean,
): Promise<TaskRow | undefined> {
  if (isOthersFault) {
    return changeTask(row.id, (current) => stepTask(current, { type: 'requeue', registrationId, reason: 'turn' }));
  }
  if (failureReason === 'aborted') {
    return changeTask(row.id, (current) => stepTask(current, { type: 'browser-abort', registrationId }));
  }
  if (failureReason === 'download-total-exceeded') return requeueWithoutLength(row.id, registrationId);
  throw failureOf(failureReason, row);
}

function failureOf(failureReason: BackgroundFetchFailureReason, row: TaskRow): TransferError {
  const { url } = row.request;
  if (failureReason === 'quota-exceeded') return new TransferError('no-room', `No room left for ${url}`);
  if (row.remote?.access === 'refused') {
    return new TransferError('cross-origin', `${url} answers without Access-Control-Allow-Origin`);
  }
  return new TransferError('network', `Background Fetch of ${url} ended with ${failureReason || 'no response'}`);
}
