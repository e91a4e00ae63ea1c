import { registerRoute } from 'workbox-routing';
import { CacheFirst } from 'workbox-strategies';
import { worker } from './worker-scope.ts';

const CACHE = 'longhaul-reader';

/** Whoever holds it changes what is in the cache. One who needs the shell's, too, takes that first. */
const LOCK = 'longhaul-reader';

/** What is known of the cache without looking through it: all files of a version are there, or they and no others. */
type Contents = 'all' | 'only';

/**
 * Lies in the cache among the files. To count hundreds costs a tenth of a second of a processor, and would be done
 * several times at every start. It must never say too much: another version takes it away before it changes a file.
 */
const NOTE = 'reader-assets';

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
  await navigator.locks.request(LOCK, async () => {
    const cache = await caches.open(CACHE);
    if (!(await contentsOf(cache))) await complete(cache);
  });
}

async function complete(cache: Cache): Promise<void> {
  await cache.delete(noteAddress());
  const added = await Promise.allSettled((await missingFrom(cache)).map((address) => cache.add(address)));
  const failed = added.find((result) => result.status === 'rejected');
  if (failed) throw failed.reason;
  await note(cache, 'all');
}

/** What reading needs: how many files are kept, of how many. */
export async function countReaderAssets(): Promise<{ readonly kept: number; readonly total: number }> {
  const total = addresses().length;
  if (!(await caches.has(CACHE))) return { kept: 0, total };
  return { kept: total - (await missingFrom(await caches.open(CACHE))).length, total };
}

/** Fetches what can be had, whatever was noted, and counts again. */
export async function fetchReaderAssets(): Promise<{ readonly kept: number; readonly total: number }> {
  const fetching = navigator.locks.request(LOCK, async () => complete(await caches.open(CACHE)));
  await Promise.allSettled([fetching]); // What could not be had, the count says.
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
  await navigator.locks.request(LOCK, async () => {
    const cache = await caches.open(CACHE);
    const contents = await contentsOf(cache);
    if (contents === 'only') return;
    if (contents === undefined) await cache.delete(noteAddress()); // It vouches for files that go now.
    const current = new Set([...addresses(), noteAddress()]);
    const old = (await cache.keys()).filter((request) => !current.has(request.url));
    await Promise.all(old.map((request) => cache.delete(request)));
    if (contents === 'all') await note(cache, 'only');
  });
}

/** `undefined` where nobody has noted it for this version. */
async function contentsOf(cache: Cache): Promise<Contents | undefined> {
  const text = await (await cache.match(noteAddress()))?.text();
  return (['all', 'only'] as const).find((contents) => text === noteOf(contents));
}

async function note(cache: Cache, contents: Contents): Promise<void> {
  await cache.put(noteAddress(), new Response(noteOf(contents)));
}

function noteOf(contents: Contents): string {
  return JSON.stringify([contents, ...__READER_ASSETS__]);
}

function noteAddress(): string {
  return new URL(NOTE, worker.registration.scope).href;
}
