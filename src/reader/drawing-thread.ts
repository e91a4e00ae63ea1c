import { lendDrawingThread, startDrawingThread } from './pdfjs-core.ts';

/** Ms. A thread that is still drawing then is stuck, or at a page that nobody waits for any more. */
const lettingGoTakesAtMost = 3000;

/** Loading its script takes longer than drawing a page: one is kept for the next document. */
let kept: Worker | undefined;

/** pdf.js draws the next document it opens with the thread that is kept, unless another is drawn with it. */
export function keepDrawingThread(): void {
  if (kept) return;
  const thread = startDrawingThread();
  // pdf.js goes on drawing on the page's own thread.
  thread.addEventListener('error', () => end(thread), { once: true });
  kept = thread;
  lendDrawingThread(thread);
}

/**
 * Opens a document that is drawn with a thread of its own, or with none: the one that is kept stays free for the reader.
 *
 * @param start calls `getDocument()`, which takes its thread at once.
 */
export function drawWith<T>(thread: Worker | undefined, start: () => T): T {
  lendDrawingThread(thread);
  const started = start();
  lendDrawingThread(kept);
  return started;
}

/**
 * Ends the thread that a document was drawn with, if it does not let go of it in time.
 *
 * @param closed settles with whether pdf.js was still connected to it, and has told it to let go.
 * @returns whether it can draw another.
 */
export async function returnDrawingThread(thread: Worker, closed: Promise<boolean>): Promise<boolean> {
  const listening = new AbortController();
  const { signal } = listening;
  const { promise: isFree, resolve } = Promise.withResolvers<boolean>();
  const hear = ({ data }: MessageEvent<{ readonly action?: string }>): void => {
    if (data.action === 'Disconnected') resolve(true);
  };
  thread.addEventListener('message', hear, { signal });
  const timer = setTimeout(() => resolve(false), (await closed) ? lettingGoTakesAtMost : 0);
  const canDraw = await isFree;
  if (!canDraw) end(thread);
  clearTimeout(timer);
  listening.abort();
  return canDraw;
}

function end(thread: Worker): void {
  thread.terminate();
  if (kept !== thread) return;
  kept = undefined;
  lendDrawingThread(undefined);
}
