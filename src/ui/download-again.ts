import { readDocument } from '../store/documents.ts';
import { removeDocument } from '../store/removal.ts';
import type { App } from './app.ts';

/**
 * Downloads a document anew in place of the one that is there. The new one comes first, so that a failure between the
 * two loses nothing.
 *
 * @returns whether it is known where it came from.
 */
export async function downloadAgain(app: App, id: string): Promise<boolean> {
  const source = (await readDocument(id))?.source;
  if (source === undefined) return false;
  await app.add(source);
  await removeDocument(id);
  return true;
}
