import type { TaskState } from '../store/task-state.ts';

/**
 * Whether a task could run now.
 *
 * @param now ms since the epoch.
 */
export function isDue(state: TaskState, now: number): boolean {
  if (state.state !== 'waiting') return false;
  if (state.reason === 'retry' || state.reason === 'date') return state.until <= now;
  return state.reason === 'turn' || state.reason === 'window';
}
