import type { PlainReason } from '../store/task-state.ts';
import { changeTask } from '../store/tasks.ts';
import { stepTask } from './step-task.ts';
import type { TransferTask } from './transfer-task.ts';

/** What these tasks waited for may be there: another try tells. */
export async function goOn(tasks: readonly TransferTask[], reason: PlainReason): Promise<void> {
  for (const { id, state } of tasks) {
    if (state.state !== 'waiting' || state.reason !== reason) continue;
    await changeTask(id, (row) => stepTask(row, { type: 'wait', reason: 'turn' }));
  }
}
