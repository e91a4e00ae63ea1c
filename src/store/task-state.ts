/** What a waiting task waits for. */
export type WaitingReason =
  /** Its turn: as many transfers run as the browser allows. */
  | 'turn'
  /** A window of the app: only a page can start a Background Fetch. */
  | 'window'
  | 'connectivity'
  | 'unmetered'
  | 'data-saver'
  | 'power'
  | 'date'
  | 'retry'
  /** Space in storage; what is stored stays. */
  | 'room'
  | 'challenge';

/** The reasons that need no more than their name. */
export type PlainReason = Exclude<WaitingReason, 'date' | 'retry' | 'challenge'>;

/** Why a transfer ended without its file. Travels over messages and through the store, where classes don't. */
export type TransferErrorCode =
  | 'canceled'
  | 'bad-status'
  | 'network'
  | 'cross-origin'
  | 'mixed-content'
  | 'no-background-fetch'
  | 'permission'
  | 'no-room'
  | 'empty-file'
  | 'truncated'
  | 'bad-range'
  | 'web-page'
  | 'not-a-pdf'
  | 'file-changed'
  | 'digest-mismatch'
  /** The person would not sign in. */
  | 'sign-in'
  | 'timed-out'
  | 'lost'
  | 'unexpected';

/** What went wrong: for people by its code, for developers by its message. */
export interface Failure {
  readonly code: TransferErrorCode;
  readonly message: string;
  /** The HTTP status, where the server's answer was the reason. */
  readonly status?: number;
}

/**
 * Names the bytes that a canceled task has kept, for a new task to go on with. Plain: it can be posted, stored and
 * written as JSON. What is in it is for `downloadTask()` alone.
 */
export interface ResumeData {
  readonly version: 1;
  readonly taskId: string;
  /** Absolute http(s) address: where all begins again when the bytes are gone. */
  readonly url: string;
}

/** What a server asks for before it gives the file. @see RFC 9110 §11 */
export interface Challenge {
  /** Scheme, host and port of the server; the answer goes nowhere else. */
  readonly origin: string;
  /** The server's name for what it protects; '' when it gave none. */
  readonly realm: string;
  readonly scheme: 'basic' | 'bearer';
  readonly status: 401 | 403;
  /** The credential that was sent was refused. */
  readonly isRepeated: boolean;
}

/** The state of a task: a union in which each member carries only what is true in it. */
export type TaskState =
  | { readonly state: 'suspended'; readonly by: 'app' | 'browser' }
  | { readonly state: 'waiting'; readonly reason: PlainReason }
  | { readonly state: 'waiting'; readonly reason: 'challenge'; readonly challenge: Challenge }
  | { readonly state: 'waiting'; readonly reason: 'date'; readonly until: number }
  | { readonly state: 'waiting'; readonly reason: 'retry'; readonly until: number; readonly after: Failure }
  | { readonly state: 'running'; readonly engine: 'background-fetch' | 'fetch'; readonly registrationId: string }
  | { readonly state: 'completed'; readonly fileId: string }
  /** With `resumeData` its bytes are kept, until a new task takes them over or the task is removed. */
  | ({ readonly state: 'failed'; readonly resumeData?: ResumeData } & Failure);

/** Whether nothing more happens to a task by itself: it has its file, failed or was canceled. */
export function hasEnded({ state }: TaskState): boolean {
  return state === 'completed' || state === 'failed';
}
