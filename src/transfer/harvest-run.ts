import type { TaskRow } from '../store/schema.ts';
import { readTask } from '../store/tasks.ts';
import type { TransferEngine } from './engine.ts';
import { harvestSegments } from './harvest.ts';
import { isSegmented } from './plan.ts';
import { startFresh } from './requeue.ts';

/**
 * Stores the segments that a running task has finished so far; the page's half of a harvest, the other is `settle()`.
 * Never ends a run that is fine: what else its answers mean is settled when it ends.
 */
export async function harvestRun({ id, remote, state }: TaskRow, engine: TransferEngine): Promise<void> {
  if (state.state !== 'running' || !isSegmented(remote)) return;
  const { registrationId } = state;
  await navigator.locks.request(`longhaul-settle-${id}`, async () => {
    const row = await readTask(id);
    const runs = row?.state.state === 'running' && row.state.registrationId === registrationId;
    if (!runs) return;
    const result = await harvestSegments(row, await engine.answers(registrationId));
    if (result.kind !== 'changed') return;
    await startFresh(id, registrationId);
    await engine.stop(registrationId);
  });
}
