import type { SessionRow, TaskRow } from '../store/schema.ts';
import { addTask, addTaskWithBytes } from '../store/session-tasks.ts';
import type { ResumeData } from '../store/task-state.ts';
import { newDownload } from './new-download.ts';
import { continueFrom, readResumeData } from './resume-data.ts';
import { sessionOver } from './session-over.ts';

/** Where a download comes from: an address, or what a canceled one has kept. */
export type DownloadSource = URL | { readonly resumeData: ResumeData };

/**
 * Adds a download to a session, suspended. Resume data whose bytes are gone (used before, given up, of another browser
 * or origin) is as good as its address: all begins anew.
 *
 * @throws {TypeError} when the address is not http(s), or the resume data is none.
 * @throws {DOMException} `InvalidStateError` when the session takes no more tasks; `QuotaExceededError` when there is no
 * room to move the bytes: they stay where they are.
 */
export async function addDownload(session: SessionRow, source: DownloadSource): Promise<TaskRow> {
  const row = source instanceof URL ? await addNew(session, source) : await addContinued(session, source.resumeData);
  if (row === 'session-over') throw sessionOver(session.id);
  return row;
}

function addNew(session: SessionRow, url: URL): ReturnType<typeof addTask> {
  if (!/^https?:$/u.test(url.protocol)) throw new TypeError(`Expected an http(s) address, got ${url.protocol}`);
  return addTask(newDownload(session.id, url), session);
}

async function addContinued(session: SessionRow, given: ResumeData): ReturnType<typeof addTask> {
  const { taskId, url } = readResumeData(given);
  const row = await addTaskWithBytes(taskId, session, (canceled) => continueFrom(canceled, session));
  return row ?? addNew(session, new URL(url));
}
