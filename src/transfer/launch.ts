import { announceChange } from '../store/changes.ts';
import { listRanges } from '../store/files.ts';
import { readLineSpeed } from '../store/line-speed.ts';
import { readRoom } from '../store/room.ts';
import type { TaskRow } from '../store/schema.ts';
import { changeTask, readTask, storeHarvest } from '../store/tasks.ts';
import { digestInWorker } from './digest-in-worker.ts';
import type { TransferEngine, TransferPlan } from './engine.ts';
import { TransferError, toTransferError } from './errors.ts';
import { type AcceptFile, finishStored } from './finish.ts';
import { isSegmented, planDownload, plannedBytes } from './plan.ts';
import { probe } from './probe.ts';
import { toRegistrationId } from './registration-id.ts';
import { mergeRemote } from './remote-file.ts';
import { giveUpOrRetry, startFresh } from './requeue.ts';
import { stepTask } from './step-task.ts';

/** Chromium takes this many registrations of one origin at a time. */
const MAX_RUNS = 5;

interface LaunchContext {
  readonly engine: TransferEngine;
  /** Completes a task whose last bytes came without anybody there to say so. */
  readonly accept: AcceptFile;
  readonly signal: AbortSignal;
}

/**
 * Brings one waiting task to run: looks at the server, checks the room, claims the task, hands it to the engine.
 * Leaves it waiting when all places are taken; the next change of any task is the moment to call again.
 */
export async function launch(row: TaskRow, { engine, accept, signal }: LaunchContext): Promise<void> {
  try {
    // Before the probe: it writes the row, and every change is a moment to call again.
    if (!(await hasPlace(engine))) return;
    const probed = await lookAtServer(row, signal);
    if (!probed) return;
    const finished = await finishStored(probed, { accept, digest: (file) => digestInWorker(file, signal) });
    if (finished?.state.state === 'completed') return;
    await assertRoom(probed);
    await navigator.locks.request('longhaul-launch', { signal }, () => claimAndStart(probed, engine));
  } catch (error) {
    if (signal.aborted) return; // The page goes; the task still waits.
    await giveUpOrRetry(row.id, undefined, toTransferError(error));
  }
}

async function hasPlace(engine: TransferEngine): Promise<boolean> {
  return (await engine.active()).length < MAX_RUNS;
}

/** @returns the row with what the server said, or `undefined` when the task waits, for a line or for a fresh start. */
async function lookAtServer(row: TaskRow, signal: AbortSignal): Promise<TaskRow | undefined> {
  const { url } = row.request;
  const seen = await probe(url, signal);
  if (seen === 'unreachable') return waitForLine(row);
  const remote = mergeRemote(row.remote, seen);
  if (remote === 'changed' && row.bytesStored > 0) return void (await startFresh(row.id, undefined));
  const current = remote === 'changed' ? seen : remote;
  return changeTask(row.id, (stored) => ({ ...stored, remote: current, name: current.name ?? stored.name }));
}

async function waitForLine(row: TaskRow): Promise<undefined> {
  if (navigator.onLine) throw new TransferError('network', `No answer from ${new URL(row.request.url).host}`);
  await changeTask(row.id, (current) => stepTask(current, { type: 'wait', reason: 'connectivity' }));
}

/** A coarse look: Chromium tells pages of at most 10 GiB. The engine's own check knows the real quota. */
async function assertRoom({ remote, bytesStored }: TaskRow): Promise<void> {
  const needed = (remote?.length ?? 0) - bytesStored;
  const room = await readRoom();
  if (room && room.free < needed) {
    throw new TransferError('no-room', `${needed} bytes needed, ${room.free} of ${room.quota} free`);
  }
}

async function claimAndStart(probed: TaskRow, engine: TransferEngine): Promise<void> {
  if (!(await hasPlace(engine))) return;
  const claimed = await claim(probed, engine.kind);
  if (!claimed) return;
  const { row, registrationId } = claimed;
  try {
    await engine.start(await planFor(row, registrationId));
    announceChange('tasks'); // The row said so before; now there is something to watch.
  } catch (error) {
    await giveUpOrRetry(row.id, registrationId, toTransferError(error));
  }
  await stopIfGivenUp(row.id, registrationId, engine);
}

/**
 * Writes the run into the row before the engine has it, so that the browser never runs what the store doesn't know.
 * What can't be continued goes first: segments without a validator belong to the attempt that brought them.
 */
async function claim(
  { id, remote }: TaskRow,
  engine: TransferEngine['kind'],
): Promise<{ readonly row: TaskRow; readonly registrationId: string } | undefined> {
  let registrationId: string | undefined;
  const replacesAll = !isSegmented(remote) || remote.validator === undefined;
  const row = await storeHarvest(id, { replacesAll }, (current) => {
    const attempt = current.attempt + 1;
    const name = toRegistrationId({ taskId: id, attempt });
    const next = stepTask(current, { type: 'start', engine, registrationId: name });
    if (next) registrationId = name;
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

async function planFor(row: TaskRow, registrationId: string): Promise<TransferPlan> {
  const speed = await readLineSpeed(new URL(row.request.url).host);
  const requests = planDownload(row, await listRanges(row.id), speed);
  const bytes = plannedBytes(requests, row.remote?.length);
  return { registrationId, title: row.name, requests, ...(bytes === undefined ? {} : { bytes }) };
}
