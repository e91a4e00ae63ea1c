import type { ReadableFile } from '../library/readable-file.ts';
import type { ReaderFailureCode } from './events.ts';
import { NoLongerComingError } from '../library/coming-file.ts';
import { NotStartedError } from './open-document.ts';

/** Bytes looked through at a file's beginning and end. */
const window = 64 * 1024;

/** What is wrong with a file that did not open, as exactly as the file tells. */
export async function failureCode(cause: unknown, file: ReadableFile): Promise<ReaderFailureCode> {
  if (cause instanceof NotStartedError) return 'not-started';
  if (cause instanceof NoLongerComingError) return 'no-longer-coming';
  try {
    const [start, end] = await Promise.all([textOf(file, 0), textOf(file, Math.max(0, file.size - window))]);
    // Every PDF is a list of objects, and its last lines say where to find them.
    if (!/\d\s+\d+\s+obj\b/.test(start)) return 'not-a-pdf';
    return /startxref|%%EOF/.test(end) ? 'damaged' : 'cut-short';
  } catch {
    return 'unreadable';
  }
}

async function textOf(file: ReadableFile, begin: number): Promise<string> {
  return new TextDecoder('latin1').decode(await file.slice(begin, begin + window).arrayBuffer());
}
