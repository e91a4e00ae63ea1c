import { expect, test } from 'playwright/test';
import type { TaskState } from '../../src/store/task-state.ts';
import { announceState } from '../../src/transfer/announce-state.ts';
import type { TaskCompleteEvent, TaskResumeEvent } from '../../src/transfer/events.ts';
import { newDownload } from '../../src/transfer/new-download.ts';
import { TransferTask } from '../../src/transfer/transfer-task.ts';

const waiting: TaskState = { state: 'waiting', reason: 'turn' };
const running: TaskState = { state: 'running', engine: 'fetch', registrationId: 'a' };
const TYPES = ['taskwaiting', 'taskresume', 'taskfinish', 'taskcomplete'];

/** What task and session hear when a task comes from one state into another. */
function heard(before: TaskState, state: TaskState, bytesStored = 0) {
  const row = { ...newDownload('papers', new URL('https://papers.example/a.pdf')), state, bytesStored };
  const acceptance = { accept: () => Promise.resolve(undefined), digest: () => Promise.resolve('') };
  const task = new TransferTask(row, {
    engines: [],
    acceptance,
    reorder: () => Promise.resolve(),
    look: () => Promise.resolve(),
  });
  const session = new EventTarget();
  const events: { readonly at: string; readonly event: Event }[] = [];
  for (const type of TYPES) {
    task.addEventListener(type, (event) => events.push({ at: `task ${type}`, event }));
    session.addEventListener(type, (event) => events.push({ at: `session ${type}`, event }));
  }
  announceState(task, before, session);
  return { order: events.map(({ at }) => at), events: events.map(({ event }) => event) };
}

test('a task that goes on says from which byte; one that begins says nothing', () => {
  expect(heard(waiting, running).order).toEqual([]);
  const { order, events } = heard(waiting, running, 16_000_000);
  expect(order).toEqual(['task taskresume', 'session taskresume']);
  expect((events[0] as TaskResumeEvent).offset).toBe(16_000_000);
});

test('a file comes before the end, and the end without an error', () => {
  const { order, events } = heard(running, { state: 'completed', fileId: 'a' });
  expect(order).toEqual(['task taskfinish', 'session taskfinish', 'task taskcomplete', 'session taskcomplete']);
  expect((events[2] as TaskCompleteEvent).error).toBeUndefined();
});

test('the end without a file has its error, and a cancel its resume data, as in URLSession', () => {
  const resumeData = { version: 1, taskId: 'a', url: 'https://papers.example/a.pdf' } as const;
  const failure = { code: 'canceled', message: 'Canceled by the person', resumeData } as const;
  const { order, events } = heard(running, { state: 'failed', ...failure });
  expect(order).toEqual(['task taskcomplete', 'session taskcomplete']);
  expect((events[0] as TaskCompleteEvent).error).toEqual(failure);
});

test('what did not change is not announced again', () => {
  expect(heard(waiting, waiting).order).toEqual([]);
  expect(heard(running, { ...running, registrationId: 'b' }).order).toEqual([]);
});

test('what a task waits for now is announced, though it waited before', () => {
  const { order } = heard(waiting, { state: 'waiting', reason: 'room' });
  expect(order).toEqual(['task taskwaiting', 'session taskwaiting']);
});
