/**
 * Background transfers for the web: all that another app needs of `src/transfer`, and the only file here that passes
 * others' exports on. A page opens a session, its service worker settles what ended; both on one origin. Shapes, units,
 * bounds and errors stand where each is declared. Times are in ms since the epoch, sizes in bytes.
 *
 * @see README.md, "Background transfers in your own app".
 */

// The page: `await TransferSession.open('papers', { registration })`.
export { TransferSession } from './session.ts';
export type { SessionOptions } from './session-options.ts';
export type { TransferIcon } from './background-fetch-engine.ts';
export type { DownloadSource, WantedDownload } from './add-download.ts';
export type { DownloadOptions } from './new-download.ts';
export type { ConditionsChange } from './conditions.ts';
export type { AnswerOptions } from './answer-challenge.ts';
export type { Credential } from './credentials.ts';

// Its tasks: `const task = await session.downloadTask(url); await task.resume();`
export type { TaskFailure, TaskProgress, TransferTask } from './transfer-task.ts';
export type { CancelOptions } from './stop-tasks.ts';
export type { Challenge, ResumeData, TaskState, TransferErrorCode, WaitingReason } from '../store/task-state.ts';

// Its events: on the task first, then on the session.
export {
  SessionChangeEvent,
  type SessionEventMap,
  SessionIdleEvent,
  SessionInvalidEvent,
  TaskChallengeEvent,
  TaskCompleteEvent,
  type TaskEventMap,
  TaskFinishEvent,
  TaskProgressEvent,
  TaskResumeEvent,
  TaskWaitingEvent,
} from './events.ts';

// The worker: `event.waitUntil(settle(event.registration))` in all three of `backgroundfetchsuccess`, `…fail`, `…abort`.
export { settle } from './settle.ts';

// The worker, with no window left: goes on by `fetch()` with what waits, as long as the event may live.
export { type CarryOnOptions, carryOn, pagesFetchesEnd } from './carry-on.ts';

// Both, where an app doesn't want every file: `accept` looks at one, and throws a `TransferError` to refuse it.
export type { AcceptFile } from './finish.ts';
export type { ReceivedFile } from './record.ts';
export { TransferError } from './errors.ts';

// What people type or paste.
export { AddressError, parseAddress } from './address.ts';
