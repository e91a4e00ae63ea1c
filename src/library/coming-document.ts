import type { TaskRow } from '../store/schema.ts';
import { readTask } from '../store/tasks.ts';
import { canFetchParts } from '../transfer/fetch-part.ts';
import { ComingFile } from './coming-file.ts';

/** A document that is read while it is downloaded. It has no entry in the library yet; its id will be the task's. */
export interface ComingDocument {
  readonly task: TaskRow;
  readonly bytes: ComingFile;
}

/** Whether a download that has not ended can be read already, in whole or in part. */
export function canBeRead(row: TaskRow): boolean {
  const { state, remote, name } = row;
  if (row.renews !== undefined) return false; // It goes into the place of another.
  const isUnderWay = state.state !== 'completed' && state.state !== 'failed';
  const isPdf = remote?.type === 'application/pdf' || /\.pdf$/iu.test(name);
  return isUnderWay && isPdf && remote?.length !== undefined && (row.bytesStored > 0 || canFetchParts(row));
}

/**
 * Opens what a task is still bringing.
 *
 * @param signal ends all reading.
 * @returns `undefined` when there is no such task, or nothing of it can be read.
 */
export async function openComing(id: string, signal: AbortSignal): Promise<ComingDocument | undefined> {
  const task = await readTask(id);
  return task && canBeRead(task) ? { task, bytes: new ComingFile(task, signal) } : undefined;
}
