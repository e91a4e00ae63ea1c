import type { TaskRow, TransferConditions } from '../store/schema.ts';
import { changeTask } from '../store/tasks.ts';
import { applyConditions, nextMoment } from './apply-conditions.ts';
import type { TransferEngine } from './engine.ts';
import { readEnvironment } from './environment.ts';
import { harvestRun } from './harvest-run.ts';
import type { TaskEvent } from './next-state.ts';
import { stepTask } from './step-task.ts';

interface Kept {
  /** The tasks that their conditions leave as they are: these may be launched. The others are on their way. */
  readonly rows: readonly TaskRow[];
  /** When to look again, in ms since the epoch, if nothing happens before. */
  readonly next: number | undefined;
}

/** Keeps tasks to their conditions, as the browser's surroundings are now. Each one that moves is announced. */
export async function keepConditions(
  session: TransferConditions,
  rows: readonly TaskRow[],
  engine: TransferEngine,
): Promise<Kept> {
  const environment = await readEnvironment();
  const now = Date.now();
  const moves = new Map<string, TaskEvent>();
  for (const { taskId, event } of applyConditions(session, rows, environment, now)) moves.set(taskId, event);
  for (const row of rows) {
    const event = moves.get(row.id);
    if (event) void moveTask(row, event, engine);
  }
  return { rows: rows.filter(({ id }) => !moves.has(id)), next: nextMoment(session, rows, now) };
}

/** What a run has finished is stored, the row says what comes next, then the run ends. */
async function moveTask(row: TaskRow, event: TaskEvent, engine: TransferEngine): Promise<void> {
  try {
    await harvestRun(row, engine);
  } finally {
    await stepAndStop(row.id, event, engine);
  }
}

/** Only a run that this step has ended is stopped: the task may have moved on since it was looked at. */
async function stepAndStop(taskId: string, event: TaskEvent, engine: TransferEngine): Promise<void> {
  let ended: string | undefined;
  await changeTask(taskId, (row) => {
    const next = stepTask(row, event);
    if (next && row.state.state === 'running') ended = row.state.registrationId;
    return next;
  });
  if (ended !== undefined) await engine.stop(ended);
}
