import { readFile } from '../store/files.ts';
import type { DocumentRow, TaskRow } from '../store/schema.ts';
import { storeHarvest } from '../store/tasks.ts';
import { fileNameOf } from './file-name.ts';
import type { ReceivedFile } from './record.ts';
import { stepTask } from './step-task.ts';

/**
 * The app's say on a received file, before the task completes: returns the library entry to store along with it,
 * or nothing when the session alone keeps it.
 *
 * @throws {TransferError} when the file is not what was asked for; the task then fails.
 */
export type AcceptFile = (file: ReceivedFile, task: TaskRow) => Promise<DocumentRow | undefined>;

/** Keeps every file with its task alone. */
export function acceptAny(): Promise<undefined> {
  return Promise.resolve(undefined);
}

/** Completes a task whose bytes are all stored; its row stays as it is while one is missing. */
export async function finishStored(row: TaskRow, accept: AcceptFile): Promise<TaskRow | undefined> {
  const { remote } = row;
  if (remote?.length === undefined || row.bytesStored !== remote.length) return row;
  const bytes = await readFile(row.id, remote.type);
  if (bytes?.size !== remote.length) return row;
  const file: ReceivedFile = { bytes, remote, name: remote.name ?? fileNameOf(remote.url, null) };
  return finish(row, file, {}, accept);
}

/** Completes a task with a file, which is stored along unless it is already. */
export async function finish(
  row: TaskRow,
  file: ReceivedFile,
  harvest: Parameters<typeof storeHarvest>[1],
  accept: AcceptFile,
): Promise<TaskRow | undefined> {
  const document = await accept(file, row);
  return storeHarvest(row.id, { ...harvest, ...(document ? { document } : {}) }, (current) => {
    const next = stepTask(current, { type: 'complete', fileId: row.id });
    return next && { ...next, name: file.name, remote: file.remote };
  });
}
