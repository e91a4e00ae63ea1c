import { expect, test } from 'playwright/test';
import type { TaskRow, TransferConditions } from '../../src/store/schema.ts';
import type { TaskState } from '../../src/store/task-state.ts';
import { applyConditions, nextMoment } from '../../src/transfer/apply-conditions.ts';
import type { Environment } from '../../src/transfer/environment.ts';
import { stepTask } from '../../src/transfer/step-task.ts';

const NOW = 1_000_000;
const CREATED = NOW - 1000;
const WIFI: Environment = { isOnline: true, connection: { isMetered: false, saveData: false } };
const CELLULAR: Environment = { isOnline: true, connection: { isMetered: true, saveData: false } };
const OFFLINE: Environment = { isOnline: false };
const UNMETERED: TransferConditions = { allowsExpensiveNetworkAccess: false };

const turn: TaskState = { state: 'waiting', reason: 'turn' };
const unmetered: TaskState = { state: 'waiting', reason: 'unmetered' };
const running: TaskState = { state: 'running', engine: 'background-fetch', registrationId: 'a#2' };
const retryAt = (until: number): TaskState => ({
  state: 'waiting',
  reason: 'retry',
  until,
  after: { code: 'network', message: '' },
});

function row(state: TaskState, conditions: TransferConditions = {}, host = 'example.org'): TaskRow {
  return {
    id: 'a',
    sessionId: 'app',
    kind: 'download',
    request: { url: `https://${host}/a.pdf`, method: 'GET', headers: [] },
    state,
    attempt: 2,
    failures: 0,
    freshStarts: 0,
    name: 'a.pdf',
    priority: 'normal',
    position: 1,
    conditions,
    bytesStored: 0,
    createdAt: CREATED,
    changedAt: CREATED,
  };
}

/** The one event that a lone task gets, if any. */
function eventOf(task: TaskRow, environment: Environment, session: TransferConditions = {}): unknown {
  const moves = applyConditions(session, [task], environment, NOW);
  expect(moves.length).toBeLessThanOrEqual(1);
  return moves[0]?.event;
}

test('a task whose turn it is waits for what it lacks, by its session’s conditions or its own', () => {
  const wait = { type: 'wait', reason: 'unmetered' };
  expect(eventOf(row(turn), CELLULAR, UNMETERED)).toEqual(wait);
  expect(eventOf(row(turn, UNMETERED), CELLULAR)).toEqual(wait);
  expect(eventOf(row(turn, { allowsExpensiveNetworkAccess: true }), CELLULAR, UNMETERED)).toBeUndefined();
});

test('what it waited for is there, or no longer asked for: it waits for its turn', () => {
  const wait = { type: 'wait', reason: 'turn' };
  expect(eventOf(row(unmetered), WIFI, UNMETERED)).toEqual(wait);
  expect(eventOf(row(unmetered), CELLULAR)).toEqual(wait);
  expect(eventOf(row({ state: 'waiting', reason: 'connectivity' }), WIFI)).toEqual(wait);
});

test('it waits for one thing after the other', () => {
  const saving: Environment = { isOnline: true, connection: { isMetered: false, saveData: true } };
  const both = { ...UNMETERED, allowsConstrainedNetworkAccess: false };
  expect(eventOf(row(unmetered), saving, both)).toEqual({ type: 'wait', reason: 'data-saver' });
});

test('applied twice, it moves nothing', () => {
  for (const [task, environment] of [
    [row(turn, UNMETERED), CELLULAR],
    [row(running, UNMETERED), CELLULAR],
    [row(turn, { earliestBeginDate: NOW + 9 }), WIFI],
    [row(turn, { timeoutIntervalForResource: 1 }), WIFI],
  ] as const) {
    const [move] = applyConditions({}, [task], environment, NOW);
    const moved = move && stepTask(task, move.event);
    expect(moved?.state).not.toEqual(task.state);
    expect(applyConditions({}, moved ? [moved] : [], environment, NOW)).toEqual([]);
  }
});

test('a run that may not go on waits for the reason; the event names the run', () => {
  expect(eventOf(row(running), CELLULAR, UNMETERED)).toEqual({
    type: 'requeue',
    registrationId: 'a#2',
    reason: 'unmetered',
  });
});

test('a run is not stopped for a line that is gone, nor for a date, nor for what is not told', () => {
  const conditions = { ...UNMETERED, isDiscretionary: true, earliestBeginDate: NOW + 9, waitsForConnectivity: false };
  expect(eventOf(row(running, conditions), OFFLINE)).toBeUndefined();
});

test('a date that changes changes what is said', () => {
  const waits: TaskState = { state: 'waiting', reason: 'date', until: NOW + 5 };
  expect(eventOf(row(waits, { earliestBeginDate: NOW + 5 }), WIFI)).toBeUndefined();
  expect(eventOf(row(waits, { earliestBeginDate: NOW + 9 }), WIFI)).toEqual({
    type: 'wait',
    reason: 'date',
    until: NOW + 9,
  });
  expect(eventOf(row(waits, { earliestBeginDate: NOW }), WIFI)).toEqual({ type: 'wait', reason: 'turn' });
});

test('out of time, a task that runs or waits for whatever fails; one that is paused or ended does not', () => {
  const conditions = { timeoutIntervalForResource: NOW - CREATED };
  const room: TaskState = { state: 'waiting', reason: 'room' };
  for (const state of [turn, room, retryAt(NOW + 9)]) {
    expect(eventOf(row(state, conditions), WIFI)).toMatchObject({ type: 'fail', error: { code: 'timed-out' } });
    expect(eventOf(row(state, conditions), WIFI)).not.toHaveProperty('registrationId');
  }
  expect(eventOf(row(running, conditions), WIFI)).toMatchObject({ type: 'fail', registrationId: 'a#2' });
  const ended: TaskState = { state: 'failed', code: 'network', message: '' };
  for (const state of [{ state: 'suspended', by: 'app' } as const, ended]) {
    expect(eventOf(row(state, conditions), WIFI)).toBeUndefined();
  }
});

test('Retry gives as much time again', () => {
  const conditions = { timeoutIntervalForResource: 500 };
  const failed = row({ state: 'failed', code: 'timed-out', message: '' }, conditions);
  const retried = stepTask(failed, { type: 'resume' });
  expect(retried?.state).toEqual(turn);
  const since = retried?.retriedAt ?? 0;
  expect(applyConditions({}, retried ? [retried] : [], WIFI, since + 499)).toEqual([]);
  expect(applyConditions({}, retried ? [retried] : [], WIFI, since + 500)).toHaveLength(1);
});

test('offline, a task waits for the line, or fails at once where it must not wait', () => {
  expect(eventOf(row(turn), OFFLINE)).toEqual({ type: 'wait', reason: 'connectivity' });
  expect(eventOf(row(turn, { waitsForConnectivity: false }), OFFLINE)).toMatchObject({
    type: 'fail',
    error: { code: 'network' },
  });
});

test('offline, this device itself is tried before anything is said of it', () => {
  const local = (state: TaskState, conditions: TransferConditions = {}): TaskRow => row(state, conditions, 'localhost');
  const offline: TaskState = { state: 'waiting', reason: 'connectivity' };
  expect(eventOf(local(turn), OFFLINE)).toBeUndefined();
  expect(eventOf(local(offline), OFFLINE)).toBeUndefined();
  expect(eventOf(local(offline, { waitsForConnectivity: false }), OFFLINE)).toMatchObject({ type: 'fail' });
});

test('a retry is held back only when its time has come; room, a window and a person are left alone', () => {
  expect(eventOf(row(retryAt(NOW + 1)), CELLULAR, UNMETERED)).toBeUndefined();
  expect(eventOf(row(retryAt(NOW)), CELLULAR, UNMETERED)).toEqual({ type: 'wait', reason: 'unmetered' });
  for (const reason of ['room', 'window'] as const) {
    expect(eventOf(row({ state: 'waiting', reason }), CELLULAR, UNMETERED)).toBeUndefined();
  }
});

test('the next moment is the first date, retry or timeout to come, of tasks that run or wait', () => {
  const none = { state: 'suspended', by: 'app' } as const;
  expect(nextMoment({}, [], NOW)).toBeUndefined();
  expect(nextMoment({}, [row(turn), row(running, { earliestBeginDate: NOW + 1 })], NOW)).toBeUndefined();
  expect(nextMoment({ earliestBeginDate: NOW + 7 }, [row(turn), row(none)], NOW)).toBe(NOW + 7);
  expect(nextMoment({ timeoutIntervalForResource: 1005 }, [row(running), row(retryAt(NOW + 6))], NOW)).toBe(NOW + 5);
  expect(nextMoment({ timeoutIntervalForResource: 1005 }, [row(none)], NOW)).toBeUndefined();
  expect(nextMoment({ timeoutIntervalForResource: 1000 }, [row(retryAt(NOW + 6))], NOW)).toBe(NOW + 6);
});
