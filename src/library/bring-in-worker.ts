// The dedicated worker behind `bring-in-in-worker.ts`: neither the bytes nor their digest touch the page's thread.
import { bringIn } from './bring-in.ts';
import type { BringInQuestion } from './bring-in-in-worker.ts';
import { answerJob } from './worker-job.ts';

answerJob(async (question, signal, onBytes) => {
  const { file, whenKnown } = question as BringInQuestion;
  return bringIn(file, { whenKnown, signal, onBytes });
});
