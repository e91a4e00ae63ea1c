import type { TaskRow } from '../store/schema.ts';
import { hasEnded } from '../store/task-state.ts';
import {
  type RowStep,
  changeTasks,
  changeTasksAndBytes,
  removeTasks as removeRows,
  readTasks,
  tasksOfRun,
} from '../store/tasks.ts';
import type { TransferEngine } from './engine.ts';
import type { Acceptance } from './finish.ts';
import { harvestRun } from './harvest-run.ts';
import type { TaskEvent } from './next-state.ts';
import { resumeDataOf } from './resume-data.ts';
import { stepTask } from './step-task.ts';

export interface StopContext {
  readonly engines: readonly TransferEngine[];
  readonly acceptance: Acceptance;
}

export interface CancelOptions {
  /** Keeps what is stored for `downloadTask({ resumeData })`. */
  readonly producingResumeData?: boolean;
}

/**
 * Takes tasks out of their runs by an event, finished segments stored first. A run that nobody rides in any more ends;
 * from one that others ride in, those wait for their turn again, so that no byte comes for a task that was stopped.
 * The rows change first: the ending event then finds tasks that no longer run.
 */
export async function stopTasks(ids: readonly string[], event: TaskEvent, context: StopContext): Promise<void> {
  await harvestRuns(ids, context);
  await takeOut(ids, changeTasks, (row) => stepTask(row, event), context);
}

/** Ends tasks for good. Their bytes go at once, or are kept for other tasks where they can be continued. */
export async function cancelTasks(
  ids: readonly string[],
  { producingResumeData = false }: CancelOptions,
  context: StopContext,
): Promise<void> {
  if (producingResumeData) await harvestRuns(ids, context);
  const cancel = (row: TaskRow): TaskRow | undefined =>
    stepTask(row, { type: 'cancel', resumeData: producingResumeData ? resumeDataOf(row) : undefined });
  await takeOut(ids, changeTasksAndBytes, cancel, context);
}

/** Forgets tasks, their runs ended first, with all their bytes; those of documents that were made from them stay. */
export async function removeTasks(ids: readonly string[], context: StopContext): Promise<void> {
  const onTheirWay = (await readTasks(ids)).filter(({ state }) => !hasEnded(state));
  await cancelTasks(
    onTheirWay.map(({ id }) => id),
    {},
    context,
  );
  await removeRows(ids);
}

/** Ends runs; the tasks that are still in them wait for their turn, all from one moment on, so that none overtakes another. */
export async function dissolve(registrationIds: readonly string[], engines: readonly TransferEngine[]): Promise<void> {
  const runs = new Set(registrationIds);
  const riders = await Promise.all(Array.from(runs, (run) => tasksOfRun(run)));
  const ids = riders.flat().map(({ id }) => id);
  await changeTasks(ids, (row) => {
    const { state } = row;
    if (state.state !== 'running' || !runs.has(state.registrationId)) return undefined;
    return stepTask(row, { type: 'requeue', registrationId: state.registrationId, reason: 'turn' });
  });
  for (const run of runs) for (const engine of engines) await engine.stop(run);
}

async function takeOut(
  ids: readonly string[],
  change: (ids: readonly string[], step: RowStep) => Promise<unknown>,
  step: RowStep,
  { engines }: StopContext,
): Promise<void> {
  const left = new Set<string>();
  await change(ids, (row) => {
    const next = step(row);
    if (next && row.state.state === 'running') left.add(row.state.registrationId);
    return next;
  });
  await dissolve([...left], engines);
}

/** A run by `fetch()` stores what it has when it ends; the browser's is asked. */
async function harvestRuns(ids: readonly string[], { engines, acceptance }: StopContext): Promise<void> {
  for (const { engine, registrationId } of await runsOf(ids, engines)) {
    if (engine.kind === 'fetch') await engine.stop(registrationId);
    else await harvestRun(registrationId, engine, acceptance);
  }
}

async function runsOf(
  ids: readonly string[],
  engines: readonly TransferEngine[],
): Promise<{ readonly engine: TransferEngine; readonly registrationId: string }[]> {
  const rows = await readTasks(ids);
  const running = rows.flatMap((row) => (row.state.state === 'running' ? [row.state] : []));
  const names = new Map(running.map(({ registrationId, engine }) => [registrationId, engine]));
  return [...names].flatMap(([registrationId, kind]) => {
    const engine = engines.find((each) => each.kind === kind);
    return engine ? [{ engine, registrationId }] : [];
  });
}
