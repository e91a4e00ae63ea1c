import { changeTask, tasksOfRun } from '../store/tasks.ts';
import type { TransferEngine } from './engine.ts';
import type { AcceptFile } from './finish.ts';
import { harvestRun } from './harvest-run.ts';
import type { TaskEvent } from './next-state.ts';
import { stepTask } from './step-task.ts';

interface StopContext {
  readonly engines: readonly TransferEngine[];
  readonly accept: AcceptFile;
}

/**
 * Takes tasks out of their runs by an event, finished segments stored first. A run that nobody rides in any more ends;
 * from one that others ride in, those wait for their turn again, so that no byte comes for a task that was stopped.
 * The rows change first: the ending event then finds tasks that no longer run.
 */
export async function stopTasks(ids: readonly string[], event: TaskEvent, context: StopContext): Promise<void> {
  if (event.type !== 'cancel') await harvestRuns(ids, context);
  const left = new Set<string>();
  for (const id of ids) {
    await changeTask(id, (row) => {
      const next = stepTask(row, event);
      if (next && row.state.state === 'running') left.add(row.state.registrationId);
      return next;
    });
  }
  for (const registrationId of left) await dissolve(registrationId, context.engines);
}

/** Ends a run; the tasks that are still in it wait for their turn. */
export async function dissolve(registrationId: string, engines: readonly TransferEngine[]): Promise<void> {
  for (const { id } of await tasksOfRun(registrationId)) {
    await changeTask(id, (row) => stepTask(row, { type: 'requeue', registrationId, reason: 'turn' }));
  }
  for (const engine of engines) await engine.stop(registrationId);
}

async function harvestRuns(ids: readonly string[], { engines, accept }: StopContext): Promise<void> {
  for (const engine of engines) {
    for (const { registrationId } of await engine.runs()) {
      const riders = await tasksOfRun(registrationId);
      if (riders.some(({ id }) => ids.includes(id))) await harvestRun(registrationId, engine, accept);
    }
  }
}
