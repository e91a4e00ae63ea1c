import { acceptFile } from '../src/library/accept-file.ts';
import { fingerprint } from '../src/library/fingerprint.ts';
import type { TaskRow } from '../src/store/schema.ts';
import type { TaskState } from '../src/store/task-state.ts';
import { sha256Of } from '../src/transfer/digest.ts';
import { settle } from '../src/transfer/settle.ts';
import { updateBadge } from './badge.ts';
import { announceDueDocuments } from './notices.ts';
import { keepReaderAssets } from './reader-assets.ts';
import { showScreen } from './windows.ts';

const ENDINGS: Readonly<Partial<Record<TaskState['state'], string>>> = {
  completed: 'is ready',
  failed: 'could not be downloaded',
  waiting: 'goes on when Longhaul is open',
};

/** An ended registration: its bytes are stored first, then people are told. */
export async function settleTransfer(event: BackgroundFetchEvent): Promise<void> {
  const task = await settle(event.registration, acceptFile);
  if (task) await updateBrowserEntry(event, task);
  // "Ready to read" is true without a network, too; where the app's own server is gone, the document is there anyway.
  const [kept] = await Promise.allSettled([task?.state.state === 'completed' ? keepReaderAssets() : undefined]);
  await Promise.all([announceDueDocuments(), updateBadge()]);
  if (task?.state.state === 'completed') await fingerprint(task.id, sha256Of);
  if (kept.status === 'rejected') throw kept.reason;
}

/** The entry in the browser's own download list was opened. */
export async function showTransfers(): Promise<void> {
  await showScreen('transfers');
}

async function updateBrowserEntry(event: BackgroundFetchEvent, task: TaskRow): Promise<void> {
  if (!('updateUI' in event)) return; // An aborted fetch has no entry any more.
  const ending = ENDINGS[task.state.state];
  if (ending) await (event as BackgroundFetchUpdateUIEvent).updateUI({ title: `${task.name} ${ending}` });
}
