import { lookForMissingInWorker } from '../library/missing-in-worker.ts';
import { letGoOfOrphans } from '../library/orphans.ts';
import { idle } from './idle.ts';
import { noteLibrary } from './past-library.ts';

/**
 * Looks after storage while the page has nothing better to do, once a start: what the browser has cleared, and what
 * belongs to nobody.
 *
 * @param opened resolves when the session is there.
 */
export async function keepStorageInOrder(opened: Promise<unknown>, signal: AbortSignal): Promise<void> {
  const isOpen = await opened.then(Boolean, () => false); // The shell says why not.
  if (!isOpen) return;
  await idle();
  const pause = async (ms: number): Promise<void> => {
    await new Promise((resolve) => setTimeout(resolve, ms));
    await idle();
  };
  const steps = [noteLibrary(signal), lookForMissingInWorker(signal), letGoOfOrphans(pause, signal)];
  for (const step of await Promise.allSettled(steps)) if (step.status === 'rejected') reportError(step.reason);
}
