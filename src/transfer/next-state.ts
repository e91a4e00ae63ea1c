import type { Challenge, Failure, PlainReason, ResumeData, TaskState, TransferErrorCode } from '../store/task-state.ts';

/** What can happen to a task. `registrationId` names the run that an ending belongs to. */
export type TaskEvent =
  | { readonly type: 'resume' }
  | { readonly type: 'suspend' }
  /** A waiting task waits for something else. */
  | ({ readonly type: 'wait' } & Wait)
  | { readonly type: 'start'; readonly engine: 'background-fetch' | 'fetch'; readonly registrationId: string }
  | { readonly type: 'complete'; readonly fileId: string }
  /** With `resumeData` its bytes are kept for another task. */
  | { readonly type: 'cancel'; readonly resumeData?: ResumeData | undefined }
  /** The person stopped this run in the browser's own download list. */
  | { readonly type: 'browser-abort'; readonly registrationId: string }
  /** This run is over without the file and without fault: the browser lost it, or the queue needed its place. */
  | ({ readonly type: 'requeue'; readonly registrationId: string } & Wait)
  /** The server asks who is there. */
  | { readonly type: 'challenge'; readonly registrationId?: string; readonly challenge: Challenge }
  | { readonly type: 'fail'; readonly registrationId?: string; readonly error: FailureFacts }
  /** It failed and is to be tried again at `until`. */
  | { readonly type: 'retry'; readonly registrationId?: string; readonly until: number; readonly error: FailureFacts };

/** What a task waits for next. */
export type Wait = { readonly reason: PlainReason } | { readonly reason: 'date'; readonly until: number };

export interface FailureFacts {
  readonly code: TransferErrorCode;
  readonly message: string;
  readonly status?: number | undefined;
}

/**
 * The only place a task changes state. Pure, so the page and the worker cannot disagree.
 * An event that can't apply (a late ending of an old run, a second press) leaves the state as it is.
 *
 * @returns `current` itself when nothing changes.
 */
export function nextState(current: TaskState, event: TaskEvent): TaskState {
  if (current.state === 'completed') return current;
  switch (event.type) {
    case 'resume':
      return current.state === 'running' || (current.state === 'waiting' && current.reason !== 'room')
        ? current
        : { state: 'waiting', reason: 'turn' };
    case 'suspend':
      return current.state === 'running' || current.state === 'waiting' ? { state: 'suspended', by: 'app' } : current;
    case 'wait':
      return current.state === 'waiting' ? waiting(event) : current;
    case 'start':
      if (current.state !== 'waiting') return current;
      return { state: 'running', engine: event.engine, registrationId: event.registrationId };
    case 'complete':
      // Bytes win: a run that was given up may still bring the whole file, but not one that the person cancelled.
      return isCanceled(current) ? current : { state: 'completed', fileId: event.fileId };
    case 'cancel':
      return canceled(current, event.resumeData);
    case 'browser-abort':
      return runs(current, event.registrationId) ? { state: 'suspended', by: 'browser' } : current;
    case 'requeue':
      return runs(current, event.registrationId) ? waiting(event) : current;
    case 'challenge':
      if (!canFail(current, event.registrationId)) return current;
      return { state: 'waiting', reason: 'challenge', challenge: event.challenge };
    case 'fail':
      return canFail(current, event.registrationId) ? failed(event.error) : current;
    case 'retry':
      if (!canFail(current, event.registrationId)) return current;
      return { state: 'waiting', reason: 'retry', until: event.until, after: failureFacts(event.error) };
    default:
      return event satisfies never;
  }
}

function runs(current: TaskState, registrationId: string): boolean {
  return current.state === 'running' && current.registrationId === registrationId;
}

/** A failure with a run's name ends only that run; one without (before any run) ends only a waiting task. */
function canFail(current: TaskState, registrationId: string | undefined): boolean {
  return registrationId === undefined ? current.state === 'waiting' : runs(current, registrationId);
}

function waiting(wait: Wait): TaskState {
  return wait.reason === 'date'
    ? { state: 'waiting', reason: 'date', until: wait.until }
    : { state: 'waiting', reason: wait.reason };
}

function isCanceled(current: TaskState): boolean {
  return current.state === 'failed' && current.code === 'canceled';
}

/** A second cancel gives up what the first has kept, unless it wants it kept too. */
function canceled(current: TaskState, resumeData: ResumeData | undefined): TaskState {
  const isKept = current.state === 'failed' && current.resumeData !== undefined;
  if (isCanceled(current) && isKept === (resumeData !== undefined)) return current;
  const state = { state: 'failed', code: 'canceled', message: 'Canceled by the person' } as const;
  return resumeData ? { ...state, resumeData } : state;
}

function failed(error: FailureFacts): TaskState {
  return { state: 'failed', ...failureFacts(error) };
}

/** Plain, so that it can be stored. */
function failureFacts({ code, message, status }: FailureFacts): Failure {
  return { code, message, ...(status === undefined ? {} : { status }) };
}
