import type { TaskRow } from '../store/schema.ts';
import { readTask } from '../store/tasks.ts';

/**
 * Does something with a task while nobody else, in any page or worker, settles it.
 *
 * @returns what `step` returns, or `undefined` when there is no such task.
 */
export async function withTask<T>(
  taskId: string,
  step: (row: TaskRow) => T | Promise<T>,
): Promise<Awaited<T> | undefined> {
  return navigator.locks.request(`longhaul-settle-${taskId}`, async () => {
    const row = await readTask(taskId);
    return row && (await step(row));
  });
}
