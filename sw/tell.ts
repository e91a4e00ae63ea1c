import { listDueNotices } from '../src/store/documents.ts';
import { updateBadge } from './badge.ts';
import { announceDueDocuments } from './notices.ts';
import { keepReaderAssets } from './reader-assets.ts';

/**
 * Tells people of what is ready. "Ready to read" is true without a network, too, so what reading needs is kept first;
 * where the app's own server is gone, the document is there anyway.
 *
 * @throws {TypeError} after all was told, when reading offline could not be made sure of.
 */
export async function tell(): Promise<void> {
  const isDue = (await listDueNotices()).length > 0;
  const [kept] = await Promise.allSettled([isDue ? keepReaderAssets() : undefined]);
  await Promise.all([announceDueDocuments(), updateBadge()]);
  if (kept.status === 'rejected') throw kept.reason;
}
