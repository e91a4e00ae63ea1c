import type { CollectionRow, DocumentRow } from '../store/schema.ts';

export const LIST_NAME = 'library.json';
export const FORMAT = 'longhaul-library';
export const VERSION = 1;

/** The list of an archive; `library-json.md` says what each member means. */
export interface LibraryJson {
  readonly format: typeof FORMAT;
  readonly version: typeof VERSION;
  readonly exportedAt: number;
  readonly collections: readonly CollectionRow[];
  readonly documents: readonly ListedDocument[];
}

/** What this device computes, or only it needs to know, is left out. */
export type ListedDocument = Omit<
  DocumentRow,
  'catalogued' | 'text' | 'isMissing' | 'seen' | 'notice' | 'duplicateOf' | 'kind'
> & {
  /** Where its bytes lie in the archive. */
  readonly file: string;
  /** Where its marks lie in the archive. */
  readonly marks?: string;
};
