import type { TaskRow, TransferConditions } from '../store/schema.ts';
import { applyConditions, nextMoment } from './apply-conditions.ts';
import { readEnvironment } from './environment.ts';
import { type StopContext, stopTasks } from './stop-tasks.ts';

interface Kept {
  /** The tasks that their conditions leave as they are: these may run. The others are on their way. */
  readonly rows: readonly TaskRow[];
  /** When to look again, in ms since the epoch, if nothing happens before. */
  readonly next: number | undefined;
}

/** Keeps tasks to their conditions, as the browser's surroundings are now. Each one that moves is announced. */
export async function keepConditions(
  session: TransferConditions,
  rows: readonly TaskRow[],
  context: StopContext,
): Promise<Kept> {
  const environment = await readEnvironment();
  const now = Date.now();
  const moves = applyConditions(session, rows, environment, now);
  for (const { taskId, event } of moves) void stopTasks([taskId], event, context);
  const moved = new Set(moves.map(({ taskId }) => taskId));
  return { rows: rows.filter(({ id }) => !moved.has(id)), next: nextMoment(session, rows, now) };
}
