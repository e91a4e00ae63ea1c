import { expect, test } from 'playwright/test';
import { formatBytes } from '../../src/library/format-bytes.ts';
import { RunProgress } from '../../src/transfer/run-progress.ts';
import { newRegistrationId, parseRegistrationId, taskOfFirstId } from '../../src/transfer/registration-id.ts';
import { dateWords } from '../../src/ui/date-words.ts';
import { durationWords, percent, progressWords } from '../../src/ui/words.ts';

test('sizes are decimal and short', () => {
  expect([0, 1, 999, 1000, 812_400, 1_440_000, 60_000_000, 123_456_789_000].map((bytes) => formatBytes(bytes))).toEqual(
    ['0 bytes', '1 byte', '999 bytes', '1 kB', '812 kB', '1.4 MB', '60 MB', '123 GB'],
  );
});

test('a percentage is 100 only when all is there', () => {
  expect(percent(999_999, 1_000_000)).toBe(99);
  expect(percent(1_000_000, 1_000_000)).toBe(100);
});

test('progress says what is known and no more', () => {
  const unknown = { bytesExpected: undefined, bytesPerSecond: undefined, timeLeft: undefined };
  expect(progressWords({ bytesReceived: 12_400_000, ...unknown })).toBe('12.4 MB');
  expect(
    progressWords({
      bytesReceived: 15_000_000,
      bytesExpected: 60_000_000,
      bytesPerSecond: 3_000_000,
      timeLeft: 15_000,
    }),
  ).toBe('15 MB of 60 MB · 25 % · 3 MB/s · 15 s left');
  expect(durationWords(7_500_000)).toBe('2 h 5 min');
});

test('a time to come is said as shortly as it is clear', () => {
  const at = (month: number, day: number, hour: number, year = 2026): number =>
    new Date(year, month - 1, day, hour).getTime();
  const now = at(3, 4, 9); // A Wednesday.
  expect(dateWords(at(3, 4, 14), now)).toBe('at 14:00');
  expect(dateWords(at(3, 9, 14), now)).toBe('Monday 14:00');
  expect(dateWords(at(3, 11, 8), now)).toBe('11 March 08:00');
  expect(dateWords(at(1, 2, 14, 2027), now)).toBe('2 January 2027 14:00');
});

test('received bytes never fall, and speed is bytes over time', () => {
  const run = new RunProgress();
  for (const [bytes, at] of [
    [0, 0],
    [1_000_000, 1000],
    [400_000, 1500],
    [2_000_000, 2000],
  ] as const)
    run.add(bytes, at);
  expect(run.received).toBe(2_000_000);
  expect(run.bytesPerSecond).toBe(1_000_000);
});

test('what comes at once in the beginning tells no speed', () => {
  const run = new RunProgress();
  run.add(0, 0);
  run.add(1_600_000, 12);
  run.add(3_200_000, 24);
  expect(run.bytesPerSecond).toBeUndefined();
  run.add(4_600_000, 1512);
  expect(run.bytesPerSecond).toBe(2_000_000);
});

test('a run that falls back three times without a new byte is cut off', () => {
  const run = new RunProgress();
  const counts = [400, 0, 400, 0, 400];
  for (const [at, bytes] of counts.entries()) run.add(bytes, at);
  expect(run.isCutOff).toBe(false);
  run.add(0, 9);
  expect(run.isCutOff).toBe(true);
  run.add(500, 10);
  expect(run.isCutOff).toBe(false);
});

test('a registration’s id says when it was planned and for how many; those of the first version name their task', () => {
  const name = { plannedAt: Date.UTC(2026, 0, 2), tasks: 12 };
  expect(parseRegistrationId(newRegistrationId(name))).toEqual(name);
  expect(taskOfFirstId('a#b#12')).toBe('a#b');
  expect(parseRegistrationId('a#12')).toEqual({ plannedAt: 0, tasks: 1 });
  for (const foreign of ['', 'abc', '#1', 'a#0', 'longhaul-x-0-y'])
    expect(parseRegistrationId(foreign)).toBeUndefined();
});
