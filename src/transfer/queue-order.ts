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

/**
 * The queue with a task right before another, or behind all of its priority. One that is moved before a task of another
 * priority takes that one's: only so it stands there.
 *
 * @param id of the task that moves.
 * @param beforeId of the one that is to follow it; absent: none of its priority does.
 * @param rows the whole queue, in any order.
 * @returns the rows that change: the moved one, and all of its priority where no place was left between two.
 */
export function movedBefore<Row extends Queued>(
  id: string,
  beforeId: string | undefined,
  rows: readonly Row[],
): readonly Row[] {
  const queue = rows.toSorted(compareInQueue);
  const moved = queue.find((row) => row.id === id);
  const after = queue.find((row) => row.id === beforeId);
  if (!moved || id === beforeId || (beforeId !== undefined && !after)) return [];
  const { priority } = after ?? moved;
  const peers = queue.filter((row) => row.id !== id && row.priority === priority);
  const place = after ? peers.indexOf(after) : peers.length;
  if (moved.priority === priority && queue.filter((row) => row.priority === priority).indexOf(moved) === place)
    return [];
  const position = between(peers[place - 1]?.position, after?.position) ?? moved.position;
  if (isFree(position, peers)) return [{ ...moved, priority, position }];
  const last = Math.max(...peers.map((row) => row.position));
  const inOrder = peers.toSpliced(place, 0, { ...moved, priority });
  const first = last - inOrder.length + 1;
  return inOrder.map((row, index) => Object.assign({}, row, { position: first + index }));
}

/** `undefined` when neither is there. */
function between(low: number | undefined, high: number | undefined): number | undefined {
  if (low === undefined) return high === undefined ? undefined : high - 1;
  return high === undefined ? low + 1 : (low + high) / 2;
}

/** Halves of halves run out: two positions may have no number between them. */
function isFree(position: number, peers: readonly Queued[]): boolean {
  return peers.every((row) => row.position !== position);
}
