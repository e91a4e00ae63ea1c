/** All pages of a document's words. */
export function textsOf(documentId: string): IDBKeyRange {
  return IDBKeyRange.bound([documentId, 0], [documentId, Number.MAX_SAFE_INTEGER]);
}
