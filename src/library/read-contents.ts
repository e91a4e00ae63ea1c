import { type ArchiveEntry, textOf } from './archive-entry.ts';
import { LIST_NAME } from './library-json.ts';
import { openArchive } from './open-archive.ts';
import { type ListReading, readLibraryJson } from './read-library-json.ts';

/** Some 100,000 documents; more would not fit into memory. */
const LONGEST_LIST = 268_435_456;

/** What an archive has, before any document of it is read. */
export interface Contents {
  readonly entries: ReadonlyMap<string, ArchiveEntry>;
  /** Absent where it has none. */
  readonly list?: ListReading;
  readonly isWhole: boolean;
}

/** Looks through an archive. Of two entries with one path the first counts. */
export async function readContents(file: Blob): Promise<Contents> {
  const entries = new Map<string, ArchiveEntry>();
  const sizes = new Map<string, number>();
  let list: ListReading | undefined;
  const archive = await openArchive(file, (path) => sizes.get(path));
  for await (const entry of archive.entries) {
    if (entries.has(entry.path)) continue;
    entries.set(entry.path, entry);
    if (entry.path !== LIST_NAME) continue;
    list = await readList(entry);
    // In an archive without its end, the entries behind the list are found by the sizes that it tells.
    if (list.kind === 'list') for (const document of list.documents) sizes.set(document.file, document.size);
  }
  return { entries, ...(list ? { list } : {}), isWhole: archive.isWhole };
}

async function readList(entry: ArchiveEntry): Promise<ListReading> {
  try {
    return readLibraryJson(await textOf(entry, LONGEST_LIST));
  } catch {
    return { kind: 'broken' }; // Said as such; the documents may be whole.
  }
}
