import type { Page } from 'playwright/test';
import { newDocument } from '../../src/library/new-document.ts';
import { type DocumentRow, SCHEMA_VERSION, type SegmentRow, type TaskRow } from '../../src/store/schema.ts';
import { newDownload } from '../../src/transfer/new-download.ts';
import { type StoreShape, readDump } from '../compat/dump.ts';
import type { PublishedFile } from '../origin/published-file.ts';

/** What a finished download leaves in storage, once its person was notified. */
interface Stored {
  readonly version: number;
  readonly shapes: readonly StoreShape[];
  readonly document: DocumentRow;
  readonly task: TaskRow;
  /** The file, in base64. */
  readonly bytes: string;
}

/**
 * Opens a PDF in the reader, at its own address, as if it had been downloaded: its fingerprint is known, nothing else was
 * read out of it yet. The rows are written before the app's first line runs. A download costs more than all the rest of opening a
 * document: whoever is not about it comes by here.
 */
export async function openStored(page: Page, file: PublishedFile): Promise<void> {
  const stored = await afterDownload(file);
  const writing = await page.addInitScript(writeRows, stored);
  await page.goto(`/read/${stored.document.id}`);
  await writing.dispose();
}

async function afterDownload({ url, body, sha256 }: PublishedFile): Promise<Stored> {
  const { stores } = await readDump(SCHEMA_VERSION);
  const task = newDownload('app', new URL(url));
  const file = {
    id: task.id,
    fileName: task.name,
    isPdf: true,
    type: 'application/pdf',
    size: body.length,
    source: url,
  };
  return {
    version: SCHEMA_VERSION,
    shapes: stores.map(({ shape }) => shape),
    document: { ...newDocument(file), sha256, notice: 'settled' },
    task: {
      ...task,
      state: { state: 'completed', fileId: task.id },
      attempt: 1,
      bytesStored: body.length,
      remote: { url, length: body.length, type: 'application/pdf', acceptsRanges: true, access: 'allowed' },
      engine: 'background-fetch',
      startedAt: task.changedAt,
      lastByteAt: task.changedAt,
      endedAt: task.changedAt,
    },
    bytes: Buffer.from(body).toString('base64'),
  };
}

/** Runs in the page before the app, which gets at the database only when this is through. */
function writeRows({ version, shapes, document, task, bytes }: Stored): void {
  const opening = indexedDB.open('longhaul', version);
  opening.addEventListener('upgradeneeded', () => {
    for (const { name, keyPath, autoIncrement, indexes } of shapes) {
      const store = opening.result.createObjectStore(name, { keyPath: keyPath as string, autoIncrement });
      for (const index of indexes) store.createIndex(index.name, index.keyPath as string, index);
    }
  });
  opening.addEventListener('success', () => {
    const tx = opening.result.transaction(['documents', 'tasks', 'segments'], 'readwrite');
    const blob = new Blob([Uint8Array.from(atob(bytes), (char) => char.charCodeAt(0))]);
    const segment: SegmentRow = { fileId: document.id, firstByte: 0, lastByte: blob.size - 1, bytes: blob };
    tx.objectStore('documents').put(document);
    tx.objectStore('tasks').put(task);
    tx.objectStore('segments').put(segment);
    opening.result.close();
  });
}
