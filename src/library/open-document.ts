import { changeDocument, readDocument } from '../store/documents.ts';
import { readFile } from '../store/files.ts';
import { setMissing } from '../store/missing.ts';
import type { DocumentRow } from '../store/schema.ts';

/** A document and its bytes; the bytes are read from storage only where they are used. */
export interface OpenedDocument {
  readonly document: DocumentRow;
  readonly bytes: Blob;
}

/** What became of an attempt to open a document. */
export type OpenResult = OpenedDocument | 'unknown' | 'bytes-gone';

/** Opens a document by its id and remembers that it was opened. */
export async function openDocument(id: string): Promise<OpenResult> {
  const document = await readDocument(id);
  if (!document) return 'unknown';
  const bytes = await readFile(id, document.type);
  if (bytes?.size !== document.size) {
    await setMissing(id, true);
    return 'bytes-gone';
  }
  const now = Date.now();
  await changeDocument(id, (row) => ({ ...row, openedAt: now, usedAt: now, seen: 1 }));
  return { document, bytes };
}
