import type { TaskState } from '../store/task-state.ts';
import { newChallenge } from './challenge.ts';
import { TaskChallengeEvent, TaskCompleteEvent, TaskFinishEvent, TaskResumeEvent, TaskWaitingEvent } from './events.ts';
import type { TransferTask } from './transfer-task.ts';

/** Fires what a task's new state means: on the task first, then on its session. */
export function announceState(task: TransferTask, before: TaskState, session: EventTarget): void {
  const { state, row } = task;
  const both = (event: () => Event): void => void (task.dispatchEvent(event()), session.dispatchEvent(event()));
  const challenge = newChallenge(before, state);
  if (challenge) both(() => new TaskChallengeEvent(task, challenge));
  if (isSameNews(state, before)) return;
  if (state.state === 'waiting') both(() => new TaskWaitingEvent(task, state.reason));
  if (state.state === 'running' && row.bytesStored > 0) both(() => new TaskResumeEvent(task, row.bytesStored));
  if (state.state === 'failed') both(() => new TaskCompleteEvent(task, task.error));
  if (state.state !== 'completed') return;
  both(() => new TaskFinishEvent(task));
  both(() => new TaskCompleteEvent(task));
}

/** What a task waits for is worth an event of its own. */
function isSameNews(state: TaskState, before: TaskState): boolean {
  const isSameReason = state.state !== 'waiting' || before.state !== 'waiting' || state.reason === before.reason;
  return state.state === before.state && isSameReason;
}
