import { readRoom } from '../store/room.ts';
import type { TaskRow } from '../store/schema.ts';
import { changeTask, readTask } from '../store/tasks.ts';
import type { TransferEngine, TransferPlan } from './engine.ts';
import { TransferError, toTransferError } from './errors.ts';
import type { TaskEvent } from './next-state.ts';
import { probe } from './probe.ts';
import { toRegistrationId } from './registration-id.ts';
import { stepTask } from './step-task.ts';

/** Chromium takes this many registrations of one origin at a time. */
const MAX_RUNS = 5;

/**
 * Brings one waiting task to run: looks at the server, checks the room, claims the task, hands it to the engine.
 * Leaves it waiting when all places are taken; the next change of any task is the moment to call again.
 */
export async function launch(row: TaskRow, engine: TransferEngine, signal: AbortSignal): Promise<void> {
  try {
    const probed = row.remote ? row : await lookAtServer(row, signal);
    if (!probed) return;
    await assertRoom(probed);
    await navigator.locks.request('longhaul-launch', { signal }, () => claimAndStart(probed.id, engine));
  } catch (error) {
    if (signal.aborted) return; // The page goes; the task still waits.
    await change(row.id, { type: 'fail', error: toTransferError(error) });
  }
}

/** @returns the row with what the server said, or `undefined` when the task waits for a line. */
async function lookAtServer(row: TaskRow, signal: AbortSignal): Promise<TaskRow | undefined> {
  const { url } = row.request;
  const remote = await probe(url, signal);
  if (remote !== 'unreachable')
    return changeTask(row.id, (current) => ({ ...current, remote, name: remote.name ?? current.name }));
  if (navigator.onLine) throw new TransferError('network', `No answer from ${new URL(url).host}`);
  await change(row.id, { type: 'wait', reason: 'connectivity' });
  return undefined;
}

/** A coarse look: Chromium tells pages of at most 10 GiB. The engine's own check knows the real quota. */
async function assertRoom({ remote }: TaskRow): Promise<void> {
  const needed = remote?.length ?? 0;
  const room = await readRoom();
  if (room && room.free < needed) {
    throw new TransferError('no-room', `${needed} bytes needed, ${room.free} of ${room.quota} free`);
  }
}

async function claimAndStart(taskId: string, engine: TransferEngine): Promise<void> {
  const active = await engine.active();
  if (active.length >= MAX_RUNS) return;
  const claimed = await claim(taskId, engine.kind);
  if (!claimed) return;
  const { row, registrationId } = claimed;
  try {
    await engine.start(planWhole(row, registrationId));
  } catch (error) {
    await change(taskId, { type: 'fail', registrationId, error: toTransferError(error) });
  }
  await stopIfGivenUp(taskId, registrationId, engine);
}

/** Writes the run into the row before the engine has it, so that the browser never runs what the store doesn't know. */
async function claim(
  taskId: string,
  engine: TransferEngine['kind'],
): Promise<{ readonly row: TaskRow; readonly registrationId: string } | undefined> {
  let registrationId: string | undefined;
  const row = await changeTask(taskId, (current) => {
    const attempt = current.attempt + 1;
    const id = toRegistrationId({ taskId, attempt });
    const next = stepTask(current, { type: 'start', engine, registrationId: id });
    if (next) registrationId = id;
    return next && { ...next, attempt };
  });
  return row && registrationId !== undefined ? { row, registrationId } : undefined;
}

/** Pause or Cancel may have been pressed while the engine was taking the plan. */
async function stopIfGivenUp(taskId: string, registrationId: string, engine: TransferEngine): Promise<void> {
  const row = await readTask(taskId);
  const runs = row?.state.state === 'running' && row.state.registrationId === registrationId;
  if (!runs) await engine.stop(registrationId);
}

function planWhole({ name, request, remote }: TaskRow, registrationId: string): TransferPlan {
  const { url, method, headers } = request;
  const requests = [{ url, method, headers }];
  return { registrationId, title: name, requests, ...(remote?.length ? { bytes: remote.length } : {}) };
}

async function change(taskId: string, event: TaskEvent): Promise<void> {
  await changeTask(taskId, (current) => stepTask(current, event));
}
