import { expect, test } from 'playwright/test';
import type { RemoteFile, TaskPriority } from '../../src/store/schema.ts';
import type { TaskState } from '../../src/store/task-state.ts';
import { lostByPausing } from '../../src/transfer/pause-cost.ts';
import { compareInQueue, movedBefore, movedToTop } from '../../src/transfer/queue-order.ts';

const MB = 1_000_000;

const queued = (id: string, position: number, priority: TaskPriority = 'normal') => ({ id, position, priority });
type Queued = ReturnType<typeof queued>;

function order(rows: readonly Queued[]): string {
  return rows
    .toSorted(compareInQueue)
    .map(({ id }) => id)
    .join('');
}

test('a queue goes by priority, then first come', () => {
  const rows = [queued('a', 4, 'low'), queued('b', 3), queued('c', 2, 'high'), queued('d', 1), queued('e', 0, 'low')];
  expect(order(rows)).toBe('cdbea');
  expect(order(rows.toReversed())).toBe('cdbea');
});

test('two that came at once have one order, however they are listed', () => {
  expect(order([queued('b', 1), queued('a', 1)])).toBe(order([queued('a', 1), queued('b', 1)]));
});

test('moved to the top, a task is first of its priority, and the others keep their order', () => {
  const rows = [queued('h', 9, 'high'), queued('a', 1), queued('b', 2), queued('c', 3), queued('l', 0, 'low')];
  const moved = rows.map((row) => (row.id === 'c' ? (movedToTop(row, rows) ?? row) : row));
  expect(order(moved)).toBe('hcabl');
  const again = moved.map((row) => (row.id === 'b' ? (movedToTop(row, moved) ?? row) : row));
  expect(order(again)).toBe('hbcal');
});

test('who is first already stays where it is, and one of two at one place goes ahead', () => {
  expect(movedToTop(queued('a', 1), [queued('a', 1), queued('b', 2), queued('h', 0, 'high')])).toBeUndefined();
  expect(movedToTop(queued('a', 1), [])).toBeUndefined();
  expect(movedToTop(queued('b', 1), [queued('a', 1), queued('b', 1)])?.position).toBe(0);
});

test('a pause costs what its server can’t continue', () => {
  const running: TaskState = { state: 'running', engine: 'background-fetch', registrationId: 'a#1' };
  const remoteOf = (change: Partial<RemoteFile>): RemoteFile => ({
    url: 'https://example.org/a.pdf',
    type: 'application/pdf',
    access: 'allowed',
    acceptsRanges: true,
    length: 100 * MB,
    ...change,
  });
  const lost = (remote?: RemoteFile, state: TaskState = running): number =>
    lostByPausing({ state, ...(remote ? { remote } : {}) }, 5 * MB);
  expect(lost(remoteOf({}))).toBe(0);
  expect(lost(remoteOf({ length: 6 * MB }))).toBe(0);
  expect(lost(remoteOf({ acceptsRanges: false }))).toBe(5 * MB);
  expect(lost(remoteOf({ ignoresRanges: true, length: 6 * MB }))).toBe(5 * MB);
  expect(lost()).toBe(5 * MB);
  expect(lost(remoteOf({ acceptsRanges: false }), { state: 'waiting', reason: 'turn' })).toBe(0);
});

/** The order after a move, by ids. */
function orderAfter(id: string, beforeId: string | undefined, rows: readonly Queued[]): string {
  const changed = new Map(movedBefore(id, beforeId, rows).map((row) => [row.id, row]));
  return order(rows.map((row) => changed.get(row.id) ?? row));
}

test('moved before another, a task stands right before it, up or down, and one row alone changes', () => {
  const rows = [queued('a', 1), queued('b', 2), queued('c', 3), queued('d', 4)];
  expect(orderAfter('d', 'b', rows)).toBe('adbc');
  expect(orderAfter('a', 'd', rows)).toBe('bcad');
  expect(orderAfter('c', 'a', rows)).toBe('cabd');
  expect(orderAfter('b', undefined, rows)).toBe('acdb');
  expect(movedBefore('d', 'b', rows)).toHaveLength(1);
});

test('what stands there already, is gone, or would stand before itself, moves nothing', () => {
  const rows = [queued('a', 1), queued('b', 2)];
  expect(movedBefore('a', 'b', rows)).toEqual([]);
  expect(movedBefore('b', undefined, rows)).toEqual([]);
  expect(movedBefore('a', 'a', rows)).toEqual([]);
  expect(movedBefore('gone', 'a', rows)).toEqual([]);
  expect(movedBefore('a', 'gone', rows)).toEqual([]);
});

test('moved before one of another priority, a task takes that priority; moved to the end, it keeps its own', () => {
  const rows = [queued('h', 9, 'high'), queued('a', 1), queued('b', 2), queued('l', 0, 'low')];
  expect(movedBefore('b', 'h', rows)).toMatchObject([{ id: 'b', priority: 'high' }]);
  expect(orderAfter('b', 'h', rows)).toBe('bhal');
  expect(orderAfter('a', undefined, rows)).toBe('hbal');
  expect(orderAfter('h', 'l', rows)).toBe('abhl');
});

test('a thousand moves to one place find room every time', () => {
  const now = 1_795_000_000_000; // Times are large numbers: few fit between two of them.
  let rows = Array.from({ length: 5 }, (_, index) => queued(`${index}`, now + index));
  for (let turn = 0; turn < 1_000; turn++) {
    const [, second, third] = rows.toSorted(compareInQueue);
    const changed = new Map(movedBefore(third?.id ?? '', second?.id, rows).map((row) => [row.id, row]));
    rows = rows.map((row) => changed.get(row.id) ?? row);
    expect(rows.toSorted(compareInQueue)[1]?.id).toBe(third?.id);
  }
  expect(Math.max(...rows.map(({ position }) => position))).toBeLessThanOrEqual(now + 4); // What is added later comes later.
});
