import type { TaskRow } from '../store/schema.ts';
import { fileNameOf } from './file-name.ts';
import { isSha256 } from './read-digest.ts';

/** What a developer may say of a download beside its address. */
export interface DownloadOptions {
  /** SHA-256 in hex that the file must have: any other ends the task with `digest-mismatch`. */
  readonly digest?: string | undefined;
}

/**
 * The row of a download that nobody has started yet.
 *
 * @throws {TypeError} when the digest is no SHA-256 in hex.
 */
export function newDownload(sessionId: string, url: URL, { digest }: DownloadOptions = {}): TaskRow {
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
    priority: 'normal',
    position: performance.timeOrigin + performance.now(), // Finer than Date.now(): a pasted list keeps its order.
    conditions: {},
    bytesStored: 0,
    ...(digest === undefined ? {} : { digest: digest.toLowerCase() }),
    createdAt: now,
    changedAt: now,
  };
}
