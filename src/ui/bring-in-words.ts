import type { Refusal } from '../library/bring-in.ts';
import { formatBytes } from '../library/format-bytes.ts';

/** Why a file was not taken, and what to do. */
export function refusalWords(refusal: Refusal, { size }: Pick<File, 'size'>): string {
  if (refusal !== 'no-room') return REFUSALS[refusal];
  return `There is no room left for its ${formatBytes(size)}. Remove documents or free disk space, then add it again.`;
}

const REFUSALS: Readonly<Record<Exclude<Refusal, 'no-room'>, string>> = {
  'empty-file': 'This file is empty. Get it again, and add it then.',
  'web-page': 'This file is a web page, not a PDF. Open it in a tab, and print it to a PDF to keep it here.',
  'not-a-pdf': 'This file says it is a PDF, but it is not one. Get it again, and add it then.',
  unreadable: 'This file changed or went away while it was being added. Nothing was kept; add it again.',
};

/** What of a folder was given, and what was left out. */
export function folderWords({ pdfs, skipped }: { readonly pdfs: number; readonly skipped: number }): string {
  if (pdfs === 0 && skipped === 0) return 'There is nothing in this folder.';
  if (pdfs === 0) return 'There are no PDFs in this folder. Nothing was added.';
  const left = skipped === 1 ? '1 other file was left out' : `${skipped} other files were left out`;
  return `${count(pdfs, 'PDF')} in this folder${skipped === 0 ? '' : `; ${left}`}.`;
}

/** That downloads have begun, where nothing shows them. */
export function startedWords(started: number): string {
  return `${count(started, 'download')} started. You find ${started === 1 ? 'it' : 'them'} in Transfers.`;
}

/** What is in the library now. */
export function addedWords(added: number): string {
  return added === 0 ? '' : `${count(added, 'file')} added to the Library.`;
}

/** Which documents have their bytes again. */
export function restoredWords(restored: number): string {
  return restored === 0 ? '' : `${count(restored, 'document')} got back what the browser had cleared.`;
}

/** `1 file`, `3 files`. */
export function count(amount: number, what: string): string {
  return amount === 1 ? `1 ${what}` : `${amount} ${what}s`;
}
