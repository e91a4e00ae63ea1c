import type { Worker } from 'playwright/test';
import { waitForRoom } from './sides.ts';

/** Empties the library in storage, for an app that has no window to remove a hundred documents in. */
export async function clearWithoutWindow(worker: Worker): Promise<void> {
  await worker.evaluate(async () => {
    const opening = indexedDB.open('longhaul');
    await new Promise((resolve) => opening.addEventListener('success', resolve));
    const stores = ['documents', 'segments', 'tasks'];
    const tx = opening.result.transaction(stores, 'readwrite');
    for (const store of stores) tx.objectStore(store).clear();
    await new Promise((resolve) => tx.addEventListener('complete', resolve));
    opening.result.close();
  });
  await waitForRoom(worker, [worker]);
}
