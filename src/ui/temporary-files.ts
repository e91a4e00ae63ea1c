const FOLDER = 'longhaul-exports';

/** Ms for which a file stays after it was made: the browser's own download reads it in its own time. */
const LIFETIME = 3_600_000;

/** A file in the browser's own storage, for browsers that can't write where the person says. */
export async function newTemporaryFile(name: string): Promise<FileSystemFileHandle> {
  const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle(FOLDER, { create: true });
  return folder.getFileHandle(name, { create: true });
}

/** Removes those that have been downloaded long ago. */
export async function removeOldTemporaryFiles(): Promise<void> {
  if (!('getDirectory' in navigator.storage)) return;
  const root = await navigator.storage.getDirectory();
  const folder = await root.getDirectoryHandle(FOLDER).catch(unlessMissing);
  if (!folder) return;
  for await (const [name, handle] of folder.entries()) {
    if (handle.kind !== 'file') continue;
    const { lastModified } = await handle.getFile();
    // A time to come is one before the device's clock was set back.
    if (Math.abs(Date.now() - lastModified) > LIFETIME) await folder.removeEntry(name);
  }
}

function unlessMissing(error: unknown): undefined {
  if (!(error instanceof DOMException) || error.name !== 'NotFoundError') throw error;
}
