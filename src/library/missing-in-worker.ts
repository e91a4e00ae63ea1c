import { askWorker } from '../transfer/worker-question.ts';

/**
 * Does `lookForMissing()` away from the page's own thread.
 *
 * @throws {DOMException} the reason of `signal`.
 * @throws {Error} when the worker's script can't be had.
 */
export async function lookForMissingInWorker(signal: AbortSignal): Promise<void> {
  const worker = new Worker(new URL('missing-worker.ts', import.meta.url), { type: 'module' });
  await askWorker(worker, undefined, signal);
}
