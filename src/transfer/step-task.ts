import type { TaskRow } from '../store/schema.ts';
import { hasEnded } from '../store/task-state.ts';
import { type TaskEvent, nextState } from './next-state.ts';

/**
 * A task's row after an event, for the store's transactions.
 *
 * @returns `undefined` when the event changes nothing.
 */
export function stepTask(row: TaskRow, event: TaskEvent): TaskRow | undefined {
  const state = nextState(row.state, event);
  if (state === row.state) return undefined;
  const now = Date.now();
  const { endedAt: _, ...rest } = row;
  const isRetry = event.type === 'resume' && row.state.state === 'failed';
  return {
    ...rest,
    state,
    changedAt: now,
    ...(hasEnded(state) ? { endedAt: now } : {}),
    ...(isRetry ? { retriedAt: now } : {}),
    ...(event.type === 'start' ? { startedAt: row.startedAt ?? now, engine: event.engine } : {}),
  };
}
