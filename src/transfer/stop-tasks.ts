import type { TaskRow } from '../store/schema.ts';
import { type RowStep, changeTask, changeTaskAndBytes, tasksOfRun } from '../store/tasks.ts';
import type { TransferEngine } from './engine.ts';
import type { AcceptFile } from './finish.ts';
import { harvestRun } from './harvest-run.ts';
import type { TaskEvent } from './next-state.ts';
import { resumeDataOf } from './resume-data.ts';
import { stepTask } from './step-task.ts';

export interface StopContext {
  readonly engines: readonly TransferEngine[];
  readonly accept: AcceptFile;
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
  await takeOut(ids, changeTask, (row) => stepTask(row, event), context);
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
  await takeOut(ids, changeTaskAndBytes, cancel, context);
}

/** Ends a run; the tasks that are still in it wait for their turn. */
export async function dissolve(registrationId: string, engines: readonly TransferEngine[]): Promise<void> {
  for (const { id } of await tasksOfRun(registrationId)) {
    await changeTask(id, (row) => stepTask(row, { type: 'requeue', registrationId, reason: 'turn' }));
  }
  for (const engine of engines) await engine.stop(registrationId);
}

async function takeOut(
  ids: readonly string[],
  change: typeof changeTask,
  step: RowStep,
  { engines }: StopContext,
): Promise<void> {
  const left = new Set<string>();
  for (const id of ids) {
    await change(id, (row) => {
      const next = step(row);
      if (next && row.state.state === 'running') left.add(row.state.registrationId);
      return next;
    });
  }
  for (const registrationId of left) await dissolve(registrationId, engines);
}

async function harvestRuns(ids: readonly string[], { engines, accept }: StopContext): Promise<void> {
  for (const engine of engines) {
    for (const { registrationId } of await engine.runs()) {
      const riders = await tasksOfRun(registrationId);
      if (riders.some(({ id }) => ids.includes(id))) await harvestRun(registrationId, engine, accept);
    }
  }
}
