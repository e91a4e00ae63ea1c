import {
  BlobReader,
  BlobWriter,
  type FileEntry,
  Uint8ArrayReader,
  ZipReader,
  ZipWriter,
  configure,
} from '@zip.js/zip.js/lib/zip-core-custom.js';

configure({ useWebWorkers: false });

/** An archive's files by their paths, in their order; each is unpacked and checked. */
export async function unzip(bytes: Uint8Array): Promise<Map<string, Buffer>> {
  const archive = new ZipReader(new BlobReader(new Blob([Uint8Array.from(bytes)])), { strictness: 'strict' });
  const entries = (await archive.getEntries()).filter((entry): entry is FileEntry => !entry.directory);
  const found = new Map<string, Buffer>();
  for (const entry of entries) {
    found.set(
      entry.filename,
      Buffer.from(await (await entry.getData(new BlobWriter(), { checkCrc32: true })).arrayBuffer()),
    );
  }
  return found;
}

/** An archive of these files. */
export async function zip(
  files: Iterable<readonly [path: string, bytes: Uint8Array | string]>,
  level = 0,
): Promise<Buffer> {
  const writer = new ZipWriter(new BlobWriter());
  for (const [path, bytes] of files) {
    await writer.add(path, new Uint8ArrayReader(Uint8Array.from(Buffer.from(bytes))), { level });
  }
  return Buffer.from(await (await writer.close()).arrayBuffer());
}
