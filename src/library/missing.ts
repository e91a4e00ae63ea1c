import { documentPages } from '../store/document-pages.ts';
import { areBytesHere, setMissing } from '../store/missing.ts';
import type { DocumentRow } from '../store/schema.ts';

/** Documents that are looked at between two quiet moments. */
const AT_ONCE = 25;

/**
 * Looks once at every document's bytes, and keeps which the browser has cleared; one window at a time, the others leave
 * it to that one. A segment's last byte is read, and nothing more of it.
 *
 * @param quiet resolves when the page has nothing better to do.
 */
export async function lookForMissing(quiet: () => Promise<unknown>, signal: AbortSignal): Promise<void> {
  await navigator.locks.request('longhaul-missing', { ifAvailable: true }, async (lock) => {
    if (!lock) return;
    for await (const rows of documentPages()) {
      for (let first = 0; first < rows.length; first += AT_ONCE) {
        await quiet();
        if (signal.aborted) return;
        await Promise.all(rows.slice(first, first + AT_ONCE).map(lookAt));
      }
    }
  });
}

async function lookAt(row: DocumentRow): Promise<void> {
  const isMissing = !(await areBytesHere(row));
  if (isMissing !== (row.isMissing ?? false)) await setMissing(row.id, isMissing);
}
