import { lendDrawingThread, startDrawingThread } from './pdfjs.ts';

/** Ms. A thread that is still drawing then is stuck, or at a page that nobody waits for any more. */
const lettingGoTakesAtMost = 3000;

/** Loading its script takes longer than drawing a page: one is kept for the next document. */
let kept: Worker | undefined;

/** pdf.js draws the next document it opens with the thread that is kept. */
export function keepDrawingThread(): void {
  if (kept) return;
  const thread = startDrawingThread();
  // pdf.js goes on drawing on the page's own thread.
  thread.addEventListener('error', () => end(thread), { once: true });
  kept = thread;
  lendDrawingThread(thread);
}

/**
 * Ends the thread if it does not let go of its document in time.
 *
 * @param port with which the document is drawn; another than the one that is kept is left alone.
 * @param closed settles when pdf.js has told it to let go.
 */
export async function returnDrawingThread(port: unknown, closed: Promise<unknown>): Promise<void> {
  const thread = kept;
  if (!thread || port !== thread) return;
  const listening = new AbortController();
  const { signal } = listening;
  const { promise: isFree, resolve } = Promise.withResolvers<boolean>();
  const hear = ({ data }: MessageEvent<{ readonly action?: string }>): void => {
    if (data.action === 'Disconnected') resolve(true);
  };
  thread.addEventListener('message', hear, { signal });
  await closed;
  const timer = setTimeout(() => resolve(false), lettingGoTakesAtMost);
  if (!(await isFree)) end(thread);
  clearTimeout(timer);
  listening.abort();
}

function end(thread: Worker): void {
  thread.terminate();
  if (kept !== thread) return;
  kept = undefined;
  lendDrawingThread(undefined);
}
