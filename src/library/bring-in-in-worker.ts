import type { WhenKnown } from '../store/incoming.ts';
import type { BringInResult } from './bring-in.ts';
import { type JobOptions, runJob } from './worker-job.ts';

/** What the worker is asked. */
export interface BringInQuestion {
  readonly file: File;
  readonly whenKnown: WhenKnown;
}

/**
 * Does `bringIn()` away from the page's own thread. Only for pages: a service worker has no workers, and is one.
 *
 * @param options `onProgress` is told how many bytes are stored.
 * @throws the reason of the signal; nothing of the file is kept then.
 */
export async function bringInInWorker(question: BringInQuestion, options: JobOptions<number>): Promise<BringInResult> {
  const worker = new Worker(new URL('bring-in-worker.ts', import.meta.url), { type: 'module' });
  return runJob(worker, question, options);
}
