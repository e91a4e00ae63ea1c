import type { LibraryLook, ReadingState } from '../store/library-look.ts';
import type { DocumentRow } from '../store/schema.ts';

export type LibraryFilter = Pick<LibraryLook, 'reading' | 'onlyFavourites' | 'collection'>;

export function readingState({ openedAt, finishedAt }: DocumentRow): ReadingState {
  if (finishedAt !== undefined) return 'finished';
  return openedAt === undefined ? 'unread' : 'reading';
}

/** Whether a document is shown: all that is asked for has to be true of it. */
export function isShown(row: DocumentRow, { reading, onlyFavourites, collection }: LibraryFilter): boolean {
  return (
    (reading === undefined || readingState(row) === reading) &&
    (onlyFavourites === undefined || row.isFavourite === true) &&
    (collection === undefined || row.collections?.includes(collection) === true)
  );
}

export function isFiltered({ reading, onlyFavourites, collection }: LibraryFilter): boolean {
  return reading !== undefined || onlyFavourites !== undefined || collection !== undefined;
}
