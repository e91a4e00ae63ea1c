import { setImmediate, setTimeout } from 'node:timers/promises';
import { expect, test } from 'playwright/test';
import { afterTimeAwake } from '../../src/reader/awake-time.ts';

test('time for which everything stood still doesn’t count', async () => {
  let calls = 0;
  const count = (): void => void (calls += 1);
  afterTimeAwake(200, count);
  const stop = afterTimeAwake(200, count);
  const begin = performance.now();
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1000);
  await setImmediate();
  await setTimeout();
  expect(calls).toBe(0);
  stop();
  await expect.poll(() => calls).toBe(1);
  expect(performance.now() - begin).toBeGreaterThan(1150);
  await setTimeout(300);
  expect(calls).toBe(1);
});
