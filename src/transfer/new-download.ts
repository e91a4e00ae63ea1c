import type { TaskRow } from '../store/schema.ts';
import { fileNameOf } from './file-name.ts';

/** The row of a download that nobody has started yet. */
export function newDownload(sessionId: string, url: URL): TaskRow {
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
    createdAt: now,
    changedAt: now,
  };
}
