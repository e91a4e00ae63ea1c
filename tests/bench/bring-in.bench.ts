import { open } from 'node:fs/promises';
import { join } from 'node:path';
import type { BrowserContext, CDPSession, Page } from 'playwright/test';
import { makePdf } from '../origin/make-pdf.ts';
import { Disk } from '../support/disk.ts';
import { document } from '../support/story.ts';
import { expect, test } from './bench-test.ts';
import { Heap } from './heap.ts';
import { report, reportMedian } from './measurement.ts';
import { scaled } from './scale.ts';

const BYTES = scaled(1_000_000_000);
const BAR_MB = 24;
/** Ms between two looks at the heaps. */
const INTERVAL = 100;
const ROUNDS = 3;

test('a file of 1 GB from disk comes in with a few MB of heap', async ({ context, page, app }) => {
  await using disk = await Disk.make();
  await page.goto('/');
  const heaps = await watchHeaps(context, page, app.url);
  await bringIn(page, await writeLong(disk, 'warm-up.pdf', 20_000_000)); // Code that is compiled when it is first used grows the heap, too.
  const runs: Run[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    runs.push(await heaps.growthDuring(async () => bringIn(page, await writeLong(disk, `long-${round}.pdf`, BYTES))));
  }
  const info = test.info();
  const name = (realm: string): string => `${realm}: growth of the JS heap, 1 GB from disk`;
  await reportMedian(info, { name: name('page'), unit: 'MB', bar: BAR_MB, runs: runs.map(({ page: mb }) => mb) });
  await reportMedian(info, {
    name: name('its worker'),
    unit: 'MB',
    bar: BAR_MB,
    runs: runs.map(({ worker }) => worker),
  });
  const both = runs.map((run) => run.page + run.worker);
  await reportMedian(info, { name: name('both'), unit: 'MB', bar: BAR_MB, runs: both });
  const seconds = runs.map(({ seconds: each }) => each);
  await report(info, {
    name: '1 GB from disk into the library',
    unit: 's',
    value: Math.min(...seconds),
    runs: seconds,
  });
});

/** Heaps in MB, array buffers included: how much larger than before they were at most. */
interface Run {
  readonly page: number;
  readonly worker: number;
  readonly seconds: number;
}

/** A file whose bytes are really on disk: holes would cost nothing to read. */
async function writeLong(disk: Disk, name: string, bytes: number): Promise<string> {
  const path = join(disk.folder, name);
  const file = await open(path, 'w');
  const start = Buffer.from(makePdf({ bytes: 1_000_000, seed: name.length }));
  await file.write(start);
  for (let at = start.length; at < bytes; at += start.length) {
    start.writeUInt32LE(at % 2 ** 32, 500_000);
    await file.write(start, 0, Math.min(start.length, bytes - at));
  }
  await file.close();
  return path;
}

/** @returns seconds from the choice to its link. */
async function bringIn(page: Page, path: string): Promise<number> {
  const choosing = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose files' }).click();
  const chooser = await choosing;
  const start = performance.now();
  await chooser.setFiles(path);
  await expect(document(page, path.slice(path.lastIndexOf('/') + 1))).toBeVisible();
  return (performance.now() - start) / 1000;
}

interface Heaps {
  growthDuring(step: () => Promise<number>): Promise<Run>;
}

/** The worker comes with the file and goes with it: before it there is nothing, so all of its heap counts. */
async function watchHeaps(context: BrowserContext, page: Page, origin: string): Promise<Heaps> {
  const pageHeap = await Heap.of(context, 'page', origin);
  const workers = await context.newCDPSession(page);
  return {
    growthDuring: async (step) => {
      const before = await pageHeap.megabytes();
      const watched = await workerHeap(workers);
      const over = new AbortController();
      const largestPage = largestUntil(() => pageHeap.megabytes(), over.signal);
      const largestWorker = largestUntil(watched.megabytes, over.signal);
      const seconds = await step().finally(() => over.abort());
      await watched.end();
      return { page: (await largestPage) - before, worker: await largestWorker, seconds };
    },
  };
}

async function largestUntil(measure: () => Promise<number>, signal: AbortSignal): Promise<number> {
  let largest = 0;
  while (!signal.aborted) {
    largest = Math.max(largest, await measure());
    await new Promise((resolve) => setTimeout(resolve, INTERVAL));
  }
  return largest;
}

/** The heap of the dedicated worker that runs, in MB; 0 while there is none. */
async function workerHeap(
  session: CDPSession,
): Promise<{ readonly megabytes: () => Promise<number>; readonly end: () => Promise<void> }> {
  let attached: string | undefined;
  let lastId = 0;
  const replies = new Map<number, (result: HeapUsage) => void>();
  session.on('Target.attachedToTarget', ({ sessionId, targetInfo }) => {
    if (targetInfo.type === 'worker') attached = sessionId;
  });
  session.on('Target.detachedFromTarget', ({ sessionId }) => {
    if (sessionId === attached) attached = undefined;
    for (const reply of replies.values()) reply({ usedSize: 0, backingStorageSize: 0 });
    replies.clear();
  });
  session.on('Target.receivedMessageFromTarget', ({ message }) => {
    const { id, result } = JSON.parse(message) as { readonly id?: number; readonly result?: HeapUsage };
    if (id !== undefined) replies.get(id)?.(result ?? { usedSize: 0, backingStorageSize: 0 });
    if (id !== undefined) replies.delete(id);
  });
  await session.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: false, flatten: false });
  const megabytes = async (): Promise<number> => {
    const sessionId = attached;
    if (sessionId === undefined) return 0;
    lastId += 1;
    const id = lastId;
    const reply = new Promise<HeapUsage>((resolve) => replies.set(id, resolve));
    const message = JSON.stringify({ id, method: 'Runtime.getHeapUsage' });
    await session
      .send('Target.sendMessageToTarget', { sessionId, message })
      .catch(() => replies.get(id)?.({ usedSize: 0, backingStorageSize: 0 }));
    const { usedSize, backingStorageSize } = await reply;
    return (usedSize + backingStorageSize) / 1_000_000;
  };
  const end = async (): Promise<void> => {
    await session.send('Target.setAutoAttach', { autoAttach: false, waitForDebuggerOnStart: false, flatten: false });
  };
  return { megabytes, end };
}

interface HeapUsage {
  readonly usedSize: number;
  readonly backingStorageSize: number;
}
