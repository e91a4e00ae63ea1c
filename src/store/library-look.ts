export type LibrarySort = 'read' | 'added' | 'title' | 'author' | 'size';

/** How far a document was read: never opened, opened, or read to its end. */
export type ReadingState = 'unread' | 'reading' | 'finished';

/** How a person looks at the library: what is shown of it, in which order, and as what. */
export interface LibraryLook {
  readonly layout: 'grid' | 'list';
  readonly sort: LibrarySort;
  /** Absent: all of them, as below. */
  readonly reading?: ReadingState | undefined;
  readonly onlyFavourites?: true | undefined;
  /** Id of the collection that is shown. */
  readonly collection?: string | undefined;
}
