import { readDocument } from '../store/documents.ts';
import { storeSha256 } from '../store/fingerprints.ts';
import { readFile } from '../store/files.ts';
import type { DocumentRow } from '../store/schema.ts';
import { readTask } from '../store/tasks.ts';
import type { Digest } from '../transfer/digest.ts';

/**
 * Sees to it that a document has its SHA-256, by which the same file is found again. Nothing to do where it has one, is
 * gone, or the browser has cleared its bytes. Page and worker may both ask: the lock lets one compute and the other see.
 *
 * @throws {DOMException} `NotReadableError` when the bytes go while they are read.
 */
export async function fingerprint(documentId: string, digest: Digest): Promise<void> {
  await navigator.locks.request(`longhaul-fingerprint-${documentId}`, async () => {
    const document = await readDocument(documentId);
    if (!document || document.sha256 !== undefined) return;
    const sha256 = (await verifiedDigest(documentId)) ?? (await digestOfStored(document, digest));
    if (sha256 !== undefined) await storeSha256(documentId, sha256);
  });
}

/** What the task's bytes were checked against before it completed; its id is the document's. */
async function verifiedDigest(documentId: string): Promise<string | undefined> {
  const task = await readTask(documentId);
  return task?.state.state === 'completed' ? task.digest : undefined;
}

async function digestOfStored({ id, type, size }: DocumentRow, digest: Digest): Promise<string | undefined> {
  const bytes = await readFile(id, type);
  return bytes?.size === size ? digest(bytes) : undefined;
}
