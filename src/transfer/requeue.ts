import type { TaskRow } from '../store/schema.ts';
import { changeTask, storeHarvest } from '../store/tasks.ts';
import { TransferError } from './errors.ts';
import { meetChallenge } from './meet-challenge.ts';
import type { TaskEvent } from './next-state.ts';
import { retryDelay } from './retry.ts';
import { stepTask } from './step-task.ts';

/** Lets a run's failure stand, or has the task wait: for a sign-in, or for its next try where the retry table says so. */
export async function giveUpOrRetry(
  taskId: string,
  registrationId: string | undefined,
  error: TransferError,
): Promise<TaskRow | undefined> {
  if (error.demand) return meetChallenge(taskId, registrationId, error.demand);
  return changeTask(taskId, (row) => {
    const { code, status, retryAfter } = error;
    const failed = { code, status, retryAfter, isKnown: row.remote !== undefined };
    const delay = retryDelay(failed, row.failures, Math.random());
    const run = registrationId === undefined ? {} : { registrationId };
    if (error.code === 'no-room' && row.remote?.length !== undefined) return stepTask(row, noRoom(registrationId));
    if (delay === undefined) return stepTask(row, { type: 'fail', ...run, error });
    const until = Date.now() + delay;
    const next = stepTask(row, { type: 'retry', ...run, until, error });
    return next && { ...next, failures: row.failures + 1 };
  });
}

/** Nothing is lost, it goes on when room is made. A file of unknown size could come in vain again and again. */
function noRoom(registrationId: string | undefined): TaskEvent {
  if (registrationId === undefined) return { type: 'wait', reason: 'room' };
  return { type: 'requeue', registrationId, reason: 'room' };
}

/** The length was that of a compressed answer, which a page can't always see: it goes again without one. */
export async function requeueWithoutLength(taskId: string, registrationId: string): Promise<TaskRow | undefined> {
  return changeTask(taskId, (row) => {
    const next = stepTask(row, { type: 'requeue', registrationId, reason: 'turn' });
    if (!next?.remote) return next;
    const { length: _, ...remote } = next.remote;
    return { ...next, remote: { ...remote, isCompressed: true } };
  });
}

/** The server ignores ranges after all: what is stored can't be continued. */
export async function startWithoutRanges(taskId: string, registrationId: string): Promise<TaskRow | undefined> {
  return storeHarvest(taskId, { replacesAll: true }, (row) => {
    const next = stepTask(row, { type: 'requeue', registrationId, reason: 'turn' });
    return next?.remote && { ...next, remote: { ...next.remote, ignoresRanges: true } };
  });
}

/** The file changed on its server: all begins again, once. */
export async function startFresh(taskId: string, registrationId: string | undefined): Promise<TaskRow | undefined> {
  return storeHarvest(taskId, { replacesAll: true }, (row) => {
    const next = stepTask(row, row.freshStarts === 0 ? freshStart(registrationId) : changedAgain(row, registrationId));
    const { remote: _, ...unknown } = next ?? row;
    return { ...unknown, freshStarts: row.freshStarts + 1 };
  });
}

function freshStart(registrationId: string | undefined): TaskEvent {
  return registrationId === undefined
    ? { type: 'wait', reason: 'turn' }
    : { type: 'requeue', registrationId, reason: 'turn' };
}

function changedAgain({ request }: TaskRow, registrationId: string | undefined): TaskEvent {
  const error = new TransferError('file-changed', `${request.url} changed twice while it was fetched`);
  return { type: 'fail', ...(registrationId === undefined ? {} : { registrationId }), error };
}
