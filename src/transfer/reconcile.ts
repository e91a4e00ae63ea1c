import type { TaskRow } from '../store/schema.ts';
import { changeTask, listTasks, readTask } from '../store/tasks.ts';
import type { TransferEngine } from './engine.ts';
import { parseRegistrationId } from './registration-id.ts';
import { stepTask } from './step-task.ts';

/**
 * How long an ending event may take to reach the worker, in ms: the browser forgets a registration's id
 * before it dispatches the event.
 */
const GRACE = 4_000;

/**
 * Makes store and browser agree after a start: a task whose run the browser no longer knows waits for its turn again,
 * and a run that no task owns is ended. Nothing stays nowhere.
 */
export async function reconcile(engine: TransferEngine, sessionId: string, signal: AbortSignal): Promise<void> {
  await stopOrphans(engine);
  const suspects = await findLost(engine, sessionId);
  if (suspects.length === 0) return;
  await pause(GRACE, signal);
  if (signal.aborted) return;
  for (const { id } of await findLost(engine, sessionId)) {
    if (suspects.some((suspect) => suspect.id === id)) await requeue(id, engine);
  }
}

async function stopOrphans(engine: TransferEngine): Promise<void> {
  for (const registrationId of await engine.active()) {
    const name = parseRegistrationId(registrationId);
    if (!name) continue; // Another session's code on this origin may have its own.
    const row = await readTask(name.taskId);
    if (!row || !isRunOf(row, registrationId)) await engine.stop(registrationId);
  }
}

async function findLost(engine: TransferEngine, sessionId: string): Promise<TaskRow[]> {
  const rows = await listTasks(sessionId); // Before the ids: a run that starts in between must not look lost.
  const active = new Set(await engine.active());
  return rows.filter((row) => row.state.state === 'running' && !active.has(row.state.registrationId));
}

/** Waits for a settling worker first: both take the same lock. */
async function requeue(taskId: string, engine: TransferEngine): Promise<void> {
  await navigator.locks.request(`longhaul-settle-${taskId}`, async () => {
    const active = new Set(await engine.active());
    await changeTask(taskId, (row) => {
      if (row.state.state !== 'running' || active.has(row.state.registrationId)) return undefined;
      return stepTask(row, { type: 'requeue', registrationId: row.state.registrationId, reason: 'turn' });
    });
  });
}

function isRunOf(row: TaskRow, registrationId: string): boolean {
  return row.state.state === 'running' && row.state.registrationId === registrationId;
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => (clearTimeout(timer), resolve()), { once: true });
  });
}
