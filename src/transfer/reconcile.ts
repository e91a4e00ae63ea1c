import type { TaskRow } from '../store/schema.ts';
import { changeTask, listRunningTasks, tasksOfRun } from '../store/tasks.ts';
import type { TransferEngine } from './engine.ts';
import { pause } from './pause.ts';
import { parseRegistrationId } from './registration-id.ts';
import { stepTask } from './step-task.ts';
import { withTask } from './with-task.ts';

/**
 * How long an ending event may take to reach the worker, in ms: the browser forgets a registration's id
 * before it dispatches the event.
 */
const GRACE = 4_000;

/** Between two looks, in ms. A worker that dies while it settles tells nobody, and its event does not come again. */
const INTERVAL = 5_000;

/** Makes store and engines agree, at the start and as long as this page is open. */
export async function keepReconciled(
  engines: readonly TransferEngine[],
  sessionId: string,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    await stopOrphans(engines);
    await requeueLost(engines, () => listRunningTasks(sessionId), signal);
    await pause(INTERVAL, signal);
  }
}

/**
 * A task whose run nobody knows any more waits for its turn again: its page or worker ended, or its window was closed
 * while the browser was still taking the run, or the browser lost it.
 */
export async function requeueLost(
  engines: readonly TransferEngine[],
  list: () => Promise<TaskRow[]>,
  signal: AbortSignal,
): Promise<void> {
  const suspects = await findLost(engines, list);
  if (suspects.length === 0) return;
  if (suspects.some((row) => mayEndByEvent(row))) {
    await pause(GRACE, signal);
    if (signal.aborted) return;
  }
  // A run that is being started has its row before its engine knows it, however long that takes.
  await navigator.locks.request('longhaul-launch', async () => {
    for (const { id } of await findLost(engines, list)) {
      if (suspects.some((suspect) => suspect.id === id)) await requeue(id, engines);
    }
  });
}

function mayEndByEvent({ state }: TaskRow): boolean {
  return state.state === 'running' && state.engine === 'background-fetch';
}

/** A run that no task owns is ended. */
async function stopOrphans(engines: readonly TransferEngine[]): Promise<void> {
  for (const engine of engines) {
    for (const { registrationId } of await engine.runs()) {
      const isOurs = parseRegistrationId(registrationId) !== undefined; // Other code on this origin may have its own.
      if (isOurs && (await tasksOfRun(registrationId)).length === 0) await engine.stop(registrationId);
    }
  }
}

async function findLost(engines: readonly TransferEngine[], list: () => Promise<TaskRow[]>): Promise<TaskRow[]> {
  const rows = await list(); // Before the ids: a run that starts in between must not look lost.
  const active = await activeIds(engines);
  return rows.filter(({ state }) => state.state === 'running' && !active.has(state.registrationId));
}

async function activeIds(engines: readonly TransferEngine[]): Promise<Set<string>> {
  const all = await Promise.all(engines.map((engine) => engine.runs()));
  return new Set(all.flat().map(({ registrationId }) => registrationId));
}

/** Waits for a settling worker first: both take the same lock. */
async function requeue(taskId: string, engines: readonly TransferEngine[]): Promise<void> {
  await withTask(taskId, async () => {
    const active = await activeIds(engines);
    await changeTask(taskId, (row) => {
      if (row.state.state !== 'running' || active.has(row.state.registrationId)) return undefined;
      return stepTask(row, { type: 'requeue', registrationId: row.state.registrationId, reason: 'turn' });
    });
  });
}
