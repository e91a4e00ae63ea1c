import { purge, removeDocuments } from '../store/removal.ts';

/** For so long, in ms, what was removed can be put back. */
const GRACE = 10_000;

/** Takes documents out of the library because the person said so; their bytes go a little later. */
export async function letGo(ids: readonly string[]): Promise<void> {
  const removed = await removeDocuments(ids);
  setTimeout(() => void purge(removed).catch(reportError), GRACE);
}
