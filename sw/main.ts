import { recordUncaught } from '../src/store/recent-errors.ts';
import { makeWay, takeOverFromPages } from './carry-on.ts';
import { announceNeeds } from './needs-notices.ts';
import { openNotice, settleClosedNotice } from './notice-click.ts';
import { countReaderAssets, fetchReaderAssets, keepReaderAssets } from './reader-assets.ts';
import { routeShareTarget } from './share-target.ts';
import { dropOldFiles, installShell } from './shell.ts';
import { tell } from './tell.ts';
import { settleTransfer, showTransfers } from './transfers.ts';
import { worker } from './worker-scope.ts';

recordUncaught('service worker');
installShell();
routeShareTarget();

// Records are readable only until these promises settle, so every byte must be stored before they do.
worker.addEventListener('backgroundfetchsuccess', (event) => event.waitUntil(settleTransfer(event)));
worker.addEventListener('backgroundfetchfail', (event) => event.waitUntil(settleTransfer(event)));
worker.addEventListener('backgroundfetchabort', (event) => event.waitUntil(settleTransfer(event)));
worker.addEventListener('backgroundfetchclick', (event) => event.waitUntil(showTransfers()));

worker.addEventListener('sync', (event) => event.waitUntil(takeOverFromPages()));

worker.addEventListener('notificationclick', (event) => event.waitUntil(openNotice(event)));
worker.addEventListener('notificationclose', (event) => event.waitUntil(settleClosedNotice(event)));

worker.addEventListener('message', (event) => {
  const message = event.data as { readonly type?: string } | null;
  // The page asks for this when the person has pressed Reload, never by itself.
  if (message?.type === 'SKIP_WAITING') event.waitUntil(worker.skipWaiting());
  if (message?.type === 'MAKE_WAY') makeWay();
  if (message?.type === 'DROP_OLD_FILES') event.waitUntil(dropOldFiles(event));
  if (message?.type === 'KEEP_READER_ASSETS') event.waitUntil(keepReaderAssets());
  const answer = (value: unknown): void => event.ports[0]?.postMessage(value);
  if (message?.type === 'COUNT_READER_ASSETS') event.waitUntil(countReaderAssets().then(answer));
  if (message?.type === 'FETCH_READER_ASSETS') event.waitUntil(fetchReaderAssets().then(answer));
  if (message?.type === 'TELL_VERSION') answer({ version: __LONGHAUL_VERSION__, build: __APP_BUILD__ });
  // A page stored the last bytes of a document.
  if (message?.type === 'TELL') event.waitUntil(tell());
  if (message?.type === 'ANNOUNCE_NEEDS') event.waitUntil(announceNeeds());
});
