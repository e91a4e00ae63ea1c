import type { DocumentRow } from '../store/schema.ts';

/**
 * The entry of a document whose bytes came again. What the person made of it stays: title, marks, place, collections.
 * Other bytes than it had are said, and all that was read out of the old ones is read anew.
 *
 * @param arrived the entry that the file would get as a new document.
 * @param digest computes the SHA-256 of what came; asked only where it can tell something.
 */
export async function renewedDocument(
  kept: DocumentRow,
  arrived: DocumentRow,
  digest: () => Promise<string>,
): Promise<DocumentRow> {
  const { isMissing: _, ...whole } = kept;
  const isSameSize = kept.size === arrived.size;
  const isSame = isSameSize && (kept.sha256 === undefined || kept.sha256 === (await digest()));
  return isSame ? { ...whole, seen: 0, notice: 'due' } : otherVersion(whole, arrived);
}

function otherVersion(kept: DocumentRow, arrived: DocumentRow): DocumentRow {
  const { sha256: _, duplicateOf: __, pages: ___, ...rest } = kept;
  const { kind, type, size, catalogued, text, seen, notice } = arrived;
  return { ...rest, kind, type, size, catalogued, text, seen, notice, isOtherVersion: true };
}
