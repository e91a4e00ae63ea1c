import { changeDocuments } from '../store/document-pages.ts';
import { changeDocument } from '../store/documents.ts';
import type { DocumentRow } from '../store/schema.ts';

/** Puts a star on documents, or takes it away. */
export async function setFavourite(ids: readonly string[], isFavourite: boolean): Promise<void> {
  await changeDocuments(ids, (row) => {
    const { isFavourite: _, ...rest } = row;
    return isFavourite ? { ...rest, isFavourite } : rest;
  });
}

/** Keeps documents from being evicted, or no longer. */
export async function setPinned(ids: readonly string[], isPinned: boolean): Promise<void> {
  await changeDocuments(ids, (row) => {
    const { isPinned: _, ...rest } = row;
    return isPinned ? { ...rest, isPinned } : rest;
  });
}

export async function markFinished(ids: readonly string[]): Promise<void> {
  const now = Date.now();
  await changeDocuments(ids, (row) => ({ ...row, finishedAt: row.finishedAt ?? now, openedAt: row.openedAt ?? now }));
}

/** As if it had never been opened; what the person marked in it stays. */
export async function markUnread(ids: readonly string[]): Promise<void> {
  await changeDocuments(ids, (row) => {
    const { openedAt: _opened, finishedAt: _finished, position: _position, ...rest } = row;
    return { ...rest, usedAt: row.addedAt };
  });
}

/** The person's own title stays, whatever the file says. An empty one changes nothing. */
export async function rename(id: string, title: string): Promise<void> {
  const name = title.trim();
  if (name !== '') await changeDocument(id, (row) => ({ ...row, title: name, titleFrom: 'person' }));
}

/** Title and author as the person wrote them; without an author where that is empty. */
export async function describe(id: string, title: string, author: string): Promise<void> {
  const [name, writer] = [title.trim(), author.trim()];
  await changeDocument(id, (row): DocumentRow => {
    const { author: _, ...rest } = row;
    const described: DocumentRow = writer === '' ? rest : { ...rest, author: writer };
    return name === '' || name === row.title ? described : { ...described, title: name, titleFrom: 'person' };
  });
}
