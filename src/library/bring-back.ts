import { restoreBytes } from '../store/renewal.ts';
import type { DocumentRow } from '../store/schema.ts';
import type { Digest } from '../transfer/digest.ts';

/**
 * Gives a document whose bytes are gone those of a file from disk, if they are the same.
 *
 * @returns whether they are, as far as is known: by size, and by SHA-256 where the document has one.
 * @throws {DOMException} `QuotaExceededError` when there is no room; `NotReadableError` when the file can't be read.
 */
export async function bringBack({ id, size, sha256 }: DocumentRow, file: Blob, digest: Digest): Promise<boolean> {
  if (file.size !== size) return false;
  if (sha256 !== undefined && (await digest(file)) !== sha256) return false;
  await restoreBytes(id, file);
  return true;
}
