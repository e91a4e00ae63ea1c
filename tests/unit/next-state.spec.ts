import { expect, test } from 'playwright/test';
import type { TaskState } from '../../src/store/task-state.ts';
import { type TaskEvent, nextState } from '../../src/transfer/next-state.ts';

const suspended: TaskState = { state: 'suspended', by: 'app' };
const waiting: TaskState = { state: 'waiting', reason: 'turn' };
const running: TaskState = { state: 'running', engine: 'background-fetch', registrationId: 'a#2' };
const completed: TaskState = { state: 'completed', fileId: 'a' };
const failed: TaskState = { state: 'failed', code: 'network', message: 'gone' };
const canceled: TaskState = { state: 'failed', code: 'canceled', message: '' };
const fail = (registrationId?: string): TaskEvent => ({
  type: 'fail',
  error: { code: 'bad-status', message: 'no', status: 404 },
  ...(registrationId === undefined ? {} : { registrationId }),
});

test('a task waits, runs and completes', () => {
  const wait = nextState(suspended, { type: 'resume' });
  expect(wait).toEqual(waiting);
  const run = nextState(wait, { type: 'start', engine: 'background-fetch', registrationId: 'a#2' });
  expect(run).toEqual(running);
  expect(nextState(run, { type: 'complete', fileId: 'a' })).toEqual(completed);
});

test('a completed task never changes again', () => {
  const events: TaskEvent[] = [
    { type: 'resume' },
    { type: 'suspend' },
    { type: 'cancel' },
    { type: 'requeue', registrationId: 'a#2', reason: 'turn' },
    { type: 'browser-abort', registrationId: 'a#2' },
    fail('a#2'),
    { type: 'start', engine: 'fetch', registrationId: 'a#3' },
  ];
  for (const event of events) expect(nextState(completed, event)).toBe(completed);
});

test('the ending of an old run leaves the new one alone', () => {
  expect(nextState(running, fail('a#1'))).toBe(running);
  expect(nextState(running, { type: 'browser-abort', registrationId: 'a#1' })).toBe(running);
  expect(nextState(running, { type: 'requeue', registrationId: 'a#1', reason: 'turn' })).toBe(running);
});

test('the ending of this run ends it', () => {
  expect(nextState(running, fail('a#2'))).toEqual({ state: 'failed', code: 'bad-status', message: 'no', status: 404 });
  expect(nextState(running, { type: 'browser-abort', registrationId: 'a#2' })).toEqual({
    state: 'suspended',
    by: 'browser',
  });
  expect(nextState(running, { type: 'requeue', registrationId: 'a#2', reason: 'turn' })).toEqual(waiting);
});

test('an abort that the person asked for does not look like one from the browser', () => {
  expect(nextState(suspended, { type: 'browser-abort', registrationId: 'a#2' })).toBe(suspended);
  expect(nextState(canceled, { type: 'browser-abort', registrationId: 'a#2' })).toBe(canceled);
});

test('bytes that still arrive win over a pause or a failure, not over a cancel', () => {
  expect(nextState(suspended, { type: 'complete', fileId: 'a' })).toEqual(completed);
  expect(nextState(failed, { type: 'complete', fileId: 'a' })).toEqual(completed);
  expect(nextState(canceled, { type: 'complete', fileId: 'a' })).toBe(canceled);
});

test('only a waiting task starts, so two windows cannot start it twice', () => {
  const start: TaskEvent = { type: 'start', engine: 'background-fetch', registrationId: 'a#3' };
  for (const state of [suspended, running, failed]) expect(nextState(state, start)).toBe(state);
});

test('a failure before any run ends only a waiting task', () => {
  expect(nextState(waiting, fail()).state).toBe('failed');
  for (const state of [suspended, running]) expect(nextState(state, fail())).toBe(state);
});

test('a cancel keeps the bytes for resume data, a second one gives them up, and resuming takes them back', () => {
  const resumeData = { version: 1, taskId: 'a', url: 'https://papers.example/a.pdf' } as const;
  const kept = nextState(running, { type: 'cancel', resumeData });
  expect(kept).toMatchObject({ state: 'failed', code: 'canceled', resumeData });
  expect(nextState(kept, { type: 'cancel', resumeData })).toBe(kept);
  expect(nextState(kept, { type: 'cancel' })).not.toHaveProperty('resumeData');
  expect(nextState(kept, { type: 'complete', fileId: 'a' })).toBe(kept);
  expect(nextState(kept, { type: 'resume' })).toEqual(waiting);
});
