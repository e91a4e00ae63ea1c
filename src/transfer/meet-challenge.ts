import type { TaskRow } from '../store/schema.ts';
import { changeTask, readTask } from '../store/tasks.ts';
import { type Demand, parseSpace, spaceOf } from './challenge.ts';
import { type KeptCredential, findCredential, refuseCredential } from './credentials.ts';
import type { TaskEvent } from './next-state.ts';
import { splitCredential } from './split-credential.ts';
import { stepTask } from './step-task.ts';

/**
 * A server asked who is there. With a credential that the task has not tried yet it goes again at once; else it waits
 * for the person. A credential that was refused (401) is not sent again, by any task, until it is replaced.
 *
 * @param registrationId the run whose answer it was; `undefined` for a probe's.
 */
export async function meetChallenge(
  taskId: string,
  registrationId: string | undefined,
  demand: Demand,
): Promise<TaskRow | undefined> {
  const row = await readTask(taskId);
  if (!row) return undefined;
  const isAnswered = demand.isAnswered ?? didRunAnswer(row, demand);
  const untried = await findUntried(row, demand, isAnswered);
  const event = untried ? goAgain(registrationId) : ask(registrationId, demand, isAnswered);
  return changeTask(taskId, (current) => {
    const next = stepTask(current, event);
    return next && movedTo(demand, untried ? { ...next, credentialSpace: untried.space } : next);
  });
}

/** The realm's own credential first, then that of the whole origin, as an address with a password in it brings one. */
async function findUntried(
  row: TaskRow,
  { origin, realm, status }: Demand,
  isAnswered: boolean,
): Promise<KeptCredential | undefined> {
  for (const space of new Set([spaceOf(origin, realm), origin])) {
    const kept = await findCredential(space);
    if (!kept) continue;
    if (!isAnswered || !hasTried(row, kept)) return kept;
    // 403: it is known there, and has no right to this file; other files may be another matter.
    if (status === 403) return undefined;
    await refuseCredential(kept);
  }
  return undefined;
}

/** A run carried the task's credential: the probe before it would not have been let through without. */
function didRunAnswer({ credentialSpace }: TaskRow, { origin }: Demand): boolean {
  return credentialSpace !== undefined && parseSpace(credentialSpace).origin === origin;
}

/** One that was replaced since the task began to run, or to wait for it, is another one. */
function hasTried({ credentialSpace, changedAt }: TaskRow, { space, storedAt }: KeptCredential): boolean {
  return credentialSpace === space && storedAt <= changedAt;
}

function goAgain(registrationId: string | undefined): TaskEvent {
  return registrationId === undefined
    ? { type: 'wait', reason: 'turn' }
    : { type: 'requeue', registrationId, reason: 'turn' };
}

function ask(registrationId: string | undefined, demand: Demand, isRepeated: boolean): TaskEvent {
  const { url: _, isAnswered: __, ...asked } = demand;
  const run = registrationId === undefined ? {} : { registrationId };
  return { type: 'challenge', ...run, challenge: { ...asked, isRepeated } };
}

/**
 * Where a redirect led to the server that asks, the task goes there itself from now on: a credential is sent to its own
 * origin only, so not by way of another.
 */
function movedTo({ url, origin }: Demand, row: TaskRow): TaskRow {
  if (new URL(row.request.url).origin === origin) return row;
  const { url: bare } = splitCredential(new URL(url));
  bare.hash = '';
  return { ...row, request: { ...row.request, url: bare.href } };
}
