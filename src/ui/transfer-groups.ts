import { msg } from '../language/msg.ts';
import { challengeOf } from '../transfer/challenge.ts';
import type { TransferTask } from '../transfer/transfer-task.ts';
import { inListOrder } from './list-order.ts';

/** The groups of a list of transfers, in its order: what a person can do something about stands first. */
const KINDS = ['needs-you', 'running', 'waiting', 'paused', 'failed', 'done-today', 'done', 'canceled'] as const;

export type GroupKind = (typeof KINDS)[number];

export interface TransferGroup {
  readonly kind: GroupKind;
  readonly tasks: readonly TransferTask[];
}

/**
 * Transfers by group, without empty ones; in each in the order of the queue, or the last that ended first.
 *
 * @param now what counts as today.
 */
export function inGroups(tasks: readonly TransferTask[], now: number): TransferGroup[] {
  const today = new Date(now).setHours(0, 0, 0, 0);
  const groups = new Map<GroupKind, TransferTask[]>(KINDS.map((kind) => [kind, []]));
  for (const task of inListOrder(tasks)) groups.get(kindOf(task, today))?.push(task);
  return Array.from(groups, ([kind, members]) => ({ kind, tasks: members })).filter((group) => group.tasks.length > 0);
}

/**
 * Whether a transfer waits for its turn in the browser, too: it takes one run after another, and of a convoy it says only
 * what is complete.
 */
export function isNotBegun({ state, progress }: Pick<TransferTask, 'state' | 'progress'>): boolean {
  return state.state === 'running' && state.engine === 'background-fetch' && progress.bytesReceived === 0;
}

/** What stands over a group. */
export function groupName(kind: GroupKind): string {
  switch (kind) {
    case 'needs-you':
      return msg('Needs you');
    case 'running':
      return msg('Running');
    case 'waiting':
      return msg('Waiting');
    case 'paused':
      return msg('Paused');
    case 'failed':
      return msg('Failed');
    case 'done-today':
      return msg('Done today');
    case 'done':
      return msg('Done');
    case 'canceled':
      return msg('Canceled');
    default:
      return kind satisfies never;
  }
}

/** @param today when it began, in ms since the epoch. */
function kindOf(task: TransferTask, today: number): GroupKind {
  const { state, row } = task;
  switch (state.state) {
    case 'waiting':
      return challengeOf(state) || state.reason === 'room' ? 'needs-you' : 'waiting';
    case 'running':
      return isNotBegun(task) ? 'waiting' : 'running';
    case 'suspended':
      return 'paused';
    case 'failed':
      return state.code === 'canceled' ? 'canceled' : 'failed';
    case 'completed':
      return (row.endedAt ?? today) >= today ? 'done-today' : 'done';
    default:
      return state satisfies never;
  }
}
