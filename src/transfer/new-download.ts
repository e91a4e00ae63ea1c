import type { TaskPriority, TaskRow } from '../store/schema.ts';
import { changeConditions, type ConditionsChange } from './conditions.ts';
import { fileNameOf } from './file-name.ts';
import { isSha256 } from './read-digest.ts';

/** What a download may be given along with its address. */
export interface DownloadOptions {
  /** Default: normal. */
  readonly priority?: TaskPriority;
  /** They override the session's, key by key. */
  readonly conditions?: ConditionsChange;
  /** SHA-256 in hex that the file must have: any other ends the task with `digest-mismatch`. */
  readonly digest?: string | undefined;
  /** The id of the app's entry that it brings the bytes of again; `accept` decides what becomes of it. */
  readonly renews?: string;
}

/**
 * The row of a download that nobody has started yet.
 *
 * @throws {RangeError} when a condition's number is out of its bounds.
 * @throws {TypeError} when the digest is no SHA-256 in hex.
 */
export function newDownload(
  sessionId: string,
  url: URL,
  { priority = 'normal', conditions = {}, digest, renews }: DownloadOptions = {},
): TaskRow {
  if (digest !== undefined && !isSha256(digest)) throw new TypeError(`Expected a SHA-256 in hex, got ${digest}`);
  const now = Date.now();
  return {
    id: crypto.randomUUID(),
    sessionId,
    kind: 'download',
    request: { url: url.href, method: 'GET', headers: [] },
    state: { state: 'suspended', by: 'app' },
    attempt: 0,
    failures: 0,
    freshStarts: 0,
    name: fileNameOf(url.href, null),
    priority,
    position: nextPosition(),
    conditions: changeConditions({}, conditions),
    bytesStored: 0,
    ...(digest === undefined ? {} : { digest: digest.toLowerCase() }),
    ...(renews === undefined ? {} : { renews }),
    createdAt: now,
    changedAt: now,
  };
}

let lastPosition = 0;

/** Later than all before: a pasted list keeps its order, though it be made within one tick of the clock. */
function nextPosition(): number {
  lastPosition = Math.max(performance.timeOrigin + performance.now(), lastPosition + 0.01);
  return lastPosition;
}
