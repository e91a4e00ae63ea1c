import type { Page, Worker } from 'playwright/test';
import type { DocumentRow, MarkRow, RemovedRow, SegmentRow, TaskRow, TextRow } from '../../src/store/schema.ts';

interface Rows {
  readonly documents: DocumentRow;
  readonly tasks: TaskRow;
  readonly marks: MarkRow;
  readonly removed: RemovedRow;
  readonly texts: TextRow;
  readonly segments: Omit<SegmentRow, 'bytes'>;
}

/**
 * All rows of a store, without any bytes, read past the app's own code.
 *
 * @param where a page of the app, or its worker.
 */
export async function storedRows<S extends keyof Rows>(where: Page | Worker, store: S): Promise<readonly Rows[S][]> {
  const evaluate = where.evaluate.bind(where) as Page['evaluate'];
  const rows = await evaluate(async (name) => {
    const answer = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.addEventListener('success', () => resolve(request.result));
        request.addEventListener('error', () => reject(request.error ?? new Error('no reason given')));
      });
    const db = await answer(indexedDB.open('longhaul'));
    const found = await answer<object[]>(db.transaction(name).objectStore(name).getAll());
    db.close();
    return found.map((row) => Object.assign(row, { bytes: undefined }));
  }, store);
  return rows as unknown as readonly Rows[S][];
}
