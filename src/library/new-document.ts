import type { DocumentRow } from '../store/schema.ts';

/** What is known of a file that comes into the library. */
export interface NewDocument {
  /** Its file's id, under which its segments lie. */
  readonly id: string;
  readonly isPdf: boolean;
  /** With its extension; the title until the document's own is known. */
  readonly fileName: string;
  /** MIME type without parameters, lower case; '' when it is not known. */
  readonly type: string;
  /** Bytes. */
  readonly size: number;
  /** The address it came from; none for files from disk. */
  readonly source?: string;
}

/** The library entry of a file that is added now. */
export function newDocument({ isPdf, fileName, type, ...rest }: NewDocument): DocumentRow {
  const toRead = isPdf ? 'due' : 'done';
  const now = Date.now();
  return {
    ...rest,
    kind: isPdf ? 'pdf' : 'file',
    title: fileName,
    titleFrom: 'file',
    fileName,
    type: isPdf ? 'application/pdf' : type,
    addedAt: now,
    usedAt: now,
    catalogued: toRead,
    text: toRead,
    seen: 0,
    notice: 'due',
  };
}
