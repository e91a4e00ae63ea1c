// The Background Fetch API, which TypeScript's libraries don't carry. @see https://wicg.github.io/background-fetch/

type BackgroundFetchFailureReason =
  | ''
  | 'aborted'
  | 'bad-status'
  | 'fetch-error'
  | 'quota-exceeded'
  | 'download-total-exceeded';

interface BackgroundFetchOptions {
  title?: string;
  icons?: readonly { src: string; sizes?: string; type?: string }[];
  /** Decoded bytes; the fetch fails when it gets more. 0 or absent: no limit. */
  downloadTotal?: number;
}

interface BackgroundFetchRecord {
  readonly request: Request;
  readonly responseReady: Promise<Response>;
}

interface BackgroundFetchRegistration extends EventTarget {
  readonly id: string;
  readonly uploadTotal: number;
  readonly uploaded: number;
  readonly downloadTotal: number;
  readonly downloaded: number;
  readonly result: '' | 'success' | 'failure';
  readonly failureReason: BackgroundFetchFailureReason;
  readonly recordsAvailable: boolean;
  abort(): Promise<boolean>;
  matchAll(): Promise<readonly BackgroundFetchRecord[]>;
}

interface BackgroundFetchManager {
  fetch(
    id: string,
    requests: RequestInfo | readonly RequestInfo[],
    options?: BackgroundFetchOptions,
  ): Promise<BackgroundFetchRegistration>;
  get(id: string): Promise<BackgroundFetchRegistration | undefined>;
  getIds(): Promise<readonly string[]>;
}

/** @see https://wicg.github.io/background-sync/spec/ */
interface SyncManager {
  register(tag: string): Promise<void>;
}

interface ServiceWorkerRegistration {
  /** Absent where the browser lacks Background Sync. */
  readonly sync?: SyncManager;
  /** Absent where the browser lacks Background Fetch. */
  readonly backgroundFetch?: BackgroundFetchManager;
}
