import { counted, formatNumber } from '../src/language/formats.ts';
import { msg, str } from '../src/language/msg.ts';
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
  if (first && documents.length === 1) {
    return { title: first.title, body: msg(str`Ready to read · ${formatBytes(first.size)}`) };
  }
  const title = msg(str`${formatNumber(documents.length)} documents are ready`);
  return { title, body: listNames(documents.map((document) => document.title)) };
}

/** What needs the person, by the names of servers or files; at least one. */
export function needsWords(kind: NeedKind, names: readonly string[]): NoticeWords {
  const [name] = names;
  return name !== undefined && names.length === 1 ? wordsOfOne(kind, name) : wordsOfMany(kind, names);
}

function wordsOfOne(kind: NeedKind, name: string): NoticeWords {
  switch (kind) {
    case 'sign-in':
      return { title: msg(str`Sign in to ${name}`), body: msg('A download waits for it.') };
    case 'room':
      return {
        title: msg(str`There is no room for ${name}`),
        body: msg('Remove documents, and the download goes on.'),
      };
    case 'version':
      return {
        title: msg(str`${name} is another file now`),
        body: msg('It has changed on its server. Open Longhaul to see what that means for your marks.'),
      };
    case 'failure':
      return { title: msg(str`${name} could not be downloaded`), body: msg('Transfers says why, and what to do.') };
    default:
      return kind satisfies never;
  }
}

function wordsOfMany(kind: NeedKind, names: readonly string[]): NoticeWords {
  const count = formatNumber(names.length);
  switch (kind) {
    case 'sign-in':
      return { title: msg(str`${count} servers ask you to sign in`), body: listNames(names) };
    case 'room':
      return {
        title: msg(str`There is no room for ${count} downloads`),
        body: msg('Remove documents, and they go on.'),
      };
    case 'version':
      return { title: msg(str`${count} documents are other files now`), body: listNames(names) };
    case 'failure':
      return { title: msg(str`${count} downloads have failed`), body: listNames(names) };
    default:
      return kind satisfies never;
  }
}

/** @param count how many downloads a window has to go on with, at least one. */
export function waitingWords(count: number): NoticeWords {
  return {
    title: counted(count, {
      one: () => msg('1 download waits for Longhaul'),
      other: () => msg(str`${formatNumber(count)} downloads wait for Longhaul`),
    }),
    body: counted(count, {
      one: () => msg('Open Longhaul, and it goes on.'),
      other: () => msg('Open Longhaul, and they go on.'),
    }),
  };
}

/** One a line. */
function listNames(names: readonly string[]): string {
  const rest = names.length - MOST_NAMES;
  return [...names.slice(0, MOST_NAMES), ...(rest > 0 ? [msg(str`and ${formatNumber(rest)} more`)] : [])].join('\n');
}
