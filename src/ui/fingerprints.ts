import { fingerprintInWorker } from '../library/fingerprint-in-worker.ts';
import { onChange } from '../store/changes.ts';
import { listWithoutSha256 } from '../store/fingerprints.ts';
import { idle } from './idle.ts';

/** Ms after the start. To look through a library of 10,000 holds up whoever else reads in it for 100 ms. */
const FIRST_LOOK = 2_000;

/**
 * Catches up, while the page has nothing better to do, with what the service worker did not get to: documents of older
 * versions, and those whose ending event was cut short.
 */
export function fingerprintInIdleTime(signal: AbortSignal): void {
  let looking = Promise.resolve();
  const look = (ids?: readonly string[]): void => {
    looking = looking.then(() => catchUp(signal, ids)).catch(reportError); // One at a time.
  };
  onChange((change, ids) => void (change === 'documents' && look(ids)), signal);
  setTimeout(() => look(), FIRST_LOOK);
}

/** A document that can't be read doesn't stand in the way of the others; the next look tries it again. */
async function catchUp(signal: AbortSignal, ids?: readonly string[]): Promise<void> {
  for (const documentId of await listWithoutSha256(ids)) {
    await idle();
    if (signal.aborted) return;
    await fingerprintInWorker(documentId, signal).catch(reportError);
  }
}
