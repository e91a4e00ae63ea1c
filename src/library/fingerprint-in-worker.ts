import { askWorker } from '../transfer/worker-question.ts';

/**
 * Does `fingerprint()` away from the page's own thread. Only for pages: a service worker has no workers, and is one.
 *
 * @throws {DOMException} `NotReadableError` when the browser has cleared the bytes; the reason of `signal`.
 * @throws {Error} when the worker's script can't be had.
 */
export async function fingerprintInWorker(documentId: string, signal: AbortSignal): Promise<void> {
  const worker = new Worker(new URL('fingerprint-worker.ts', import.meta.url), { type: 'module' });
  await askWorker(worker, documentId, signal);
}
