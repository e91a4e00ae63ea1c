import { expect, test } from 'playwright/test';
import type { TaskState } from '../../src/store/task-state.ts';
import { newDownload } from '../../src/transfer/new-download.ts';
import type { TransferTask } from '../../src/transfer/transfer-task.ts';
import { trayCounts, trayNumbers, trayShare, trayWords } from '../../src/ui/tray-words.ts';

const RUNNING: TaskState = { state: 'running', engine: 'background-fetch', registrationId: 'run' };
const PAUSED: TaskState = { state: 'suspended', by: 'app' };
const FAILED: TaskState = { state: 'failed', code: 'lost', message: '' };
const CANCELED: TaskState = { state: 'failed', code: 'canceled', message: '' };
const WITHOUT_ROOM: TaskState = { state: 'waiting', reason: 'room' };

interface Facts {
  readonly state?: TaskState;
  readonly bytesReceived?: number;
  readonly bytesExpected?: number | undefined;
  readonly bytesPerSecond?: number;
}

/** A transfer of 100 bytes, where nothing else is said. */
function task(name: string, facts: Facts = {}): TransferTask {
  const { state = RUNNING, bytesReceived = 0, bytesPerSecond } = facts;
  const bytesExpected = 'bytesExpected' in facts ? facts.bytesExpected : 100;
  const row = { ...newDownload('app', new URL(`https://papers.example.org/${name}`)), state, name };
  const progress = { bytesReceived, bytesExpected, bytesPerSecond, timeLeft: undefined };
  return { id: name, name, url: row.request.url, row, state, progress } as unknown as TransferTask; // Only what is read.
}

test('one transfer is called by its title, several are counted by what they are at', () => {
  expect(trayWords([task('a.pdf')])).toBe('a.pdf');
  expect(trayWords([task('a.pdf'), task('b.pdf')])).toBe('2 on their way');
  expect(trayCounts([task('a.pdf')])).toBe('1 on its way');
});

test('what needs the person is told first, and what was canceled only where there is nothing else', () => {
  const tasks = [
    task('a.pdf'),
    task('b.pdf', { state: FAILED }),
    task('c.pdf', { state: WITHOUT_ROOM }),
    task('d.pdf', { state: PAUSED }),
    task('e.pdf', { state: CANCELED }),
  ];
  expect(trayCounts(tasks)).toBe('1 needs you · 1 on its way · 1 paused · 1 failed');
  expect(trayCounts([task('e.pdf', { state: CANCELED })])).toBe('1 canceled');
});

test('the numbers are of all that run, and say no share where nobody knows the size', () => {
  const known = task('a.pdf', { bytesReceived: 20, bytesPerSecond: 2_000_000 });
  expect(trayNumbers([known, task('b.pdf', { bytesReceived: 70 })])).toBe('45 % · 2 MB/s');
  expect(trayShare([known, task('b.pdf', { bytesReceived: 70 })])).toBe(0.45);
  const unknown = task('c.pdf', { bytesReceived: 3_000_000, bytesExpected: undefined });
  expect(trayNumbers([unknown])).toBe('3 MB');
  expect(trayShare([unknown])).toBeUndefined();
  expect(trayNumbers([task('d.pdf')])).toBe('');
  expect(trayNumbers([task('e.pdf', { state: PAUSED, bytesReceived: 20 })])).toBe('');
});
