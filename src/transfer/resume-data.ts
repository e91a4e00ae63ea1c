import type { SessionRow, TaskRow } from '../store/schema.ts';
import type { ResumeData } from '../store/task-state.ts';
import { newDownload } from './new-download.ts';
import { isSegmented } from './plan.ts';

/**
 * What names a task's stored bytes, so that another can go on with them.
 *
 * @returns `undefined` when nothing is stored, or what is can't be continued: the server has no ranges, or no validator
 * that tells whether the file is still the same.
 */
export function resumeDataOf({ id, request, remote, bytesStored }: TaskRow): ResumeData | undefined {
  if (bytesStored === 0 || !isSegmented(remote) || remote.validator === undefined) return undefined;
  return { version: 1, taskId: id, url: request.url };
}

/**
 * Checks resume data that was posted, stored or written as JSON.
 *
 * @throws {TypeError} when it is none of this version, or names no http(s) address.
 */
export function readResumeData(value: unknown): ResumeData {
  const { version, taskId, url } = (value ?? {}) as Partial<Record<keyof ResumeData, unknown>>;
  const isHttp = typeof url === 'string' && /^https?:$/u.test(URL.parse(url)?.protocol ?? '');
  if (version !== 1 || typeof taskId !== 'string' || !isHttp) {
    throw new TypeError('Expected resume data as cancel({ producingResumeData: true }) returns it');
  }
  return { version, taskId, url };
}

/** A new task that goes on where a canceled one stopped: what is known of the file is known to it, too. */
export function continueFrom(canceled: TaskRow, session: SessionRow): TaskRow {
  const fresh = newDownload(session.id, new URL(canceled.request.url));
  const { id, sessionId, state, attempt, failures, position, createdAt, changedAt } = fresh;
  const { endedAt: _, ...known } = canceled;
  return { ...known, id, sessionId, state, attempt, failures, position, createdAt, changedAt };
}
