import type { TransferIcon } from './background-fetch-engine.ts';
import type { AcceptFile } from './finish.ts';

/** What a page gives its session. Mirrors `URLSessionConfiguration`. */
export interface SessionOptions {
  /** The app's service worker, whose Background Fetch carries on without a page; without one, `fetch()` does its best. */
  readonly registration?: ServiceWorkerRegistration | undefined;
  /** What the browser shows beside a running transfer. */
  readonly icons?: readonly TransferIcon[];
  /** The app's say on a received file; by default the session keeps every file. The worker's `settle()` gets the same. */
  readonly accept?: AcceptFile;
}
