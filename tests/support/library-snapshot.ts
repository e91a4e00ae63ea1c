import type { Page } from 'playwright/test';

/** Gives the document of that title all that a person can add to one: marks with an image, collections, a place. */
export async function furnish(page: Page, title: string): Promise<void> {
  await page.evaluate(async (wanted) => {
    const answer = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.addEventListener('success', () => resolve(request.result));
        request.addEventListener('error', () => reject(request.error ?? new Error('no reason given')));
      });
    const db = await answer(indexedDB.open('longhaul'));
    const tx = db.transaction(['documents', 'marks', 'collections'], 'readwrite');
    const rows = await answer<{ id: string; title: string }[]>(tx.objectStore('documents').getAll());
    const row = rows.find((each) => each.title === wanted);
    if (!row) throw new Error(`Nothing is called ${wanted}`);
    const documentId = row.id;
    tx.objectStore('collections').put({ id: 'travel', name: 'For the train', createdAt: 1_700_000_000_000 });
    tx.objectStore('collections').put({ id: 'empty', name: 'Nothing yet', createdAt: 1_700_000_000_001 });
    tx.objectStore('documents').put({
      ...row,
      title: 'A title of one’s own',
      titleFrom: 'person',
      author: 'Ada Keeper',
      source: 'https://papers.example/a.pdf',
      finishedAt: 1_700_000_000_002,
      openedAt: 1_700_000_000_003,
      usedAt: 1_700_000_000_003,
      isFavourite: true,
      isPinned: true,
      collections: ['travel'],
      position: { page: 1, top: 700, scale: 'page-width', tint: 'sepia' },
    });
    const image = new Blob(['the bytes of a picture'], { type: 'image/png' });
    const annotation = {
      documentId,
      kind: 'annotation',
      page: 1,
      top: 300,
      text: '',
      comment: 'Look',
      content: { rect: [1, 2] },
    };
    tx.objectStore('marks').put({ ...annotation, id: 'picture', type: 'image', image });
    tx.objectStore('marks').put({ ...annotation, id: 'line', type: 'highlight', text: 'Test paper', replaces: '7R' });
    tx.objectStore('marks').put({ documentId, id: 'field', kind: 'field', field: '12R', content: { value: 'Ada' } });
    tx.objectStore('marks').put({ documentId, id: 'page', kind: 'bookmark', page: 1, addedAt: 1_700_000_000_004 });
    await new Promise((resolve) => tx.addEventListener('complete', resolve));
    db.close();
  }, title);
}

/** All that a person has in the library, bytes by their SHA-256, images as text; what the app reads out of documents by itself is not in it. */
export async function librarySnapshot(page: Page): Promise<unknown> {
  return page.evaluate(async () => {
    const answer = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.addEventListener('success', () => resolve(request.result));
        request.addEventListener('error', () => reject(request.error ?? new Error('no reason given')));
      });
    const db = await answer(indexedDB.open('longhaul'));
    const tx = db.transaction(['documents', 'marks', 'collections', 'segments', 'incoming']);
    const all = <T>(store: string): Promise<T[]> => answer<T[]>(tx.objectStore(store).getAll());
    const [documents, marks, collections, segments, incoming] = await Promise.all([
      all<Record<string, unknown>>('documents'),
      all<{ image?: Blob }>('marks'),
      all<unknown>('collections'),
      all<{ fileId: string; bytes: Blob }>('segments'),
      all<unknown>('incoming'),
    ]);
    db.close();
    const sha256 = async (id: string): Promise<string> => {
      const own = segments.filter(({ fileId }) => fileId === id).map(({ bytes }) => bytes);
      const hash = await crypto.subtle.digest('SHA-256', await new Blob(own).arrayBuffer());
      return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, '0')).join('');
    };
    const own = documents.map(async ({ catalogued: _c, text: _t, pages: _p, ...row }) =>
      Object.assign(row, { stored: await sha256(row['id'] as string) }),
    );
    return {
      documents: await Promise.all(own),
      marks: await Promise.all(
        marks.map(async (mark) => {
          const { image } = mark;
          return Object.assign(mark, { image: image && [image.type, await image.text()] });
        }),
      ),
      collections,
      files: new Set(segments.map(({ fileId }) => fileId)).size,
      incoming,
    };
  });
}

/** Takes everything out of the library, past the app. */
export async function wipe(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const opening = indexedDB.open('longhaul');
    await new Promise((resolve) => opening.addEventListener('success', resolve));
    const stores = ['documents', 'marks', 'collections', 'segments', 'incoming', 'tasks', 'covers', 'texts'];
    const tx = opening.result.transaction(stores, 'readwrite');
    for (const store of stores) tx.objectStore(store).clear();
    await new Promise((resolve) => tx.addEventListener('complete', resolve));
    opening.result.close();
  });
  await page.reload();
}
