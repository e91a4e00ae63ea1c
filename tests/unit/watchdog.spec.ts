import { expect, test } from 'playwright/test';
import type { RunningRun } from '../../src/transfer/engine.ts';
import { newRegistrationId } from '../../src/transfer/registration-id.ts';
import { Watchdog } from '../../src/transfer/watchdog.ts';

/** Of `src/transfer/session-runs.ts`. */
const INTERVAL = 5_000;
const MINUTE = 60_000;

const FIRST = newRegistrationId({ plannedAt: 1_000, tasks: 1 });
const SECOND = newRegistrationId({ plannedAt: 2_000, tasks: 3 });

/** Looks every five seconds from `from` until `until`, in ms, and gives the first id that is named. */
function lookOn(
  watchdog: Watchdog,
  { from, until }: { readonly from: number; readonly until: number },
  runsAt: (at: number) => readonly RunningRun[],
): { readonly at: number; readonly id: string } | undefined {
  for (let at = from; at <= until; at += INTERVAL) {
    const id = watchdog.look(runsAt(at), at);
    if (id !== undefined) return { at, id };
  }
  return undefined;
}

function run(registrationId: string, received: number): RunningRun {
  return { registrationId, received };
}

test('a run without a new byte has stalled after more than a minute, and not before', () => {
  const stalled = lookOn(new Watchdog(), { from: 0, until: 2 * MINUTE }, () => [run(FIRST, 500)]);
  expect(stalled).toEqual({ at: MINUTE + INTERVAL, id: FIRST });
});

test('a run that has all its bytes and does not end has stalled after ten seconds', () => {
  const stalled = lookOn(new Watchdog(), { from: 0, until: MINUTE }, (at) => [
    { registrationId: FIRST, received: Math.min(at, 20_000), hasAllBytes: at >= 20_000 },
  ]);
  expect(stalled).toEqual({ at: 35_000, id: FIRST });
});

test('one new byte gives it another minute', () => {
  const stalled = lookOn(new Watchdog(), { from: 0, until: 3 * MINUTE }, (at) => [run(FIRST, at < 50_000 ? 500 : 501)]);
  expect(stalled?.at).toBe(50_000 + MINUTE + INTERVAL);
});

test('a count that falls back and comes up again is no new byte: the browser only starts a request over', () => {
  const stalled = lookOn(new Watchdog(), { from: 0, until: 2 * MINUTE }, (at) => [run(FIRST, (at / 100) % 500)]);
  expect(stalled?.at).toBe(45_000 + MINUTE + INTERVAL);
});

test('only the oldest run can stall: browsers run them one after another', () => {
  const both = [run(SECOND, 0), run(FIRST, 0)];
  expect(lookOn(new Watchdog(), { from: 0, until: 2 * MINUTE }, () => both)?.id).toBe(FIRST);
  const moving = (at: number): RunningRun[] => [run(SECOND, 0), run(FIRST, at)];
  expect(lookOn(new Watchdog(), { from: 0, until: 5 * MINUTE }, moving)).toBeUndefined();
});

test('the next in line gets its own minute', () => {
  const stalled = lookOn(new Watchdog(), { from: 0, until: 3 * MINUTE }, (at) =>
    at < 30_000 ? [run(FIRST, 0), run(SECOND, 0)] : [run(SECOND, 0)],
  );
  expect(stalled).toEqual({ at: 30_000 + MINUTE + INTERVAL, id: SECOND });
});

test('time in which page or machine slept does not count', () => {
  const watchdog = new Watchdog();
  expect(lookOn(watchdog, { from: 0, until: 50_000 }, () => [run(FIRST, 0)])).toBeUndefined();
  const woken = 10 * MINUTE;
  const stalled = lookOn(watchdog, { from: woken, until: woken + 2 * MINUTE }, () => [run(FIRST, 0)]);
  expect(stalled?.at).toBe(woken + MINUTE + INTERVAL);
});

test('what other code on this origin runs is none of its business', () => {
  const stranger = [run('somebody-elses', 0)];
  expect(lookOn(new Watchdog(), { from: 0, until: 5 * MINUTE }, () => stranger)).toBeUndefined();
});

test('with the clock set back between two runs, the one that moves is not taken for one that stands still', () => {
  // FIRST began after SECOND by all clocks but the device's.
  const moving = (at: number): RunningRun[] => [run(FIRST, 0), run(SECOND, at + 1)];
  expect(lookOn(new Watchdog(), { from: 0, until: 5 * MINUTE }, moving)).toBeUndefined();
  const stalled = (): RunningRun[] => [run(FIRST, 0), run(SECOND, 500)];
  expect(lookOn(new Watchdog(), { from: 0, until: 2 * MINUTE }, stalled)?.id).toBe(SECOND);
});
