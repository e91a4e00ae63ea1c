import { listDueNotices } from '../src/store/documents.ts';
import { updateBadge } from './badge.ts';
import { announceDueDocuments } from './ready-notice.ts';
import { keepReaderAssets } from './reader-assets.ts';

/** Ms for which a notification waits for the parts of the reader: one that never comes must not take it along. */
const longestWait = 10_000;

/**
 * Tells people of what is ready. "Ready to read" is true without a network, too, so what reading needs is kept first;
 * where the app's own server is gone or slow, the document is there anyway.
 *
 * @throws {TypeError} after all was told, when reading offline could not be made sure of.
 */
export async function tell(): Promise<void> {
  const isDue = (await listDueNotices()).length > 0;
  const keeping = isDue ? keepReaderAssets() : undefined;
  const late = new Promise((resolve) => setTimeout(resolve, isDue ? longestWait : 0));
  await Promise.race([Promise.allSettled([keeping]), late]);
  await Promise.all([announceDueDocuments(), updateBadge()]);
  await keeping;
}
