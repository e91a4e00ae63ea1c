import type { TaskState } from '../store/task-state.ts';
import { TaskCompleteEvent, TaskFinishEvent, TaskResumeEvent, TaskWaitingEvent } from './events.ts';
import type { TransferTask } from './transfer-task.ts';

/** Fires what a task's new state means: on the task first, then on its session. */
export function announceState(task: TransferTask, before: TaskState, session: EventTarget): void {
  const { state, row } = task;
  if (state.state === before.state) return;
  const both = (event: () => Event): void => void (task.dispatchEvent(event()), session.dispatchEvent(event()));
  if (state.state === 'waiting') both(() => new TaskWaitingEvent(task, state.reason));
  if (state.state === 'running' && row.bytesStored > 0) both(() => new TaskResumeEvent(task, row.bytesStored));
  if (state.state === 'failed') both(() => new TaskCompleteEvent(task, task.error));
  if (state.state !== 'completed') return;
  both(() => new TaskFinishEvent(task));
  both(() => new TaskCompleteEvent(task));
}
