import type { Page } from 'playwright/test';
import type { DocumentRow } from '../../src/store/schema.ts';

type Change = { readonly [Name in keyof DocumentRow]?: DocumentRow[Name] | undefined };

/** What the app finds when it looks at its own database: done past its code, by the page's own IndexedDB. */
interface Tampering {
  /** Clears the bytes of the documents with these titles; of all, with '*'. */
  readonly clear?: readonly string[];
  /** Changes the rows of documents by their titles. */
  readonly change?: Readonly<Record<string, Change>>;
  /** Ids of files to store 1,000 bytes of, which nobody owns. */
  readonly orphans?: readonly string[];
}

/** Changes what is stored, as a browser that needs room would, or a person who read for months. The app is not told. */
export async function tamper(page: Page, what: Tampering): Promise<void> {
  await page.evaluate(async ({ clear = [], change = {}, orphans = [] }) => {
    const answer = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.addEventListener('success', () => resolve(request.result));
        request.addEventListener('error', () => reject(request.error ?? new Error('no reason given')));
      });
    const db = await answer(indexedDB.open('longhaul'));
    const tx = db.transaction(['documents', 'segments'], 'readwrite');
    const [documents, segments] = [tx.objectStore('documents'), tx.objectStore('segments')];
    for (const row of await answer<{ id: string; title: string }[]>(documents.getAll())) {
      const change_ = change[row.title];
      if (change_) await answer(documents.put({ ...row, ...change_ }));
      const range = IDBKeyRange.bound([row.id, 0], [row.id, Infinity]);
      if (clear.includes(row.title) || clear.includes('*')) await answer(segments.delete(range));
    }
    for (const fileId of orphans) {
      const bytes = new Blob([new Uint8Array(1000)]);
      await answer(segments.put({ fileId, firstByte: 0, lastByte: 999, bytes }));
    }
    db.close();
  }, what);
}

/** What a browser does that needs room, to the whole of the app's storage but `localStorage`. */
export async function clearDatabase(page: Page): Promise<void> {
  await page.evaluate(
    async () =>
      new Promise((resolve, reject) => {
        const request = indexedDB.deleteDatabase('longhaul');
        request.addEventListener('success', resolve);
        request.addEventListener('error', () => reject(request.error ?? new Error('no reason given')));
      }),
  );
}
