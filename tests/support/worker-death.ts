import { type BrowserContext, type Page, expect } from 'playwright/test';

/** Keeps what it holds until it is called. */
type LetGo = () => Promise<void>;

/** Takes a Web Lock from a page: whoever needs it next stops there. */
export async function holdLock(page: Page, name: string): Promise<LetGo> {
  const held = await page.evaluateHandle(async (wanted) => {
    const { promise: over, resolve: letGo } = Promise.withResolvers<void>();
    const { promise: taken, resolve: take } = Promise.withResolvers<void>();
    void navigator.locks.request(wanted, () => (take(), over));
    await taken;
    return { letGo };
  }, name);
  return () => held.evaluate(({ letGo }) => letGo());
}

/** Waits until somebody stands before the lock. */
export async function expectWaitingFor(page: Page, name: string): Promise<void> {
  const waiting = (): Promise<string[]> =>
    page.evaluate(async () => {
      const { pending = [] } = await navigator.locks.query();
      return pending.flatMap((lock) => lock.name ?? []);
    });
  await expect.poll(waiting).toContain(name);
}

/**
 * Holds the store as soon as some bytes of the only task are in it, and lets nobody write: whoever stores stops between
 * two transactions.
 */
export async function holdStoreHalfway(page: Page): Promise<{ readonly bytesStored: number; readonly letGo: LetGo }> {
  const held = await page.evaluateHandle(async () => {
    const result = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve) => request.addEventListener('success', () => resolve(request.result)));
    const db = await result(indexedDB.open('longhaul'));
    const news = new BroadcastChannel('longhaul-changes');
    for (;;) {
      const nextNews = new Promise((resolve) => news.addEventListener('message', resolve, { once: true }));
      const tasks = db.transaction(['tasks', 'segments'], 'readwrite').objectStore('tasks');
      const [task] = await result<{ bytesStored: number }[]>(tasks.getAll());
      if (!task || task.bytesStored === 0) {
        await nextNews; // Asking again and again would leave no time for those who store.
        continue;
      }
      news.close();
      const hold = { isOver: false, bytesStored: task.bytesStored };
      const spin = async (): Promise<void> => {
        while (!hold.isOver) await result(tasks.count()); // A transaction lives as long as it is asked for something.
        db.close();
      };
      void spin();
      return hold;
    }
  });
  const letGo = (): Promise<void> => held.evaluate((hold) => void (hold.isOver = true));
  return { bytesStored: await held.evaluate((hold) => hold.bytesStored), letGo };
}

/** Ends the service worker in the middle of whatever it does. */
export async function stopWorker(context: BrowserContext, page: Page): Promise<void> {
  const cdp = await context.newCDPSession(page);
  const stopped = new Promise<void>((resolve) => {
    cdp.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
      if (versions.some(({ runningStatus }) => runningStatus === 'stopped')) resolve();
    });
  });
  await cdp.send('ServiceWorker.enable');
  await cdp.send('ServiceWorker.stopAllWorkers');
  await stopped;
  await cdp.detach();
}

/** The id of the only task there is. */
export async function onlyTaskId(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const opening = indexedDB.open('longhaul');
    await new Promise((resolve) => opening.addEventListener('success', resolve));
    const reading: IDBRequest<{ id: string }[]> = opening.result.transaction('tasks').objectStore('tasks').getAll();
    await new Promise((resolve) => reading.addEventListener('success', resolve));
    opening.result.close();
    const [task, ...others] = reading.result;
    if (!task || others.length > 0) throw new Error(`There are ${reading.result.length} tasks`);
    return task.id;
  });
}
