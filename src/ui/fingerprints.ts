import { fingerprintInWorker } from '../library/fingerprint-in-worker.ts';
import { onChange } from '../store/changes.ts';
import { listWithoutSha256 } from '../store/fingerprints.ts';
import { idle } from './idle.ts';

/**
 * Catches up, while the page has nothing better to do, with what the service worker did not get to: documents of older
 * versions, and those whose ending event was cut short.
 */
export function fingerprintInIdleTime(signal: AbortSignal): void {
  let looking = Promise.resolve();
  const look = (): void => {
    looking = looking
      .then(() => idle())
      .then(() => catchUp(signal))
      .catch(reportError); // One at a time.
  };
  onChange((change) => void (change === 'documents' && look()), signal);
  look();
}

/** A document that can't be read doesn't stand in the way of the others; the next look tries it again. */
async function catchUp(signal: AbortSignal): Promise<void> {
  for (const documentId of await listWithoutSha256()) {
    await idle();
    if (signal.aborted) return;
    await fingerprintInWorker(documentId, signal).catch(reportError);
  }
}
