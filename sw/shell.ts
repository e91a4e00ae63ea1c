import { PrecacheController, PrecacheRoute } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';
import { areAllOfThisVersion, routeOldVersions } from './old-versions.ts';
import { dropOldReaderAssets, refreshReaderAssets, routeReaderAssets } from './reader-assets.ts';
import { worker } from './worker-scope.ts';

const shell = new PrecacheController();

/** Whoever holds it changes what is kept. */
const LOCK = 'longhaul-shell';

/** Keeps the app's shell, and answers every address of the app from it: the app starts without a network. */
export function installShell(): void {
  shell.addToCacheList([...__SHELL_ASSETS__]);
  registerRoute(new PrecacheRoute(shell));
  // A path whose last part has a dot names a file (a sample, an asset), not a screen.
  registerRoute(new NavigationRoute(shell.createHandlerBoundToURL('index.html'), { denylist: [/\/[^/]*\.[^/]*$/u] }));
  routeReaderAssets();
  routeOldVersions();
  worker.addEventListener('install', (event) => {
    event.waitUntil(navigator.locks.request(LOCK, () => Promise.all([shell.install(event), refreshReaderAssets()])));
  });
  worker.addEventListener('activate', (event) =>
    event.waitUntil(Promise.all([dropOldFiles(event), worker.clients.claim()])),
  );
}

/**
 * Drops what this version doesn't have, once no window runs another. A newer one that is being kept, or waits, has its
 * files in the same cache: they stay, and it tidies up itself.
 */
export async function dropOldFiles(event: ExtendableEvent): Promise<void> {
  await navigator.locks.request(LOCK, async () => {
    const { installing, waiting } = worker.registration;
    if (installing || waiting || !(await areAllOfThisVersion(shell.getCachedURLs()))) return;
    await Promise.all([shell.activate(event), dropOldReaderAssets()]);
  });
}
