import type { DocumentRow } from '../store/schema.ts';
import type { WantedDownload } from '../transfer/add-download.ts';
import type { TransferSession } from '../transfer/session.ts';
import type { TransferTask } from '../transfer/transfer-task.ts';

/**
 * Fetches documents again from where they came, each into its own place; what the person made of them stays. One that
 * was asked for before goes on, and those from disk are passed over.
 */
export async function downloadAgain(session: TransferSession, documents: readonly DocumentRow[]): Promise<void> {
  const wanted: WantedDownload[] = [];
  for (const { id, source } of documents) {
    const before = renewalOf(id, session.tasks);
    if (before) await before.resume();
    else if (source !== undefined) wanted.push({ url: new URL(source), renews: id });
  }
  if (wanted.length > 0) await session.startDownloads(wanted);
}

/** The transfer that brings, or was to bring, a document's bytes again. */
export function renewalOf(documentId: string, tasks: readonly TransferTask[]): TransferTask | undefined {
  return tasks.find(({ row, state }) => row.renews === documentId && state.state !== 'completed');
}
