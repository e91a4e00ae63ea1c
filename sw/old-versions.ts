import { registerRoute } from 'workbox-routing';
import { worker } from './worker-scope.ts';

/** Of the lock that a window holds while it runs; the address of a script of its version follows. */
const LOCK = 'longhaul-runs ';

/** Folders whose files carry a hash or a version in their address. */
const FOLDERS = ['assets/', 'reader/', 'pdfjs/'];

/**
 * A window may run on in the version before this worker's: another one let the update in. What it loads later is no
 * longer on the server, so it stays in the caches, and is answered from there.
 */
export function routeOldVersions(): void {
  const isFile = (url: URL): boolean =>
    FOLDERS.some((folder) => url.href.startsWith(worker.registration.scope + folder));
  registerRoute(
    ({ url }) => isFile(url),
    async ({ request }) => (await caches.match(request, { ignoreVary: true })) ?? fetch(request),
  );
}

/**
 * Whether no window runs another version than this worker's.
 *
 * @param own addresses of this version's files.
 */
export async function areAllOfThisVersion(own: readonly string[]): Promise<boolean> {
  const { held = [] } = await navigator.locks.query();
  const running = held.flatMap(({ name }) => (name?.startsWith(LOCK) ? [name.slice(LOCK.length)] : []));
  return running.every((address) => own.includes(address));
}
