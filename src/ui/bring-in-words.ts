import { counted, formatNumber } from '../language/formats.ts';
import { msg, str } from '../language/msg.ts';
import type { Refusal } from '../library/bring-in.ts';
import { formatBytes } from '../library/format-bytes.ts';

/** Why a file was not taken, and what to do. */
export function refusalWords(refusal: Refusal, { size }: Pick<File, 'size'>): string {
  if (refusal !== 'no-room') return REFUSALS[refusal]();
  return msg(
    str`There is no room left for its ${formatBytes(size)}. Remove documents or free disk space, then add it again.`,
  );
}

const REFUSALS: Readonly<Record<Exclude<Refusal, 'no-room'>, () => string>> = {
  'empty-file': () => msg('This file is empty. Get it again, and add it then.'),
  'web-page': () => msg('This file is a web page, not a PDF. Open it in a tab, and print it to a PDF to keep it here.'),
  'not-a-pdf': () => msg('This file says it is a PDF, but it is not one. Get it again, and add it then.'),
  unreadable: () => msg('This file changed or went away while it was being added. Nothing was kept; add it again.'),
};

/** What of a folder was given, and what was left out. */
export function folderWords({ pdfs, skipped }: { readonly pdfs: number; readonly skipped: number }): string {
  if (pdfs === 0 && skipped === 0) return msg('There is nothing in this folder.');
  if (pdfs === 0) return msg('There are no PDFs in this folder. Nothing was added.');
  const found = counted(pdfs, {
    one: () => msg('1 PDF in this folder'),
    other: () => msg(str`${formatNumber(pdfs)} PDFs in this folder`),
  });
  if (skipped === 0) return msg(str`${found}.`);
  const left = counted(skipped, {
    one: () => msg('1 other file was left out'),
    other: () => msg(str`${formatNumber(skipped)} other files were left out`),
  });
  return msg(str`${found}; ${left}.`);
}

/** That downloads have begun, where nothing shows them. */
export function startedWords(started: number): string {
  return counted(started, {
    one: () => msg('1 download started. You find it in Transfers.'),
    other: () => msg(str`${formatNumber(started)} downloads started. You find them in Transfers.`),
  });
}

/** What is in the library now. */
export function addedWords(added: number): string {
  if (added === 0) return '';
  return counted(added, {
    one: () => msg('1 file added to the Library.'),
    other: () => msg(str`${formatNumber(added)} files added to the Library.`),
  });
}

/** Which documents have their bytes again. */
export function restoredWords(restored: number): string {
  if (restored === 0) return '';
  return counted(restored, {
    one: () => msg('1 document got back what the browser had cleared.'),
    other: () => msg(str`${formatNumber(restored)} documents got back what the browser had cleared.`),
  });
}
