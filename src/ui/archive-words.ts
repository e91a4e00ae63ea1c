import { counted, formatNumber } from '../language/formats.ts';
import { msg, str } from '../language/msg.ts';
import type { ExportResult } from '../library/export-library.ts';
import type { ImportResult } from '../library/import-result.ts';
import { restoredWords } from './bring-in-words.ts';

/** A sentence or several, and the names that they speak of. */
export interface ArchiveWords {
  readonly words: string;
  readonly names: readonly string[];
}

/** @param isChosen whether the person said where to; else the browser downloads it. */
export function exportWords({ documents, leftOut }: ExportResult, isChosen: boolean): ArchiveWords {
  const sentences = [
    isChosen ? inFileWords(documents) : inDownloadWords(documents),
    ...(leftOut.length > 0 ? [lostWords(leftOut.length)] : []),
  ];
  return { words: sentences.join(' '), names: leftOut };
}

function inFileWords(documents: number): string {
  return counted(documents, {
    one: () => msg('1 document is in the file.'),
    other: () => msg(str`${formatNumber(documents)} documents are in the file.`),
  });
}

function inDownloadWords(documents: number): string {
  return counted(documents, {
    one: () => msg('1 document is in the file that your browser now downloads.'),
    other: () => msg(str`${formatNumber(documents)} documents are in the file that your browser now downloads.`),
  });
}

function lostWords(documents: number): string {
  return counted(documents, {
    one: () => msg('The browser has cleared the file of one, which is not in it:', { desc: 'The title follows' }),
    other: () =>
      msg(str`The browser has cleared the files of ${formatNumber(documents)}, which are not in it:`, {
        desc: 'Of so many documents; their titles follow',
      }),
  });
}

export function importWords(result: ImportResult): ArchiveWords {
  if (result.refusal) return { words: REFUSALS[result.refusal](), names: [] };
  const { added, known, restored, marks, skipped, damaged, isListBroken, isCutShort, ended } = result;
  const sentences = [
    ...(ended ? [ENDS[ended]()] : []),
    addedWords(added),
    ...(known > 0 ? [marks > 0 ? knownWithMarksWords(known, marks) : knownWords(known)] : []),
    ...(restored > 0 ? [restoredWords(restored)] : []),
    ...(skipped > 0 ? [skippedWords(skipped)] : []),
    ...(isListBroken ? [msg('The list in the file is damaged: titles, marks and collections could not be read.')] : []),
    ...(isCutShort ? [msg('The file is damaged or was cut short: there may have been more in it.')] : []),
    ...(damaged.length > 0 ? [msg('This could not be read:')] : []),
  ];
  return { words: sentences.join(' '), names: damaged };
}

function addedWords(documents: number): string {
  return counted(documents, {
    one: () => msg('1 document added.'),
    other: () => msg(str`${formatNumber(documents)} documents added.`),
  });
}

function knownWords(documents: number): string {
  return counted(documents, {
    one: () => msg('1 document here already.'),
    other: () => msg(str`${formatNumber(documents)} documents here already.`),
  });
}

function knownWithMarksWords(documents: number, marks: number): string {
  const newMarks = counted(marks, { one: () => msg('1 mark'), other: () => msg(str`${formatNumber(marks)} marks`) });
  return counted(documents, {
    one: () => msg(str`1 document here already, with ${newMarks} new to it.`),
    other: () => msg(str`${formatNumber(documents)} documents here already, with ${newMarks} new to them.`),
  });
}

function skippedWords(files: number): string {
  return counted(files, {
    one: () => msg('1 other file left out: only PDFs are taken.'),
    other: () => msg(str`${formatNumber(files)} other files left out: only PDFs are taken.`),
  });
}

const REFUSALS: Readonly<Record<NonNullable<ImportResult['refusal']>, () => string>> = {
  newer: () =>
    msg(
      'A newer version of Longhaul wrote this file. Reload Longhaul to update it, then try again. Nothing was added.',
    ),
  'no-archive': () => msg('This is not a library file, or its start is damaged. Nothing was added.'),
  nothing: () => msg('There is nothing in this file. Nothing was added.'),
};

const ENDS: Readonly<Record<NonNullable<ImportResult['ended']>, () => string>> = {
  canceled: () => msg('Canceled. What was added until then stays.'),
  'no-room': () =>
    msg(
      'There is no room left. Remove documents or free disk space, then take the same file in again: it goes on from there.',
    ),
  unreadable: () =>
    msg('The file changed or went away while it was being read. Take it in again: it goes on from there.'),
};

/** Why a library could not be saved or taken in at all. */
export function exportFailureWords(error: unknown, isCanceled: boolean): string {
  if (isCanceled) return msg('Canceled. No file was written.');
  const name = error instanceof DOMException ? error.name : '';
  if (name === 'QuotaExceededError') return msg('There is no room for the file in that place. Choose another one.');
  if (name === 'NotReadableError') return msg('The browser cleared the file of a document meanwhile. Try again.');
  const reason = error instanceof Error ? error.message : String(error);
  return msg(str`The file could not be written or read. Try again, or choose another place. (${reason})`);
}
