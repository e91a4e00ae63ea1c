import { readFile } from '../store/files.ts';
import type { DocumentRow } from '../store/schema.ts';

/**
 * Hands a document's bytes to the browser's own download.
 *
 * @throws {DOMException} `NotFoundError` when the browser has cleared the bytes.
 */
export async function saveToDisk({ id, fileName, type }: DocumentRow): Promise<void> {
  const bytes = await readFile(id, type);
  if (!bytes) throw new DOMException(`The bytes of ${fileName} are gone`, 'NotFoundError');
  saveBlob(bytes, fileName);
}

/** Hands bytes to the browser's own download, under a name that it may change. */
export function saveBlob(bytes: Blob, fileName: string): void {
  const url = URL.createObjectURL(bytes);
  const link = Object.assign(document.createElement('a'), { href: url, download: fileName });
  link.click();
  // The browser reads the address in its own time; a minute is enough to begin.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
