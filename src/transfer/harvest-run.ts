import type { TransferEngine } from './engine.ts';
import { TransferError } from './errors.ts';
import type { Acceptance } from './finish.ts';
import { parseRegistrationId } from './registration-id.ts';
import { isInRun, takeAnswers } from './take-answers.ts';
import { withTask } from './with-task.ts';

/**
 * Stores what a run has finished so far, and completes those of its tasks that are all there; the page's half of a
 * harvest, the other is `settle()`. Never ends a run that is fine: what is wrong with an answer is settled when it ends.
 */
export async function harvestRun(
  registrationId: string,
  engine: TransferEngine,
  acceptance: Acceptance,
): Promise<void> {
  const answers = await engine.answers(registrationId);
  const isAlone = parseRegistrationId(registrationId)?.tasks === 1;
  const useful = answers.filter(({ asked, response }) => response.ok && (asked !== undefined || !isAlone));
  for (const taskId of new Set(useful.map((answer) => answer.taskId))) {
    const own = useful.filter((answer) => answer.taskId === taskId);
    const isOver = await withTask(taskId, async (row) => {
      if (!isInRun(row, registrationId)) return false;
      const taken = await takeAnswers(row, { registrationId, isSuccess: false }, own, acceptance).catch(leaveToEnding);
      return taken !== undefined && taken.row.state.state !== 'completed' && !isInRun(taken.row, registrationId);
    });
    if (isOver === true && isAlone) await engine.stop(registrationId);
  }
}

function leaveToEnding(error: unknown): undefined {
  if (!(error instanceof TransferError) && !(error instanceof DOMException)) throw error;
}
