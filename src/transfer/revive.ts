import { changeTask, tasksOfRun } from '../store/tasks.ts';
import type { TransferEngine } from './engine.ts';
import { TransferError } from './errors.ts';
import type { Acceptance } from './finish.ts';
import { harvestRun } from './harvest-run.ts';
import { giveUpOrRetry } from './requeue.ts';
import { stepTask } from './step-task.ts';
import { compareInQueue } from './queue-order.ts';

/** Chromium has this many requests of a registration under way. */
const REQUESTS_AT_A_TIME = 2;

/**
 * Ends a run that stands still, with what it has finished kept. The tasks whose requests hung are tried again as the
 * retry table says; those behind them just wait for their turn.
 */
export async function revive(registrationId: string, engine: TransferEngine, acceptance: Acceptance): Promise<void> {
  await harvestRun(registrationId, engine, acceptance);
  const left = (await tasksOfRun(registrationId)).toSorted(compareInQueue);
  for (const [index, { id, request }] of left.entries()) {
    const error = new TransferError('network', `The browser stopped bringing ${request.url}`);
    if (index < REQUESTS_AT_A_TIME) await giveUpOrRetry(id, registrationId, error);
    else await changeTask(id, (row) => stepTask(row, { type: 'requeue', registrationId, reason: 'turn' }));
  }
  await engine.stop(registrationId);
}
