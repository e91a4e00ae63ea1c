import { registerRoute } from 'workbox-routing';
import { CacheFirst } from 'workbox-strategies';
import { worker } from './worker-scope.ts';

const CACHE = 'longhaul-reader';

/** Addresses of this version; every one carries a hash or pdf.js' version, so a name never changes its contents. */
function addresses(): string[] {
  return __READER_ASSETS__.map((path) => new URL(path, worker.registration.scope).href);
}

/**
 * Answers what the reader loads from the cache, and keeps what it had to fetch. Many servers send `Vary: Origin`, and
 * a module is asked for with that header, a file that the worker adds without it: the address alone counts.
 */
export function routeReaderAssets(): void {
  const answer = new CacheFirst({ cacheName: CACHE, matchOptions: { ignoreVary: true } });
  registerRoute(({ url }) => addresses().includes(url.href), answer);
}

/**
 * Fetches everything that reading needs, so that the first document can be read with the network gone.
 *
 * @throws {TypeError} when one can't be fetched; what came before stays.
 */
export async function keepReaderAssets(): Promise<void> {
  const cache = await caches.open(CACHE);
  await Promise.all((await missingFrom(cache)).map((address) => cache.add(address)));
}

/** What reading needs: how many files are kept, of how many. */
export async function countReaderAssets(): Promise<{ readonly kept: number; readonly total: number }> {
  const total = addresses().length;
  if (!(await caches.has(CACHE))) return { kept: 0, total };
  return { kept: total - (await missingFrom(await caches.open(CACHE))).length, total };
}

/** Fetches what can be had, and counts again. */
export async function fetchReaderAssets(): Promise<{ readonly kept: number; readonly total: number }> {
  await Promise.allSettled([keepReaderAssets()]);
  return countReaderAssets();
}

async function missingFrom(cache: Cache): Promise<string[]> {
  const kept = new Set((await cache.keys()).map((request) => request.url));
  return addresses().filter((address) => !kept.has(address));
}

/** A new version of the app brings its own reader along, where there was one: an update must not end offline reading. */
export async function refreshReaderAssets(): Promise<void> {
  if (await caches.has(CACHE)) await keepReaderAssets();
}

export async function dropOldReaderAssets(): Promise<void> {
  if (!(await caches.has(CACHE))) return;
  const cache = await caches.open(CACHE);
  const current = new Set(addresses());
  const old = (await cache.keys()).filter((request) => !current.has(request.url));
  await Promise.all(old.map((request) => cache.delete(request)));
}
