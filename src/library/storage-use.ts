import { listRemoved } from '../store/removal.ts';
import { listAllTasks } from '../store/tasks.ts';

/** What lies in storage beside the documents, in bytes. */
export interface StorageUse {
  /** Of transfers that are under way. */
  readonly transfers: number;
  /** Of documents that were removed a moment ago and can be put back. */
  readonly removed: number;
  /** All that is kept in the database, documents too; absent in a browser that doesn't tell. */
  readonly database?: number;
  /** The app itself and its reader; absent likewise. */
  readonly app?: number;
}

/** `usageDetails` is Chromium's own. @see https://chromestatus.com/feature/5735596811091968 */
type DetailedEstimate = StorageEstimate & {
  readonly usageDetails?: { readonly indexedDB?: number; readonly caches?: number };
};

export async function readStorageUse(): Promise<StorageUse> {
  const [tasks, removed, estimate] = await Promise.all([
    listAllTasks(),
    listRemoved(),
    navigator.storage.estimate() as Promise<DetailedEstimate>,
  ]);
  const unfinished = tasks.filter(({ state }) => state.state !== 'completed');
  const { indexedDB, caches } = estimate.usageDetails ?? {};
  return {
    transfers: unfinished.reduce((sum, { bytesStored }) => sum + bytesStored, 0),
    removed: removed.reduce((sum, { document }) => sum + document.size, 0),
    ...(indexedDB === undefined ? {} : { database: indexedDB }),
    ...(caches === undefined ? {} : { app: caches }),
  };
}
