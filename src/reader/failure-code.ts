import type { ReaderFailureCode } from './events.ts';
import { NotStartedError } from './open-document.ts';

/** Bytes looked through at a file's beginning and end. */
const window = 64 * 1024;

/** What is wrong with a file that did not open, as exactly as the file tells. */
export async function failureCode(cause: unknown, file: Blob): Promise<ReaderFailureCode> {
  if (cause instanceof NotStartedError) return 'not-started';
  try {
    const [start, end] = await Promise.all([textOf(file.slice(0, window)), textOf(file.slice(-window))]);
    // Every PDF is a list of objects, and its last lines say where to find them.
    if (!/\d\s+\d+\s+obj\b/.test(start)) return 'not-a-pdf';
    return /startxref|%%EOF/.test(end) ? 'damaged' : 'cut-short';
  } catch {
    return 'unreadable';
  }
}

async function textOf(bytes: Blob): Promise<string> {
  return new TextDecoder('latin1').decode(await bytes.arrayBuffer());
}
