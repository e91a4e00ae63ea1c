import type { TaskState } from '../store/task-state.ts';
import { LONGEST_DELAY } from './retry.ts';

/**
 * Whether a task could run now.
 *
 * @param now ms since the epoch.
 */
export function isDue(state: TaskState, now: number): boolean {
  if (state.state !== 'waiting') return false;
  if (state.reason === 'retry') return isRetryDue(state.until, now);
  if (state.reason === 'date') return state.until <= now;
  return state.reason === 'turn' || state.reason === 'window';
}

/**
 * Whether the wait for the next try is over. No wait is longer than `LONGEST_DELAY`: one that seems to be was begun before
 * the device's clock was set back.
 *
 * @param until ms since the epoch, as `now`.
 */
export function isRetryDue(until: number, now: number): boolean {
  return until <= now || until > now + LONGEST_DELAY;
}
