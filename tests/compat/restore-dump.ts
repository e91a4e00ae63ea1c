import type { JSHandle, Page } from 'playwright/test';
import type { DatabaseDump, StoreShape } from './dump.ts';

/**
 * Makes the dumped database in the profile of `page`, on the origin of its base URL. Nothing of the app runs: the page
 * is an empty one.
 */
export async function restoreDump(page: Page, dump: DatabaseDump): Promise<void> {
  await page.route('/empty', (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html>' }));
  await page.goto('/empty');
  await createStores(page, dump);
  for (const { shape, rows } of dump.stores) {
    await putRows(page, dump.database, shape.name, await reviveRows(page, rows));
  }
}

/** The shape of a database as it is in this browser now, in the order of its names. */
export async function readShape(page: Page, database: string): Promise<readonly StoreShape[]> {
  return page.evaluate(async (name) => {
    const opening = indexedDB.open(name);
    await new Promise((resolve) => opening.addEventListener('success', resolve));
    const db = opening.result;
    const shapes = [...db.objectStoreNames].map((each) => {
      const store = db.transaction(each).objectStore(each);
      const indexes = [...store.indexNames].map((index) => {
        const { keyPath, unique, multiEntry } = store.index(index);
        return { name: index, keyPath, unique, multiEntry };
      });
      return { name: each, keyPath: store.keyPath, autoIncrement: store.autoIncrement, indexes };
    });
    db.close();
    return shapes;
  }, database);
}

async function createStores(page: Page, dump: DatabaseDump): Promise<void> {
  await page.evaluate(async ({ database, version, stores }) => {
    const opening = indexedDB.open(database, version);
    opening.addEventListener('upgradeneeded', () => {
      for (const { name, keyPath, autoIncrement, indexes } of stores.map(({ shape }) => shape)) {
        const store = opening.result.createObjectStore(name, { keyPath: keyPath as string, autoIncrement });
        for (const index of indexes) store.createIndex(index.name, index.keyPath as string, index);
      }
    });
    await new Promise((resolve, reject) => {
      opening.addEventListener('success', resolve);
      opening.addEventListener('error', () => reject(opening.error ?? new Error('The database was not made')));
    });
    opening.result.close();
  }, dump);
}

/** Rows in the page, with the values that `toJson` wrote as objects with one `$` key. */
async function reviveRows(page: Page, rows: readonly unknown[]): Promise<JSHandle<unknown[]>> {
  return page.evaluateHandle(async (plain) => {
    type Special = { $blob?: string; $buffer?: string; $bytes?: string; $key?: string; type?: string };
    const bytesOf = (text: string) => Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
    const revive = async (value: unknown): Promise<unknown> => {
      if (Array.isArray(value)) return Promise.all(value.map(revive));
      if (typeof value !== 'object' || value === null) return value;
      const { $blob, $buffer, $bytes, $key, type = '' } = value as Special;
      if ($blob !== undefined) return new Blob([bytesOf($blob)], { type });
      if ($buffer !== undefined) return bytesOf($buffer).buffer;
      if ($bytes !== undefined) return bytesOf($bytes);
      if ($key !== undefined) return crypto.subtle.importKey('raw', bytesOf($key), 'AES-GCM', false, ['decrypt']);
      const entries = Object.entries(value).map(async ([name, each]) => [name, await revive(each)] as const);
      return Object.fromEntries(await Promise.all(entries));
    };
    return Promise.all(plain.map(revive));
  }, rows);
}

async function putRows(page: Page, database: string, store: string, rows: JSHandle<unknown[]>): Promise<void> {
  await page.evaluate(
    async ({ database: name, store: into, rows: values }) => {
      const opening = indexedDB.open(name);
      await new Promise((resolve) => opening.addEventListener('success', resolve));
      const tx = opening.result.transaction(into, 'readwrite');
      for (const row of values) tx.objectStore(into).put(row);
      await new Promise((resolve, reject) => {
        tx.addEventListener('complete', resolve);
        tx.addEventListener('abort', () => reject(tx.error ?? new Error(`The rows of ${into} were not stored`)));
      });
      opening.result.close();
    },
    { database, store, rows },
  );
}
