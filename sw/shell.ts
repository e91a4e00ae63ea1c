import { createHandlerBoundToURL, precacheAndRoute } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';
import { dropOldReaderAssets, refreshReaderAssets, routeReaderAssets } from './reader-assets.ts';
import { worker } from './worker-scope.ts';

/** Keeps the app's shell, and answers every address of the app from it: the app starts without a network. */
export function installShell(): void {
  precacheAndRoute([...__SHELL_ASSETS__]);
  // A path whose last part has a dot names a file (a sample, an asset), not a screen.
  registerRoute(new NavigationRoute(createHandlerBoundToURL('index.html'), { denylist: [/\/[^/]*\.[^/]*$/u] }));
  routeReaderAssets();
  worker.addEventListener('install', (event) => event.waitUntil(refreshReaderAssets()));
  worker.addEventListener('activate', (event) =>
    event.waitUntil(Promise.all([dropOldReaderAssets(), worker.clients.claim()])),
  );
}
