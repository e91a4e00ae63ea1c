import type { ExportResult } from '../library/export-library.ts';
import type { ImportResult } from '../library/import-result.ts';
import { count, restoredWords } from './bring-in-words.ts';

/** A sentence or several, and the names that they speak of. */
export interface ArchiveWords {
  readonly words: string;
  readonly names: readonly string[];
}

/** @param isChosen whether the person said where to; else the browser downloads it. */
export function exportWords({ documents, leftOut }: ExportResult, isChosen: boolean): ArchiveWords {
  const end = isChosen ? 'are in the file.' : 'are in the file that your browser now downloads.';
  const verb = documents === 1 ? end.replace('are', 'is') : end;
  const lost = `The browser has cleared the ${leftOut.length === 1 ? 'file of one, which is' : `files of ${leftOut.length}, which are`} not in it:`;
  const sentences = [`${count(documents, 'document')} ${verb}`, ...(leftOut.length > 0 ? [lost] : [])];
  return { words: sentences.join(' '), names: leftOut };
}

export function importWords(result: ImportResult): ArchiveWords {
  if (result.refusal) return { words: REFUSALS[result.refusal], names: [] };
  const { added, known, restored, marks, skipped, damaged, isListBroken, isCutShort, ended } = result;
  const sentences = [
    ...(ended ? [ENDS[ended]] : []),
    `${count(added, 'document')} added.`,
    ...(known > 0
      ? [
          `${count(known, 'document')} here already${marks > 0 ? `, with ${count(marks, 'mark')} new to ${known === 1 ? 'it' : 'them'}` : ''}.`,
        ]
      : []),
    ...(restored > 0 ? [restoredWords(restored)] : []),
    ...(skipped > 0 ? [`${count(skipped, 'other file')} left out: only PDFs are taken.`] : []),
    ...(isListBroken ? ['The list in the file is damaged: titles, marks and collections could not be read.'] : []),
    ...(isCutShort ? ['The file is damaged or was cut short: there may have been more in it.'] : []),
    ...(damaged.length > 0 ? ['This could not be read:'] : []),
  ];
  return { words: sentences.join(' '), names: damaged };
}

const REFUSALS: Readonly<Record<NonNullable<ImportResult['refusal']>, string>> = {
  newer:
    'A newer version of Longhaul wrote this file. Reload Longhaul to update it, then try again. Nothing was added.',
  'no-archive': 'This is not a library file, or its start is damaged. Nothing was added.',
  nothing: 'There is nothing in this file. Nothing was added.',
};

const ENDS: Readonly<Record<NonNullable<ImportResult['ended']>, string>> = {
  canceled: 'Canceled. What was added until then stays.',
  'no-room':
    'There is no room left. Remove documents or free disk space, then take the same file in again: it goes on from there.',
  unreadable: 'The file changed or went away while it was being read. Take it in again: it goes on from there.',
};

/** Why a library could not be saved or taken in at all. */
export function exportFailureWords(error: unknown, isCanceled: boolean): string {
  if (isCanceled) return 'Canceled. No file was written.';
  const name = error instanceof DOMException ? error.name : '';
  if (name === 'QuotaExceededError') return 'There is no room for the file in that place. Choose another one.';
  if (name === 'NotReadableError') return 'The browser cleared the file of a document meanwhile. Try again.';
  const reason = error instanceof Error ? error.message : String(error);
  return `The file could not be written or read. Try again, or choose another place. (${reason})`;
}
