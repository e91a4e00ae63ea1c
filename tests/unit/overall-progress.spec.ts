import { expect, test } from 'playwright/test';
import type { TransferTask } from '../../src/transfer/transfer-task.ts';
import { overallProgress } from '../../src/ui/overall-progress.ts';

type Task = Pick<TransferTask, 'state' | 'progress'>;

function task(state: 'running' | 'completed', progress: Partial<TransferTask['progress']>): Task {
  const of = { running: { state, engine: 'fetch', registrationId: 'one' }, completed: { state, fileId: 'file' } }[
    state
  ];
  return {
    state: of as TransferTask['state'],
    progress: {
      bytesReceived: 0,
      bytesExpected: undefined,
      bytesPerSecond: undefined,
      timeLeft: undefined,
      ...progress,
    },
  };
}

test('all that runs is told as one, with its speed and the time that is left', () => {
  const tasks = [
    task('running', { bytesReceived: 100, bytesExpected: 1000, bytesPerSecond: 50 }),
    task('running', { bytesReceived: 0, bytesExpected: 600 }),
    task('completed', { bytesReceived: 9999, bytesExpected: 9999 }),
  ];
  expect(overallProgress(tasks)).toEqual({
    running: 2,
    bytesReceived: 100,
    bytesExpected: 1600,
    bytesPerSecond: 50,
    timeLeft: 30_000,
  });
});

test('one of unknown length leaves the size of all, and the time, unknown', () => {
  const tasks = [
    task('running', { bytesReceived: 100, bytesExpected: 1000, bytesPerSecond: 50 }),
    task('running', { bytesReceived: 7, bytesPerSecond: 5 }),
  ];
  expect(overallProgress(tasks)).toEqual({
    running: 2,
    bytesReceived: 107,
    bytesExpected: undefined,
    bytesPerSecond: 55,
    timeLeft: undefined,
  });
  expect(overallProgress([task('completed', {})])).toBeUndefined();
});
