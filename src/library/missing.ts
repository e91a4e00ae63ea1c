import { documentPages } from '../store/document-pages.ts';
import { areBytesHere, setMissing } from '../store/missing.ts';
import type { DocumentRow } from '../store/schema.ts';

/** Documents that are looked at together; others who want the store come between. */
const AT_ONCE = 25;

/**
 * Looks once at every document's bytes, and keeps which the browser has cleared; one at a time, others leave it to that
 * one. A segment's last byte is read, and nothing more of it.
 */
export async function lookForMissing(): Promise<void> {
  await navigator.locks.request('longhaul-missing', { ifAvailable: true }, async (lock) => {
    if (lock) for await (const rows of documentPages()) await lookAtAll(rows);
  });
}

async function lookAtAll(rows: readonly DocumentRow[]): Promise<void> {
  for (let first = 0; first < rows.length; first += AT_ONCE) {
    await Promise.all(rows.slice(first, first + AT_ONCE).map(lookAt));
  }
}

async function lookAt(row: DocumentRow): Promise<void> {
  const isMissing = !(await areBytesHere(row));
  if (isMissing !== (row.isMissing ?? false)) await setMissing(row.id, isMissing);
}
