import { expect, test } from 'playwright/test';
import { retryDelay } from '../../src/transfer/retry.ts';
import type { TransferErrorCode } from '../../src/store/task-state.ts';

/** The waits of a task that fails the same way again and again, in ms, until it is given up. */
function waits(code: TransferErrorCode, isKnown: boolean, status?: number): number[] {
  const all: number[] = [];
  for (let failures = 0; ; failures += 1) {
    const delay = retryDelay({ code, status, retryAfter: undefined, isKnown }, failures, 0.5);
    if (delay === undefined) return all;
    all.push(delay);
  }
}

test('a server that was there is asked for more than half a minute, one that never answered a few times', () => {
  expect(waits('network', true)).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 32_000]);
  expect(waits('network', false)).toEqual([1_000, 2_000, 4_000]);
});

test('an answer that can’t be right is asked for once more', () => {
  expect(waits('bad-range', true)).toHaveLength(1);
  expect(waits('truncated', true)).toHaveLength(1);
});

test('what can’t succeed is not tried again', () => {
  for (const code of ['not-a-pdf', 'cross-origin', 'file-changed', 'canceled'] as const) {
    expect(waits(code, true)).toEqual([]);
  }
  expect(waits('bad-status', true, 404)).toEqual([]);
});

test('a server that says when is not asked earlier, nor waited for longer than an hour (RFC 9110 §10.2.3)', () => {
  const busy = { code: 'bad-status', status: 503, isKnown: true } as const;
  expect(retryDelay({ ...busy, retryAfter: 20_000 }, 0, 0)).toBe(20_000);
  expect(retryDelay({ ...busy, retryAfter: 20_000 }, 0, 1)).toBe(20_400);
  expect(retryDelay({ ...busy, retryAfter: 86_400_000 }, 0, 0.5)).toBe(3_600_000);
});

test('a server that asks for less patience than the table gets less, then twice as much each time', () => {
  const busy = { code: 'bad-status', status: 503, isKnown: true } as const;
  const delays = [0, 1, 2].map((failures) => retryDelay({ ...busy, retryAfter: 2_000 }, failures, 0));
  expect(delays).toEqual([2_000, 4_000, 8_000]);
  expect(retryDelay({ ...busy, retryAfter: 0 }, 0, 0)).toBe(1_000);
});
