import { PDFWorker, startWorkerThread } from './pdfjs-core.ts';

/** Ms. A document that is closed in good order is gone within some tens of them. */
const closingTakes = 250;
/** Ms. Who has not let go by then never will: a broken file can keep pdf.js in a loop. */
const closingTakesAtMost = 3000;

/** What parses one document. Nobody else uses it, so a document on which it gets stuck holds up no other. */
export interface ParsingWorker {
  readonly pdfWorker: PDFWorker;
  /** Ends the thread, whatever it is at. */
  end(): void;
}

/** Its start takes longer than parsing a small document: one is kept for the next. */
let spare: ParsingWorker | undefined;
let returning: Promise<unknown> = Promise.resolve();

/**
 * The worker that the last document left, else a new one. It is the caller's own until `returnParsingWorker()`.
 *
 * @throws when pdf.js' script can't be loaded; it is not tried on the page's own thread.
 */
export async function takeParsingWorker(): Promise<ParsingWorker> {
  // From document to document the one before is still being closed.
  await settlesWithin(returning, closingTakes);
  const kept = spare;
  spare = undefined;
  return kept ?? startParsingWorker();
}

/**
 * Keeps the worker for the next document once this one is closed; if that fails or doesn't end, ends it.
 *
 * @param closed settles when pdf.js has freed the document.
 * @returns whether it has.
 */
export function returnParsingWorker(worker: ParsingWorker, closed: Promise<void>): Promise<boolean> {
  const returned = settlesWithin(closed, closingTakesAtMost).then((isFree) => {
    if (isFree && !spare) spare = worker;
    else worker.end();
    return isFree;
  });
  returning = returned;
  return returned;
}

/** One that is nobody else's, for as long as the caller wants. */
export async function startParsingWorker(): Promise<ParsingWorker> {
  const thread = startWorkerThread();
  await new Promise<void>((resolve, reject) => {
    // Its first word says that it is ready.
    thread.addEventListener('message', () => resolve(), { once: true });
    thread.addEventListener('error', () => reject(new Error('The script of pdf.js could not be run')), { once: true });
  });
  // pdf.js' types take the port for a null.
  const pdfWorker = new PDFWorker({ port: thread } as unknown as ConstructorParameters<typeof PDFWorker>[0]);
  return {
    pdfWorker,
    end: () => {
      pdfWorker.destroy();
      thread.terminate();
    },
  };
}

/** @returns whether it was fulfilled by then; one that fails takes part as one that never settles, only sooner. */
export async function settlesWithin(settling: Promise<unknown>, ms: number): Promise<boolean> {
  const { promise: late, resolve: giveUp } = Promise.withResolvers<false>();
  const timer = setTimeout(() => giveUp(false), ms);
  const settled = settling.then(
    () => true,
    () => false,
  );
  const isInTime = await Promise.race([settled, late]);
  clearTimeout(timer);
  return isInTime;
}
