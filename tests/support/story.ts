import { type BrowserContext, type Locator, type Page, type Worker, expect } from 'playwright/test';

/** Pastes an address and presses Download. */
export async function download(page: Page, address: string): Promise<void> {
  await page.getByLabel('Address').fill(address);
  await page.getByRole('button', { name: 'Download', exact: true }).click();
}

/** The transfer of that name, on the screen that is shown. */
export function transfer(page: Page, name: string): Locator {
  return page.getByRole('list', { name: 'Transfers' }).getByRole('listitem', { name });
}

/** What is on its way, over the lower end of the Library. */
export function tray(page: Page): Locator {
  return page.getByRole('region', { name: 'On their way' });
}

/** Shows or hides the rows of what is on its way. */
export function trayToggle(page: Page): Locator {
  return tray(page).getByRole('button', { name: 'What is on its way' });
}

/** The library's entry of that name. */
export function document(page: Page, name: string): Locator {
  return page.getByRole('list', { name: 'Library' }).getByRole('link', { name, exact: true });
}

/** The app's service worker. */
export async function serviceWorker(context: BrowserContext): Promise<Worker> {
  return context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
}

/** Titles of the notifications that are shown, asked of the worker: no window of the app is needed. */
export async function notifications(worker: Worker): Promise<string[]> {
  return worker.evaluate(async () => {
    const { registration } = globalThis as unknown as { readonly registration: ServiceWorkerRegistration };
    return (await registration.getNotifications()).map(({ title }) => title);
  });
}

/** The text below the title of the notification of that title. */
export async function notificationBody(worker: Worker, title: string): Promise<string | undefined> {
  return worker.evaluate(async (wanted) => {
    const { registration } = globalThis as unknown as { readonly registration: ServiceWorkerRegistration };
    return (await registration.getNotifications()).find((each) => each.title === wanted)?.body;
  }, title);
}

/** What the worker has written down as told or seen. */
export async function announced(page: Page): Promise<readonly string[]> {
  return page.evaluate(async () => {
    const opening = indexedDB.open('longhaul');
    await new Promise((resolve) => opening.addEventListener('success', resolve));
    const reading: IDBRequest<{ value: string[] } | undefined> = opening.result
      .transaction('settings')
      .objectStore('settings')
      .get('announced-needs');
    await new Promise((resolve) => reading.addEventListener('success', resolve));
    opening.result.close();
    return reading.result?.value ?? [];
  });
}

/** How many windows the app has, as its worker sees it. */
export async function windowCount(worker: Worker): Promise<number> {
  return worker.evaluate(async () => {
    const { clients } = globalThis as unknown as { readonly clients: { matchAll(query: object): Promise<unknown[]> } };
    return (await clients.matchAll({ type: 'window', includeUncontrolled: true })).length;
  });
}

/** Titles of all documents in storage, asked of a page or of the worker. */
export async function documentTitles(where: Page | Worker): Promise<string[]> {
  const evaluate = where.evaluate.bind(where) as Page['evaluate'];
  return evaluate(async () => {
    const opening = indexedDB.open('longhaul');
    await new Promise((resolve) => opening.addEventListener('success', resolve));
    const reading: IDBRequest<{ title: string }[]> = opening.result
      .transaction('documents')
      .objectStore('documents')
      .getAll();
    await new Promise((resolve) => reading.addEventListener('success', resolve));
    opening.result.close();
    return reading.result.map(({ title }) => title);
  });
}

/**
 * SHA-256, in hex, of the bytes in storage of the document with that title.
 *
 * @param where a page of the app, or its worker.
 */
export async function storedSha256(where: Page | Worker, documentTitle: string): Promise<string> {
  const evaluate = where.evaluate.bind(where) as Page['evaluate'];
  return evaluate(async (wanted) => {
    const answer = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.addEventListener('success', () => resolve(request.result));
        request.addEventListener('error', () => reject(request.error ?? new Error('no reason given')));
      });
    const db = await answer(indexedDB.open('longhaul'));
    const tx = db.transaction(['documents', 'segments']);
    const documents = await answer<{ id: string; title: string }[]>(tx.objectStore('documents').getAll());
    const found = documents.filter(({ title }) => title === wanted);
    if (found.length !== 1) throw new Error(`${found.length} documents are called ${wanted}`);
    const id = found[0]?.id ?? '';
    const range = IDBKeyRange.bound([id, 0], [id, Infinity]);
    const segments = await answer<{ bytes: Blob }[]>(tx.objectStore('segments').getAll(range));
    db.close();
    const bytes = await new Blob(segments.map((segment) => segment.bytes)).arrayBuffer();
    const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
    return Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('');
  }, documentTitle);
}

/**
 * Closes every page, so that the app has no window; the browser goes on. No new tab is opened before: Chromium pauses
 * resumable background downloads for up to 30 s whenever any tab navigates (see "What the browser does", `src/README.md`).
 */
export async function closeAllWindows(context: BrowserContext): Promise<void> {
  const worker = await serviceWorker(context);
  await Promise.all(context.pages().map((page) => page.close()));
  await expect.poll(() => windowCount(worker)).toBe(0);
}
