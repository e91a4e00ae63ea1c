import type { TaskPriority, TaskRow } from '../store/schema.ts';

type Queued = Pick<TaskRow, 'id' | 'priority' | 'position'>;

const RANKS: Readonly<Record<TaskPriority, number>> = { high: 0, normal: 1, low: 2 };

/** Orders a queue: by priority, then first come. Two that came at once keep one order everywhere. */
export function compareInQueue(a: Queued, b: Queued): number {
  return RANKS[a.priority] - RANKS[b.priority] || a.position - b.position || (a.id < b.id ? -1 : 1);
}

/**
 * A task's row at the top of its queue: ahead of every other of its priority.
 *
 * @param rows the whole queue; the task may be among them.
 * @returns `undefined` when it stands there already.
 */
export function movedToTop<Row extends Queued>(row: Row, rows: readonly Queued[]): Row | undefined {
  const others = rows.filter(({ id, priority }) => id !== row.id && priority === row.priority);
  const first = Math.min(...others.map(({ position }) => position));
  return row.position < first ? undefined : { ...row, position: first - 1 };
}
