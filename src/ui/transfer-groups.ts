import { challengeOf } from '../transfer/challenge.ts';
import type { TransferTask } from '../transfer/transfer-task.ts';
import { inListOrder } from './list-order.ts';

/** The groups of a list of transfers, in its order: what a person can do something about stands first. */
const GROUPS = ['Needs you', 'Running', 'Waiting', 'Paused', 'Failed', 'Done today', 'Done', 'Canceled'] as const;

export type TransferGroup = (typeof GROUPS)[number];

/** Transfers by group; within one in the order of the queue, or the last that ended first. */
export function inGroups(tasks: readonly TransferTask[], now: number): TransferTask[] {
  const places = new Map(tasks.map((task) => [task, GROUPS.indexOf(groupOf(task, now))]));
  return inListOrder(tasks).toSorted((a, b) => (places.get(a) ?? 0) - (places.get(b) ?? 0));
}

/** @param now what counts as today. */
export function groupOf({ state, row }: TransferTask, now: number): TransferGroup {
  switch (state.state) {
    case 'waiting':
      return challengeOf(state) || state.reason === 'room' ? 'Needs you' : 'Waiting';
    case 'running':
      return 'Running';
    case 'suspended':
      return 'Paused';
    case 'failed':
      return state.code === 'canceled' ? 'Canceled' : 'Failed';
    case 'completed':
      return new Date(row.endedAt ?? now).toDateString() === new Date(now).toDateString() ? 'Done today' : 'Done';
    default:
      return state satisfies never;
  }
}
