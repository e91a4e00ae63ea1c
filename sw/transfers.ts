import { acceptFile } from '../src/library/accept-file.ts';
import type { TaskRow } from '../src/store/schema.ts';
import { settle } from '../src/transfer/settle.ts';
import { updateBadge } from './badge.ts';
import { announceDueDocuments } from './notices.ts';
import { keepReaderAssets } from './reader-assets.ts';
import { showScreen } from './windows.ts';

/** An ended registration: its bytes are stored first, then people are told. */
export async function settleTransfer(event: BackgroundFetchEvent): Promise<void> {
  const task = await settle(event.registration, acceptFile);
  if (task) await updateBrowserEntry(event, task);
  await Promise.all([announceDueDocuments(), updateBadge()]);
  if (task?.state.state === 'completed') await keepReaderAssets();
}

/** The entry in the browser's own download list was opened. */
export async function showTransfers(): Promise<void> {
  await showScreen('transfers');
}

async function updateBrowserEntry(event: BackgroundFetchEvent, task: TaskRow): Promise<void> {
  if (!('updateUI' in event)) return; // An aborted fetch has no entry any more.
  const ending = task.state.state === 'completed' ? 'is ready' : 'could not be downloaded';
  await (event as BackgroundFetchUpdateUIEvent).updateUI({ title: `${task.name} ${ending}` });
}
