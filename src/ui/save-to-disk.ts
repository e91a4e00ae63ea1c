import { msg, str } from '../language/msg.ts';
import { readFile } from '../store/files.ts';
import type { DocumentRow } from '../store/schema.ts';

/**
 * Saves a document's bytes as they came: where the person says, in browsers that ask; else by the browser's download.
 * To be called right from a press. Nothing happens when they change their mind.
 *
 * @throws {DOMException} `NotFoundError` when the browser has cleared the bytes; what else it says when it can't.
 */
export async function saveToDisk({ id, fileName, type }: DocumentRow): Promise<void> {
  const bytes = await readFile(id, type);
  if (!bytes) throw new DOMException(`The bytes of ${fileName} are gone`, 'NotFoundError');
  if (!window.showSaveFilePicker) return saveBlob(bytes, fileName);
  const target = await chooseTarget({ id: 'documents', suggestedName: fileName });
  if (target) await bytes.stream().pipeTo(await target.createWritable());
}

/** Asks where to save. @returns `undefined` when the person changes their mind, or the browser can't ask. */
export async function chooseTarget(options: SaveFilePickerOptions): Promise<FileSystemFileHandle | undefined> {
  try {
    return await window.showSaveFilePicker?.(options);
  } catch (error) {
    const isChangeOfMind = error instanceof DOMException && error.name === 'AbortError';
    if (!isChangeOfMind) throw error;
    return undefined;
  }
}

/** Why a document could not be saved, and what to do. */
export function saveFailureWords(error: DOMException, title: string): string {
  switch (error.name) {
    case 'NotFoundError':
    case 'NotReadableError':
      return msg(str`The browser has cleared the file of “${title}”. Open it to download it again.`);
    case 'QuotaExceededError':
      return msg(str`There is no room for “${title}” in that place. Choose another one.`);
    default:
      return msg(str`“${title}” could not be saved there. Choose another place. (${error.message})`);
  }
}

/** Hands bytes to the browser's own download, under a name that it may change. */
export function saveBlob(bytes: Blob, fileName: string): void {
  const url = URL.createObjectURL(bytes);
  const link = Object.assign(document.createElement('a'), { href: url, download: fileName });
  link.click();
  // The browser reads the address in its own time; a minute is enough to begin.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
