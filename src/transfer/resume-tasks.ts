import { changeTasksOfSession } from '../store/session-tasks.ts';
import { sessionOver } from './session-over.ts';
import { stepTask } from './step-task.ts';

/**
 * Lets suspended tasks run, and tries ended ones again, all in one transaction.
 *
 * @throws {DOMException} `InvalidStateError` when their session is over.
 */
export async function resumeTasks(sessionId: string, ids: readonly string[]): Promise<void> {
  const answer = await changeTasksOfSession(sessionId, ids, (current) => {
    const next = stepTask(current, { type: 'resume' });
    return next && { ...next, failures: 0, freshStarts: 0 };
  });
  if (answer === 'session-over') throw sessionOver(sessionId);
}
