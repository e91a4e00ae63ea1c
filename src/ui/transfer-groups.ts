import { challengeOf } from '../transfer/challenge.ts';
import type { TransferTask } from '../transfer/transfer-task.ts';
import { inListOrder } from './list-order.ts';

/** The groups of a list of transfers, in its order: what a person can do something about stands first. */
const NAMES = ['Needs you', 'Running', 'Waiting', 'Paused', 'Failed', 'Done today', 'Done', 'Canceled'] as const;

type GroupName = (typeof NAMES)[number];

export interface TransferGroup {
  readonly name: GroupName;
  readonly tasks: readonly TransferTask[];
}

/**
 * Transfers by group, without empty ones; in each in the order of the queue, or the last that ended first.
 *
 * @param now what counts as today.
 */
export function inGroups(tasks: readonly TransferTask[], now: number): TransferGroup[] {
  const today = new Date(now).setHours(0, 0, 0, 0);
  const groups = new Map<GroupName, TransferTask[]>(NAMES.map((name) => [name, []]));
  for (const task of inListOrder(tasks)) groups.get(nameOf(task, today))?.push(task);
  return Array.from(groups, ([name, members]) => ({ name, tasks: members })).filter((group) => group.tasks.length > 0);
}

/**
 * Whether a transfer waits for its turn in the browser, too: it takes one run after another, and of a convoy it says only
 * what is complete.
 */
export function isNotBegun({ state, progress }: Pick<TransferTask, 'state' | 'progress'>): boolean {
  return state.state === 'running' && state.engine === 'background-fetch' && progress.bytesReceived === 0;
}

/** @param today when it began, in ms since the epoch. */
function nameOf(task: TransferTask, today: number): GroupName {
  const { state, row } = task;
  switch (state.state) {
    case 'waiting':
      return challengeOf(state) || state.reason === 'room' ? 'Needs you' : 'Waiting';
    case 'running':
      return isNotBegun(task) ? 'Waiting' : 'Running';
    case 'suspended':
      return 'Paused';
    case 'failed':
      return state.code === 'canceled' ? 'Canceled' : 'Failed';
    case 'completed':
      return (row.endedAt ?? today) >= today ? 'Done today' : 'Done';
    default:
      return state satisfies never;
  }
}
