import { expect, test } from 'playwright/test';
import { type DealtRun, type QueuedTask, deal, outOfOrder } from '../../src/transfer/deal.ts';

const PLACES = 5;

function task(position: number, more: Partial<QueuedTask> = {}): QueuedTask {
  return { id: `t${position}`, priority: 'normal', position, requests: 1, ...more };
}

function tasks(from: number, to: number): QueuedTask[] {
  return Array.from({ length: to - from + 1 }, (_, index) => task(from + index));
}

function run(plannedAt: number, riders: readonly QueuedTask[], hasBegun = false): DealtRun {
  return { registrationId: `r${plannedAt}`, plannedAt, hasBegun, tasks: riders };
}

const ids = (list: readonly QueuedTask[]): string[] => list.map(({ id }) => id);

test('nothing waits, nothing starts', () => {
  expect(deal([], [], PLACES)).toEqual({ dissolve: [], start: [] });
  expect(deal([], [run(1, tasks(1, 9))], PLACES)).toEqual({ dissolve: [], start: [] });
});

test('as long as there are places each task has its own run', () => {
  expect(deal(tasks(1, 5), [], PLACES).start).toEqual([['t1'], ['t2'], ['t3'], ['t4'], ['t5']]);
  expect(deal([task(9)], [run(1, [task(1)]), run(2, [task(2)])], PLACES).start).toEqual([['t9']]);
});

test('of a hundred, four have their own run and all others ride together', () => {
  const { start } = deal(tasks(1, 100), [], PLACES);
  expect(start.slice(0, 4)).toEqual([['t1'], ['t2'], ['t3'], ['t4']]);
  expect(start[4]).toEqual(ids(tasks(5, 100)));
  expect(start).toHaveLength(5);
});

test('with no place free, the youngest run that has not begun takes the new one along', () => {
  const runs = [1, 2, 3, 4].map((at) => run(at, [task(at)], at === 1));
  const full = [...runs, run(5, tasks(5, 7))];
  expect(deal([task(8)], full, PLACES)).toEqual({ dissolve: ['r5'], start: [ids(tasks(5, 8))] });
});

test('a run that has begun is never given up for one that waits', () => {
  const runs = [1, 2, 3, 4, 5].map((at) => run(at, [task(at)], true));
  expect(deal([task(6)], runs, PLACES)).toEqual({ dissolve: [], start: [] });
});

test('priority goes before first come, within a convoy too', () => {
  const waiting = [task(1, { priority: 'low' }), task(2), task(3, { priority: 'high' })];
  expect(deal(waiting, [], 1).start).toEqual([['t3', 't2', 't1']]);
  expect(deal(waiting, [], PLACES).start).toEqual([['t3'], ['t2'], ['t1']]);
});

test('a convoy is no larger than a registration may be; the rest waits, and a full one is not dealt again', () => {
  const large = Array.from({ length: 10 }, (_, index) => task(index, { requests: 400 }));
  expect(deal(large, [], 1).start).toEqual([['t0', 't1', 't2']]);
  expect(deal(large.slice(3), [run(1, large.slice(0, 3))], 1)).toEqual({ dissolve: [], start: [] });
  expect(deal([task(1, { requests: 9_000 })], [], 1).start).toEqual([['t1']]);
});

test('no engine, no place: all wait', () => {
  expect(deal(tasks(1, 3), [], 0).start).toEqual([]);
  expect(deal(tasks(1, 3), [], -1).start).toEqual([]);
});

test('every waiting task starts at most once, and every task of a run that is given up starts again', () => {
  for (let count = 0; count <= 12; count += 1) {
    const runs = [1, 2, 3, 4, 5].slice(0, count % 6).map((at) => run(at, [task(at)]));
    const decision = deal(tasks(10, 9 + count), runs, PLACES);
    const started = decision.start.flat();
    expect(new Set(started).size).toBe(started.length);
    const given = runs.filter(({ registrationId }) => decision.dissolve.includes(registrationId));
    for (const { tasks: riders } of given) expect(started).toEqual(expect.arrayContaining(ids(riders)));
    expect(runs.length - given.length + decision.start.length).toBeLessThanOrEqual(PLACES);
  }
});

test('a task moved to the top puts what runs before it behind; one in its place moves nothing', () => {
  const runs = [run(1, [task(1)], true), run(2, [task(2)]), run(3, tasks(3, 9))];
  expect(outOfOrder(runs, [])).toEqual([]);
  expect(outOfOrder(runs, [task(10)])).toEqual([]);
  expect(outOfOrder(runs, [task(0)])).toEqual(['r1', 'r2', 'r3']);
  expect(outOfOrder(runs, [task(1.5)])).toEqual(['r2', 'r3']);
});

test('a task that moves among those of its convoy has the convoy dealt anew, and nobody else', () => {
  const convoy = tasks(3, 9);
  const runs = [run(1, [task(1)], true), run(2, [task(2)]), run(3, convoy)];
  expect(outOfOrder(runs, [], convoy[1]?.id)).toEqual(['r3']);
  expect(outOfOrder(runs, [], runs[1]?.tasks[0]?.id)).toEqual([]);
});
