import { readRoom } from '../store/room.ts';
import type { RemoteFile, TaskRow } from '../store/schema.ts';
import { changeTask } from '../store/tasks.ts';
import { authorizationFor } from './authorization.ts';
import { TransferError, toTransferError } from './errors.ts';
import { type Acceptance, finishStored } from './finish.ts';
import { SEGMENTED_FROM } from './plan.ts';
import { probe } from './probe.ts';
import { mergeRemote } from './remote-file.ts';
import { giveUpOrRetry, startFresh } from './requeue.ts';
import { stepTask } from './step-task.ts';

interface PrepareContext {
  /** Completes a task whose last bytes came without anybody there to say so. */
  readonly acceptance: Acceptance;
  readonly signal: AbortSignal;
}

/**
 * Makes a waiting task ready to be dealt a place: looks at its server and at the room. What can't run now waits for
 * what it lacks; what can't succeed fails.
 *
 * @returns what is known of the file now, if it is ready.
 */
export async function prepare(row: TaskRow, { acceptance, signal }: PrepareContext): Promise<RemoteFile | undefined> {
  try {
    const probed = isKnownAndSmall(row) ? row : await lookAtServer(row, signal);
    if (!probed) return undefined;
    const finished = await finishStored(probed, acceptance);
    if (finished?.state.state === 'completed') return undefined;
    await assertRoom(probed);
    return probed.remote;
  } catch (error) {
    // With the page gone the task still waits.
    if (!signal.aborted) await giveUpOrRetry(row.id, undefined, toTransferError(error));
    return undefined;
  }
}

/** A file that comes by one request anyway tells the rest with its answer. */
function isKnownAndSmall({ remote, failures }: TaskRow): boolean {
  return (
    failures === 0 && remote?.access === 'allowed' && remote.length !== undefined && remote.length < SEGMENTED_FROM
  );
}

/** @returns the row with what the server said, or `undefined` when the task waits, for a line or for a fresh start. */
async function lookAtServer(row: TaskRow, signal: AbortSignal): Promise<TaskRow | undefined> {
  const seen = await probe(row.request.url, signal, await authorizationFor(row));
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
