import { settle } from 'longhaul';

declare const self: ServiceWorkerGlobalScope;

// What came is readable only until this promise settles.
for (const ending of ['backgroundfetchsuccess', 'backgroundfetchfail', 'backgroundfetchabort'] as const) {
  self.addEventListener(ending, (event) => event.waitUntil(settle(event.registration)));
}
