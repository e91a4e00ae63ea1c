import { formatBytes } from '../src/library/format-bytes.ts';
import type { NeedKind } from '../src/library/needs.ts';
import type { DocumentRow } from '../src/store/schema.ts';

interface NoticeWords {
  readonly title: string;
  readonly body: string;
}

/** So many names stand in a notification; more are not shown by any system. */
const MOST_NAMES = 3;

/** @param documents at least one. */
export function readyWords(documents: readonly Pick<DocumentRow, 'title' | 'size'>[]): NoticeWords {
  const [first] = documents;
  if (first && documents.length === 1)
    return { title: first.title, body: `Ready to read · ${formatBytes(first.size)}` };
  return { title: `${documents.length} documents are ready`, body: listNames(documents.map(({ title }) => title)) };
}

/** What needs the person, by the names of servers or files; at least one. */
export const NEEDS_WORDS: Readonly<Record<NeedKind, (names: readonly string[]) => NoticeWords>> = {
  'sign-in': (names) =>
    names.length === 1
      ? { title: `Sign in to ${names[0]}`, body: 'A download waits for it.' }
      : { title: `${names.length} servers ask you to sign in`, body: listNames(names) },
  room: (names) =>
    names.length === 1
      ? { title: `There is no room for ${names[0]}`, body: 'Remove documents, and the download goes on.' }
      : { title: `There is no room for ${names.length} downloads`, body: 'Remove documents, and they go on.' },
  version: (names) =>
    names.length === 1
      ? {
          title: `${names[0]} is another file now`,
          body: 'It has changed on its server. Open Longhaul to see what that means for your marks.',
        }
      : { title: `${names.length} documents are other files now`, body: listNames(names) },
  failure: (names) =>
    names.length === 1
      ? { title: `${names[0]} could not be downloaded`, body: 'Transfers says why, and what to do.' }
      : { title: `${names.length} downloads have failed`, body: listNames(names) },
};

/** @param count how many downloads a window has to go on with, at least one. */
export function waitingWords(count: number): NoticeWords {
  const title = count === 1 ? '1 download waits for Longhaul' : `${count} downloads wait for Longhaul`;
  return { title, body: count === 1 ? 'Open Longhaul, and it goes on.' : 'Open Longhaul, and they go on.' };
}

/** One a line. */
function listNames(names: readonly string[]): string {
  const rest = names.length - MOST_NAMES;
  return [...names.slice(0, MOST_NAMES), ...(rest > 0 ? [`and ${rest} more`] : [])].join('\n');
}
