import type { SessionRow, TaskRow } from '../store/schema.ts';
import { invalidateSession } from '../store/sessions.ts';
import type { TransferEngine } from './engine.ts';
import { stepTask } from './step-task.ts';
import { dissolve } from './stop-tasks.ts';

/** Ends a session with all its tasks. The rows change first: runs that end later find tasks that no longer run. */
export async function invalidate(session: SessionRow, engines: readonly TransferEngine[]): Promise<void> {
  const before = await invalidateSession(session, end);
  const runs = before.flatMap(({ state }) => (state.state === 'running' ? [state.registrationId] : []));
  await dissolve(runs, engines);
}

/** What failed by itself keeps its reason. */
function end(task: TaskRow): TaskRow {
  if (task.state.state !== 'failed') return stepTask(task, { type: 'cancel' }) ?? task;
  const { resumeData: _, ...state } = task.state;
  return { ...task, state };
}
