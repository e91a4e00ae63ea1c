import { compareInQueue } from '../transfer/queue-order.ts';
import type { TransferTask } from '../transfer/transfer-task.ts';

/** Transfers as a list shows them: those that have not ended in the order of the queue, then the last that ended first. */
export function inListOrder(tasks: readonly TransferTask[]): TransferTask[] {
  const ended = tasks.filter(hasEnded);
  return [
    ...inQueueOrder(tasks.filter((task) => !hasEnded(task))),
    ...ended.toSorted((a, b) => (b.row.endedAt ?? 0) - (a.row.endedAt ?? 0)),
  ];
}

/** As the queue is now: a task follows its row, so a list that was drawn before a move may stand in another order. */
export function inQueueOrder(tasks: readonly TransferTask[]): TransferTask[] {
  return tasks.toSorted((a, b) => compareInQueue(a.row, b.row));
}

/** Whether a transfer that runs or waits has another one of its priority before it. */
export function canMoveToTop(task: TransferTask, tasks: readonly TransferTask[]): boolean {
  return isActive(task) && tasks.some((other) => isActive(other) && isBefore(other, task));
}

/** Runs or waits. */
export function isActive({ state }: TransferTask): boolean {
  return state.state === 'running' || state.state === 'waiting';
}

export function hasEnded({ state }: TransferTask): boolean {
  return state.state === 'completed' || state.state === 'failed';
}

function isBefore({ row }: TransferTask, { row: other }: TransferTask): boolean {
  return row.priority === other.priority && compareInQueue(row, other) < 0;
}
