import type { SessionRow, TaskRow } from '../store/schema.ts';
import { addTaskWithBytes, addTasks } from '../store/session-tasks.ts';
import type { ResumeData } from '../store/task-state.ts';
import { type DownloadOptions, newDownload } from './new-download.ts';
import { continueFrom, readResumeData } from './resume-data.ts';
import { sessionOver } from './session-over.ts';
import { takeCredential } from './split-credential.ts';
import { stepTask } from './step-task.ts';

/** Where a download comes from: an address, or what a canceled one has kept. */
export type DownloadSource = URL | { readonly resumeData: ResumeData };

/** An address to be downloaded, and what is to be said of it. */
export type WantedDownload = { readonly url: URL } & DownloadOptions;

/**
 * Adds a download to a session, suspended. Resume data whose bytes are gone (used before, given up, of another browser
 * or origin) is as good as its address: all begins anew. What options say counts for a new download only.
 *
 * @throws {TypeError} when the address is not http(s), or the resume data is none.
 * @throws {DOMException} `InvalidStateError` when the session takes no more tasks; `QuotaExceededError` when there is no
 * room to move the bytes: they stay where they are.
 */
export async function addDownload(
  session: SessionRow,
  source: DownloadSource,
  options: DownloadOptions = {},
): Promise<TaskRow> {
  if (source instanceof URL) return addNew(session, { ...options, url: source });
  const { taskId, url } = readResumeData(source.resumeData);
  const row = await addTaskWithBytes(taskId, session, (canceled) => continueFrom(canceled, session));
  if (row === 'session-over') throw sessionOver(session.id);
  return row ?? addNew(session, { ...options, url: new URL(url) });
}

/**
 * Adds downloads that wait for their turn at once: all of them, though the page go the moment after, or none.
 *
 * @throws as `addDownload()`.
 */
export async function addWaiting(session: SessionRow, wanted: readonly WantedDownload[]): Promise<void> {
  const rows: TaskRow[] = [];
  for (const each of wanted) rows.push(await makeRow(session, each));
  const waiting = rows.map((row) => stepTask(row, { type: 'resume' }) ?? row);
  if ((await addTasks(waiting, session)) === 'session-over') throw sessionOver(session.id);
}

async function addNew(session: SessionRow, wanted: WantedDownload): Promise<TaskRow> {
  const row = await makeRow(session, wanted);
  if ((await addTasks([row], session)) === 'session-over') throw sessionOver(session.id);
  return row;
}

async function makeRow(session: SessionRow, { url, ...options }: WantedDownload): Promise<TaskRow> {
  if (!/^https?:$/u.test(url.protocol)) throw new TypeError(`Expected an http(s) address, got ${url.protocol}`);
  return newDownload(session.id, await takeCredential(url), options);
}
