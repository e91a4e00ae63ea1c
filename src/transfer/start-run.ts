import { announceRows } from '../store/changes.ts';
import { listRanges } from '../store/files.ts';
import { readLineSpeed } from '../store/line-speed.ts';
import type { TaskRow } from '../store/schema.ts';
import { changeTask, readTask, readTasks, storeHarvest } from '../store/tasks.ts';
import { authorize } from './authorization.ts';
import type { PlannedRequest, TransferEngine } from './engine.ts';
import { type TransferError, toTransferError } from './errors.ts';
import { isSegmented, planDownload, plannedBytes } from './plan.ts';
import { newRegistrationId } from './registration-id.ts';
import { giveUpOrRetry } from './requeue.ts';
import { stepTask } from './step-task.ts';
import { isInRun } from './take-answers.ts';

/** Starts one run for tasks that wait; those that no longer do are left out. Under the launch lock. */
export async function startRun(taskIds: readonly string[], engine: TransferEngine): Promise<void> {
  const registrationId = newRegistrationId({ plannedAt: Date.now(), tasks: taskIds.length });
  const rows: TaskRow[] = [];
  for (const id of taskIds) {
    const row = await claim(id, engine.kind, registrationId);
    if (row) rows.push(row);
  }
  if (rows.length === 0) return;
  try {
    await engine.start(await planRun(rows, registrationId));
    // The rows said so before; now there is something to watch.
    announceRows(
      'tasks',
      rows.map(({ id }) => id),
    );
  } catch (error) {
    for (const { id } of rows) await giveBack(id, registrationId, toTransferError(error));
  }
  await stopIfGivenUp(rows, registrationId, engine);
}

/** The requests that bring what a task still lacks. */
export async function planTask(row: TaskRow): Promise<PlannedRequest[]> {
  const speed = await readLineSpeed(new URL(row.request.url).host);
  return planDownload(row, row.bytesStored === 0 ? [] : await listRanges(row.id), speed);
}

/**
 * Writes the run into the row before the engine has it, so that the browser never runs what the store doesn't know.
 * What can't be continued goes first: segments without a validator belong to the attempt that brought them.
 */
async function claim(
  taskId: string,
  engine: TransferEngine['kind'],
  registrationId: string,
): Promise<TaskRow | undefined> {
  const found = await readTask(taskId);
  const replacesAll = !isSegmented(found?.remote) || found.remote.validator === undefined;
  const row = await storeHarvest(taskId, { replacesAll }, (current) => {
    const next = stepTask(current, { type: 'start', engine, registrationId });
    return next && { ...next, attempt: current.attempt + 1 };
  });
  return row && isInRun(row, registrationId) ? row : undefined;
}

async function planRun(rows: readonly TaskRow[], registrationId: string) {
  const plans = await Promise.all(
    rows.map(async (row) => ({ row, requests: await authorize(row, await planTask(row)) })),
  );
  const requests = plans.flatMap((plan) => plan.requests);
  const [first] = rows;
  const title = rows.length === 1 ? (first?.name ?? '') : `${first?.name ?? ''} and ${rows.length - 1} more`;
  const bytes = totalBytes(plans);
  return { registrationId, title, requests, ...(bytes === undefined ? {} : { bytes }) };
}

/** One wrong length ends a whole run: many tasks have a total only when every one was told by ranges. */
function totalBytes(
  plans: readonly { readonly row: TaskRow; readonly requests: readonly PlannedRequest[] }[],
): number | undefined {
  const isCertain = plans.length === 1 || plans.every(({ row }) => isSegmented(row.remote));
  if (!isCertain) return undefined;
  const sizes = plans.map(({ row, requests }) => plannedBytes(requests, row.remote?.length));
  return sizes.reduce((sum, size) => (sum === undefined || size === undefined ? undefined : sum + size), 0);
}

/** The engine didn't take the run. A refusal is no fault of the task: it goes by the other engine. */
async function giveBack(taskId: string, registrationId: string, error: TransferError): Promise<void> {
  if (error.code !== 'permission' && error.code !== 'no-background-fetch') {
    await giveUpOrRetry(taskId, registrationId, error);
    return;
  }
  await changeTask(taskId, (row) => stepTask(row, { type: 'requeue', registrationId, reason: 'turn' }));
}

/** Pause or Cancel may have been pressed while the engine was taking the plan. */
async function stopIfGivenUp(rows: readonly TaskRow[], registrationId: string, engine: TransferEngine): Promise<void> {
  const current = await readTasks(rows.map(({ id }) => id));
  if (!current.some((row) => isInRun(row, registrationId))) await engine.stop(registrationId);
}
