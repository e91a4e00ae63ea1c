import { BlobReader, type FileEntry, ZipReader } from '@zip.js/zip.js/lib/zip-core-custom.js';
import type { ArchiveEntry } from './archive-entry.ts';
import { scanArchive } from './scan-archive.ts';

export interface Archive {
  readonly entries: AsyncIterable<ArchiveEntry>;
  /** Its end is there, and tells all that is in it. */
  readonly isWhole: boolean;
}

/**
 * Opens a zip archive by the directory at its end; one whose end is missing or broken entry by entry from its start.
 *
 * @param sizeOf the size of an entry whose header does not tell it, where another entry did.
 */
export async function openArchive(file: Blob, sizeOf: (path: string) => number | undefined): Promise<Archive> {
  try {
    const zip = new ZipReader(new BlobReader(file), { useWebWorkers: false, strictness: 'tolerant', checkCrc32: true });
    const entries = await zip.getEntries({ filenameValidation: 'tolerant' });
    const files = entries.filter((entry): entry is FileEntry => !entry.directory);
    return { entries: inOrder(files.map(toEntry)), isWhole: true };
  } catch {
    return { entries: scanArchive(file, sizeOf), isWhole: false }; // What can still be read of it is.
  }
}

async function* inOrder(entries: readonly ArchiveEntry[]): AsyncGenerator<ArchiveEntry, void> {
  yield* entries;
}

function toEntry(entry: FileEntry): ArchiveEntry {
  return {
    path: entry.filename,
    size: entry.uncompressedSize,
    isEncrypted: entry.encrypted,
    unpack: async (target, signal) => {
      await entry.getData(target, { checkCrc32: true, useWebWorkers: false, ...(signal ? { signal } : {}) });
    },
  };
}
