import { expect, test } from 'playwright/test';
import type { TransferConditions } from '../../src/store/schema.ts';
import { changeConditions, mergeConditions, unmetCondition } from '../../src/transfer/conditions.ts';
import type { Environment } from '../../src/transfer/environment.ts';

const NOW = 1_000_000;

/** A phone on Wi-Fi with everything as one wishes. */
const FINE: Environment = {
  isOnline: true,
  connection: { isMetered: false, saveData: false },
  battery: { level: 0.8, isCharging: false },
};
const METERED: Environment = { ...FINE, connection: { isMetered: true, saveData: false } };
const SAVING: Environment = { ...FINE, connection: { isMetered: false, saveData: true } };
const SILENT: Environment = { isOnline: true };
const battery = (level: number, isCharging = false): Environment => ({ ...FINE, battery: { level, isCharging } });

const TABLE: readonly (readonly [law: string, TransferConditions, Environment, expected: unknown])[] = [
  ['no condition holds nothing back', {}, { ...METERED, battery: { level: 0, isCharging: false } }, undefined],
  ['no line: it waits', {}, { ...FINE, isOnline: false }, { reason: 'connectivity' }],
  ['no line, and not to wait: it fails', { waitsForConnectivity: false }, { ...FINE, isOnline: false }, 'network'],
  ['expensive, allowed', { allowsExpensiveNetworkAccess: true }, METERED, undefined],
  ['expensive, not allowed', { allowsExpensiveNetworkAccess: false }, METERED, { reason: 'unmetered' }],
  ['not expensive', { allowsExpensiveNetworkAccess: false }, FINE, undefined],
  ['constrained, not allowed', { allowsConstrainedNetworkAccess: false }, SAVING, { reason: 'data-saver' }],
  ['constrained, allowed', { allowsConstrainedNetworkAccess: true }, SAVING, undefined],
  ['discretionary: not over a metered line', { isDiscretionary: true }, METERED, { reason: 'unmetered' }],
  ['discretionary: Data Saver is another matter', { isDiscretionary: true }, SAVING, undefined],
  ['discretionary: 20 % is not above 20 %', { isDiscretionary: true }, battery(0.2), { reason: 'power' }],
  ['discretionary: above 20 %', { isDiscretionary: true }, battery(0.21), undefined],
  ['discretionary: charging', { isDiscretionary: true }, battery(0.05, true), undefined],
  [
    'what is not told holds nothing back',
    { isDiscretionary: true, allowsExpensiveNetworkAccess: false, allowsConstrainedNetworkAccess: false },
    SILENT,
    undefined,
  ],
  ['before its date', { earliestBeginDate: NOW + 1 }, FINE, { reason: 'date', until: NOW + 1 }],
  ['at its date', { earliestBeginDate: NOW }, FINE, undefined],
  [
    'the date comes before the line',
    { earliestBeginDate: NOW + 1, waitsForConnectivity: false },
    { isOnline: false },
    { reason: 'date', until: NOW + 1 },
  ],
  ['in time', { timeoutIntervalForResource: 501 }, FINE, undefined],
  ['out of time', { timeoutIntervalForResource: 500 }, FINE, 'timed-out'],
  ['out of time, whatever else', { timeoutIntervalForResource: 0, earliestBeginDate: NOW + 1 }, METERED, 'timed-out'],
];

for (const [law, conditions, environment, expected] of TABLE) {
  test(`a condition: ${law}`, () => {
    expect(unmetCondition(conditions, environment, NOW, NOW - 500)).toEqual(expected);
  });
}

test('who waits for what the browser has ceased to tell goes on waiting, and only for that', () => {
  const conditions = { isDiscretionary: true };
  expect(unmetCondition(conditions, SILENT, NOW, 0, 'unmetered')).toEqual({ reason: 'unmetered' });
  expect(unmetCondition(conditions, SILENT, NOW, 0, 'power')).toEqual({ reason: 'power' });
  expect(unmetCondition(conditions, SILENT, NOW, 0, 'data-saver')).toBeUndefined();
  expect(unmetCondition({}, SILENT, NOW, 0, 'unmetered')).toBeUndefined();
});

test('a task’s conditions override its session’s, key by key', () => {
  const session = { allowsExpensiveNetworkAccess: false, isDiscretionary: true };
  expect(mergeConditions(session, { isDiscretionary: false })).toEqual({
    allowsExpensiveNetworkAccess: false,
    isDiscretionary: false,
  });
});

test('a change leaves what it does not name, and takes away what it names undefined', () => {
  const current = { isDiscretionary: true, earliestBeginDate: 5 };
  expect(changeConditions(current, { earliestBeginDate: 7 })).toStrictEqual({
    isDiscretionary: true,
    earliestBeginDate: 7,
  });
  expect(changeConditions(current, { isDiscretionary: undefined })).toStrictEqual({ earliestBeginDate: 5 });
});

test('numbers that are no times are refused', () => {
  for (const number of [NaN, Infinity]) {
    expect(() => changeConditions({}, { earliestBeginDate: number })).toThrow(RangeError);
    expect(() => changeConditions({}, { timeoutIntervalForResource: number })).toThrow(RangeError);
  }
  expect(() => changeConditions({}, { timeoutIntervalForResource: -1 })).toThrow(RangeError);
});
