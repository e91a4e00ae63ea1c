import { formatNumber } from '../src/language/formats.ts';
import { msg, str } from '../src/language/msg.ts';
import { acceptFile } from '../src/library/accept-file.ts';
import { fingerprint } from '../src/library/fingerprint.ts';
import type { TaskRow } from '../src/store/schema.ts';
import { challengeOf } from '../src/transfer/challenge.ts';
import { sha256Of } from '../src/transfer/digest.ts';
import { settle } from '../src/transfer/settle.ts';
import { carryOnWithoutWindow } from './carry-on.ts';
import { announceNeeds } from './needs-notices.ts';
import { tell } from './tell.ts';
import { speakAsWindows } from './worker-language.ts';
import { showScreen } from './windows.ts';

/** What the browser's own list says of a download that has ended; nothing of one that goes on there. */
function endingWords({ name, state }: TaskRow): string | undefined {
  if (challengeOf(state)) return msg(str`${name} waits for you to sign in`);
  switch (state.state) {
    case 'completed':
      return msg(str`${name} is ready`);
    case 'failed':
      return msg(str`${name} could not be downloaded`);
    case 'waiting':
      return msg(str`${name} goes on when Longhaul is open`);
    default:
      return undefined;
  }
}

/** An ended registration: its bytes are stored first, then people are told. */
export async function settleTransfer(event: BackgroundFetchEvent): Promise<void> {
  const tasks = await settle(event.registration, acceptFile);
  const told = tell();
  // One that fails or hangs must not keep the others from happening; but people come before fingerprints.
  const steps = [
    updateBrowserEntry(event, tasks),
    told,
    announceNeeds(),
    carryOnWithoutWindow(),
    Promise.allSettled([told]).then(() => fingerprintAll(tasks)),
  ];
  for (const step of await Promise.allSettled(steps)) if (step.status === 'rejected') throw step.reason;
}

async function fingerprintAll(tasks: readonly TaskRow[]): Promise<void> {
  for (const { state } of tasks) if (state.state === 'completed') await fingerprint(state.fileId, sha256Of);
}

/** The entry in the browser's own download list was opened. */
export async function showTransfers(): Promise<void> {
  await showScreen('transfers');
}

async function updateBrowserEntry(event: BackgroundFetchEvent, tasks: readonly TaskRow[]): Promise<void> {
  if (!('updateUI' in event)) return; // An aborted fetch has no entry any more.
  const [first] = tasks;
  await speakAsWindows();
  const ending = first && endingWords(first);
  if (ending === undefined) return;
  const title = tasks.length === 1 ? ending : convoyTitle(tasks);
  await (event as BackgroundFetchUpdateUIEvent).updateUI({ title });
}

function convoyTitle(tasks: readonly TaskRow[]): string {
  const ready = tasks.filter(({ state }) => state.state === 'completed').length;
  return msg(str`${formatNumber(ready)} of ${formatNumber(tasks.length)} downloads are ready`);
}
