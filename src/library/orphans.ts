import { letGoUnowned, listUnownedFiles } from '../store/file-owners.ts';

/** Bytes are nobody's only when they were so twice, so many ms apart: their document may be on its way. */
export const ORPHAN_GRACE = 60_000;

/**
 * Lets go of bytes that belong to no document, task or removed document: what a page was writing when it died, or what
 * was left when the browser cleared the rest.
 *
 * @param pause resolves after so many ms, in a quiet moment.
 */
export async function letGoOfOrphans(pause: (ms: number) => Promise<unknown>, signal: AbortSignal): Promise<void> {
  const before = new Set(await listUnownedFiles());
  if (before.size === 0) return;
  await pause(ORPHAN_GRACE);
  if (signal.aborted) return;
  const orphans = (await listUnownedFiles()).filter((fileId) => before.has(fileId));
  for (const fileId of orphans) await letGoUnowned(fileId);
}
