import { askWorker } from '../../transfer/worker-question.ts';
import type { IndexWork } from './indexing.ts';

/**
 * Does `workOnIndex()` away from the page's own thread.
 *
 * @throws the reason of `signal`; an Error when the worker's script can't be had.
 */
export async function indexInWorker(work: IndexWork, signal: AbortSignal): Promise<void> {
  const worker = new Worker(new URL('index-worker.ts', import.meta.url), { type: 'module' });
  await askWorker(worker, work, signal);
}
