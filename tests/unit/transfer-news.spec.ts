import { expect, test } from 'playwright/test';
import type { TaskState } from '../../src/store/task-state.ts';
import { newDownload } from '../../src/transfer/new-download.ts';
import { placeAfter, placeWords } from '../../src/ui/queue-moves.ts';
import { TransferNews } from '../../src/ui/transfer-news.ts';

type Task = Parameters<TransferNews['look']>[0][number];

const RUNNING: TaskState = { state: 'running', engine: 'background-fetch', registrationId: 'run' };

/** A transfer of 100 bytes. */
function task(name: string, bytesReceived: number, state: TaskState = RUNNING): Task {
  const url = `https://papers.example.org/${name}`;
  const row = { ...newDownload('app', new URL(url)), state, name };
  const progress = { bytesReceived, bytesExpected: 100, bytesPerSecond: undefined, timeLeft: undefined };
  return { id: name, name, url, row, state, progress };
}

/** What is said after the last of several looks. */
function said(...looks: readonly (readonly Task[])[]): string {
  const news = new TransferNews();
  for (const tasks of looks) news.look(tasks);
  return news.take(looks.at(-1) ?? []);
}

test('each quarter of a download is said once, and nothing in between', () => {
  expect(said([task('a.pdf', 1)], [task('a.pdf', 24)])).toBe('');
  expect(said([task('a.pdf', 24)], [task('a.pdf', 25)])).toBe('a.pdf: 25 %.');
  expect(said([task('a.pdf', 1)], [task('a.pdf', 80)], [task('a.pdf', 85)])).toBe('a.pdf: 75 %.');
});

test('what was there before anybody looked, or came since, says nothing', () => {
  expect(said([task('a.pdf', 60)])).toBe('');
  expect(said([], [task('a.pdf', 60)])).toBe('');
});

test('many at once make no more words than one', () => {
  const at = (bytes: number): Task[] => Array.from({ length: 100 }, (_, index) => task(`${index}.pdf`, bytes));
  expect(said(at(20), at(50))).toBe('100 downloads: 50 % in all.');
  expect(
    said(
      at(20),
      at(100).map(({ name }) => task(name, 100, { state: 'completed', fileId: name })),
    ),
  ).toBe('100 downloads are done.');
});

test('what becomes of a download is said in the words of its row', () => {
  const paused = task('a.pdf', 30, { state: 'suspended', by: 'app' });
  expect(said([task('a.pdf', 30)], [paused])).toMatch(/^a\.pdf: Paused.*\.$/u);
  const failed = task('a.pdf', 30, { state: 'failed', code: 'bad-status', message: '', status: 404 });
  expect(said([task('a.pdf', 30)], [failed])).toContain('has nothing at this address (404)');
  expect(said([task('a.pdf', 30)], [failed])).not.toMatch(/\.\.$/u);
});

test('what a person has just asked for is not said again: a cancel, or another turn', () => {
  expect(said([task('a.pdf', 30)], [task('a.pdf', 30, { state: 'failed', code: 'canceled', message: '' })])).toBe('');
  expect(said([task('a.pdf', 30)], [task('a.pdf', 30, { state: 'waiting', reason: 'turn' })])).toBe('');
});

test('moves lead to a neighbour or the end, and never beyond', () => {
  expect([placeAfter('move-up', 2, 5), placeAfter('move-down', 2, 5), placeAfter('move-to-end', 2, 5)]).toEqual([
    1, 3, 4,
  ]);
  expect([placeAfter('move-up', 0, 5), placeAfter('move-down', 4, 5)]).toEqual([0, 4]);
  expect(placeWords('a.pdf', 2, 1, 5)).toBe('a.pdf is now number 2 of 5 waiting.');
  expect(placeWords('a.pdf', 0, 0, 5)).toBe('a.pdf is already the first of 5 waiting.');
  expect(placeWords('a.pdf', 4, 4, 5)).toBe('a.pdf is already the last of 5 waiting.');
});
