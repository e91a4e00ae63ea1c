import { changeTaskOfSession } from '../store/session-tasks.ts';
import { sessionOver } from './session-over.ts';
import { stepTask } from './step-task.ts';

/**
 * Lets a suspended task wait for its turn, or tries an ended one again, in a page or a worker; an open page runs it.
 *
 * @throws {DOMException} `InvalidStateError` when its session is over.
 */
export async function resumeTask(id: string, sessionId: string): Promise<void> {
  const row = await changeTaskOfSession(id, (current) => {
    const next = stepTask(current, { type: 'resume' });
    return next && { ...next, failures: 0, freshStarts: 0 };
  });
  if (row === 'session-over') throw sessionOver(sessionId);
}
