import { askWorker } from './worker-question.ts';

/**
 * Computes SHA-256 away from the page's own thread. Only for pages: a service worker has no workers, and is one.
 *
 * @returns 64 digits of lower-case hex.
 * @throws {DOMException} `NotReadableError` when the browser has cleared the bytes; the reason of `signal`.
 * @throws {Error} when the worker's script can't be had.
 */
export async function digestInWorker(file: Blob, signal: AbortSignal): Promise<string> {
  const worker = new Worker(new URL('digest-worker.ts', import.meta.url), { type: 'module' });
  return askWorker(worker, file, signal);
}
