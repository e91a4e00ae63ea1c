import { announceRows } from './changes.ts';
import { database } from './database.ts';
import { changeDocument } from './documents.ts';
import type { CoverRow, DocumentRow } from './schema.ts';

/** What is read out of documents in idle time, by the index that knows where it is due. */
export type Reading = 'by-catalogued' | 'by-text';

/** What a document says of itself. */
export interface CatalogEntry {
  /** Only one worth showing. */
  readonly title?: string;
  readonly author?: string;
  readonly pages: number;
  /** Absent for a first page that can't be drawn. */
  readonly cover?: Omit<CoverRow, 'documentId'>;
}

/** How far reading in idle time has come. */
export interface ReadingProgress {
  /** Documents that have words, or are thought to. */
  readonly all: number;
  readonly due: number;
}

/** A document of which this is still to be read; none of those to leave out, whose number should be small. */
export async function nextDue(reading: Reading, except: ReadonlySet<string>): Promise<DocumentRow | undefined> {
  const db = await database();
  const { store } = db.transaction('documents');
  const ids = await store.index(reading).getAllKeys('due', except.size + 1);
  const id = ids.find((each) => !except.has(each));
  return id === undefined ? undefined : store.get(id);
}

export async function countReading(): Promise<ReadingProgress> {
  const db = await database();
  const index = db.transaction('documents').store.index('by-text');
  const [all, due] = await Promise.all([index.count(), index.count('due')]);
  return { all, due };
}

/** Keeps what a document says of itself, and its cover. */
export async function storeCatalogEntry(id: string, entry: CatalogEntry): Promise<void> {
  const { cover } = entry;
  const db = await database();
  const tx = db.transaction(['documents', 'covers'], 'readwrite');
  const row = await tx.objectStore('documents').get(id);
  if (row) {
    await tx.objectStore('documents').put(withEntry(row, entry));
    if (cover) await tx.objectStore('covers').put({ documentId: id, ...cover });
  }
  await tx.done;
  if (row) announceRows('documents', [id]);
  if (row && cover) announceRows('covers', [id]);
}

/** A title or an author that the person gave stays. */
export function withEntry(row: DocumentRow, { title, author: found, pages }: CatalogEntry): DocumentRow {
  const isNamed = title !== undefined && row.titleFrom === 'file';
  const { author = found } = row;
  return {
    ...row,
    ...(isNamed ? { title, titleFrom: 'metadata' } : {}),
    ...(author === undefined ? {} : { author }),
    pages,
    catalogued: 'done',
  };
}

/** It can't be read, neither now nor later. */
export async function giveUpReading(id: string, reading: Reading): Promise<void> {
  const field = reading === 'by-text' ? 'text' : 'catalogued';
  await changeDocument(id, (row) => (row[field] === 'due' ? { ...row, [field]: 'failed' } : undefined));
}
