/** What a waiting task waits for. */
export type WaitingReason =
  /** Its turn: as many transfers run as the browser allows. */
  | 'turn'
  /** A window of the app: only a page can start a Background Fetch. */
  | 'window'
  | 'connectivity'
  | 'unmetered'
  | 'power'
  | 'date'
  | 'retry'
  | 'challenge';

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
  | 'lost'
  | 'unexpected';

/** What went wrong: for people by its code, for developers by its message. */
export interface Failure {
  readonly code: TransferErrorCode;
  readonly message: string;
  /** The HTTP status, where the server's answer was the reason. */
  readonly status?: number;
}

/** The state of a task: a union in which each member carries only what is true in it. */
export type TaskState =
  | { readonly state: 'suspended'; readonly by: 'app' | 'browser' }
  | { readonly state: 'waiting'; readonly reason: Exclude<WaitingReason, 'date' | 'retry'> }
  | { readonly state: 'waiting'; readonly reason: 'date'; readonly until: number }
  | { readonly state: 'waiting'; readonly reason: 'retry'; readonly until: number; readonly after: Failure }
  | { readonly state: 'running'; readonly engine: 'background-fetch' | 'fetch'; readonly registrationId: string }
  | { readonly state: 'completed'; readonly fileId: string }
  | ({ readonly state: 'failed' } & Failure);
