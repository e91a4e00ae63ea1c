// The dedicated worker behind `archive-in-worker.ts`: checksums of a whole library would hold the page up.
import type { ArchiveQuestion } from './archive-in-worker.ts';
import { exportLibrary } from './export-library.ts';
import { importLibrary } from './import-library.ts';
import { answerJob } from './worker-job.ts';

answerJob(async (asked, signal, onProgress) => {
  const question = asked as ArchiveQuestion;
  if (question.kind === 'import') return importLibrary(question.file, { signal, onProgress });
  return exportLibrary(await question.target.createWritable(), { signal, onProgress });
});
