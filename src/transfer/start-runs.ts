import type { TaskRow } from '../store/schema.ts';
import { listTasks } from '../store/tasks.ts';
import { type DealtRun, type QueuedTask, deal, outOfOrder } from './deal.ts';
import type { RunningRun, TransferEngine } from './engine.ts';
import { engineFor } from './engine-for.ts';
import { isDue } from './is-due.ts';
import { parseRegistrationId } from './registration-id.ts';
import { planTask, startRun } from './start-run.ts';
import { dissolve } from './stop-tasks.ts';
import { isInRun } from './take-answers.ts';

export interface QueueContext {
  readonly sessionId: string;
  /** The first that can carry a task gets it. */
  readonly engines: readonly TransferEngine[];
  /** Whether its server was looked at, and those of all before it. */
  readonly isReady: (taskId: string) => boolean;
  readonly signal: AbortSignal;
}

/** Deals waiting tasks over the places of all engines. One page at a time, so that two windows don't deal twice. */
export async function startRuns(context: QueueContext): Promise<void> {
  await navigator.locks.request('longhaul-launch', { signal: context.signal }, async () => {
    for (const engine of context.engines) if (engine.isAvailable) await dealTo(engine, context);
  });
}

/** Gives up the runs that stand in the way of a task that was moved before them; the next deal starts them anew. */
export async function reorder(movedId: string, context: QueueContext): Promise<void> {
  await navigator.locks.request('longhaul-launch', { signal: context.signal }, async () => {
    for (const engine of context.engines.filter(({ kind }) => kind === 'background-fetch')) {
      const rows = await listTasks(context.sessionId);
      const waiting = await queued(rows.filter((row) => isDue(row.state, Date.now())));
      const late = outOfOrder(await dealtRuns(await engine.runs(), rows), waiting, movedId);
      await dissolve(late, [engine]);
    }
  });
}

async function dealTo(engine: TransferEngine, context: QueueContext): Promise<void> {
  const rows = await listTasks(context.sessionId);
  const now = Date.now();
  const waiting = rows.filter(
    (row) => isDue(row.state, now) && context.isReady(row.id) && engineFor(row, context.engines) === engine,
  );
  if (waiting.length === 0) return;
  const running = await engine.runs();
  const own = await dealtRuns(running, rows);
  const { dissolve: given, start } = deal(await queued(waiting), own, engine.places - (running.length - own.length));
  await dissolve(given, [engine]);
  for (const ids of start) await startRun(ids, engine);
}

/** Runs of this session; those that carry another's tasks are not its to deal. */
async function dealtRuns(running: readonly RunningRun[], rows: readonly TaskRow[]): Promise<DealtRun[]> {
  const own = running.flatMap(({ registrationId, received }) => {
    const riders = rows.filter((row) => isInRun(row, registrationId));
    const name = parseRegistrationId(registrationId);
    return name && riders.length > 0
      ? [{ registrationId, plannedAt: name.plannedAt, hasBegun: received > 0, riders }]
      : [];
  });
  return Promise.all(own.map(async ({ riders, ...run }) => Object.assign(run, { tasks: await queued(riders) })));
}

async function queued(rows: readonly TaskRow[]): Promise<QueuedTask[]> {
  return Promise.all(
    rows.map(async (row) => ({
      id: row.id,
      priority: row.priority,
      position: row.position,
      requests: (await planTask(row)).length,
    })),
  );
}
