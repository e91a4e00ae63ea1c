import type { ArchiveProgress } from './archive-progress.ts';
import type { ExportResult } from './export-library.ts';
import type { ImportResult } from './import-result.ts';
import { type JobOptions, runJob } from './worker-job.ts';

/** What the worker is asked. */
export type ArchiveQuestion =
  | { readonly kind: 'export'; readonly target: FileSystemFileHandle }
  | { readonly kind: 'import'; readonly file: File };

type Options = JobOptions<ArchiveProgress>;

/**
 * Does `exportLibrary()` away from the page's own thread. The target changes only when all is written.
 *
 * @throws as `exportLibrary()`.
 */
export async function exportInWorker(target: FileSystemFileHandle, options: Options): Promise<ExportResult> {
  return runJob(newWorker(), { kind: 'export', target } satisfies ArchiveQuestion, options);
}

/** Does `importLibrary()` away from the page's own thread. A cancel gives the result as far as it got. */
export async function importInWorker(file: File, options: Options): Promise<ImportResult> {
  return runJob(newWorker(), { kind: 'import', file } satisfies ArchiveQuestion, options);
}

function newWorker(): Worker {
  return new Worker(new URL('archive-worker.ts', import.meta.url), { type: 'module' });
}
