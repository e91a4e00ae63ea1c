import { addCollections } from '../store/incoming.ts';
import { cleanName } from '../transfer/file-name.ts';
import type { ArchiveEntry } from './archive-entry.ts';
import type { ArchiveProgress } from './archive-progress.ts';
import { isRoomError } from './bring-in.ts';
import { DocumentImport } from './document-import.ts';
import { ImportCollections } from './import-collections.ts';
import { type ImportResult, type ImportTally, newTally } from './import-result.ts';
import { LIST_NAME } from './library-json.ts';
import { type Contents, readContents } from './read-contents.ts';

export interface ImportOptions {
  readonly signal: AbortSignal;
  readonly onProgress: (progress: ArchiveProgress) => void;
}

/**
 * Takes the documents of an archive into the library, one after the other, each when it is whole. What is damaged is
 * passed over; a cancel ends it with what has come until then.
 */
export async function importLibrary(file: Blob, options: ImportOptions): Promise<ImportResult> {
  const tally = newTally();
  try {
    const contents = await readContents(file);
    const refusal = refusalOf(contents);
    if (refusal) return { ...tally, refusal };
    tally.isCutShort = !contents.isWhole;
    tally.isListBroken = contents.list?.kind === 'broken';
    await takeAll(contents, tally, options);
  } catch (error) {
    const ended = endOf(error, options.signal);
    if (!ended) throw error;
    tally.ended = ended;
  }
  return tally;
}

function refusalOf({ entries, list, isWhole }: Contents): ImportResult['refusal'] {
  if (list?.kind === 'newer') return 'newer';
  if (entries.size > 0) return undefined;
  return isWhole ? 'nothing' : 'no-archive';
}

async function takeAll(contents: Contents, tally: ImportTally, { signal, onProgress }: ImportOptions): Promise<void> {
  const { entries, list } = contents;
  const { documents, collections } = list?.kind === 'list' ? list : { documents: [], collections: [] };
  const plain = plainEntries(contents);
  const total = [...documents, ...plain].reduce((sum, { size }) => sum + size, 0);
  let done = 0;
  const mapped = await ImportCollections.of(collections);
  const documentImport = new DocumentImport(entries, mapped, tally, signal);
  const take = async (name: string, size: number, step: DocumentStep): Promise<void> => {
    signal.throwIfAborted();
    let came = 0;
    onProgress({ done, total, name });
    await step((bytes) => onProgress({ done: done + (came += bytes), total, name })).catch((error: unknown) => {
      if (endOf(error, signal)) throw error;
      tally.damaged.push(name);
    });
    done += size;
  };
  for (const document of documents) {
    await take(document.title, document.size, (onBytes) => documentImport.takeListed(document, onBytes));
  }
  for (const entry of plain) {
    if (/\.pdf$/iu.test(entry.path))
      await take(nameOf(entry), entry.size, (onBytes) => documentImport.takePlain(entry, onBytes));
    else tally.skipped += 1;
  }
  await addCollections(mapped.lacking);
}

type DocumentStep = (onBytes: (count: number) => void) => Promise<void>;

/** What no list speaks of, without what systems hide in archives. */
function plainEntries({ entries, list }: Contents): ArchiveEntry[] {
  const listed = new Set(list?.kind === 'list' ? list.documents.map(({ file }) => file) : []);
  const isOurs = list !== undefined;
  return [...entries.values()].filter(({ path }) => {
    const isHidden = /(?:^__MACOSX\/|(?:^|\/)\.[^/]*$)/u.test(path);
    const isOfList = path === LIST_NAME || (isOurs && path.startsWith('marks/'));
    return !isHidden && !isOfList && !listed.has(path);
  });
}

function nameOf({ path }: ArchiveEntry): string {
  return cleanName(path) ?? path;
}

/** Whether an error is about more than one document: then there is no use in going on. */
function endOf(error: unknown, signal: AbortSignal): ImportResult['ended'] {
  if (signal.aborted) return 'canceled';
  if (isRoomError(error)) return 'no-room';
  const isGone = error instanceof DOMException && /^Not(?:Found|Readable)Error$/u.test(error.name);
  return isGone ? 'unreadable' : undefined;
}
