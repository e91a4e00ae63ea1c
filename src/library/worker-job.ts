/** What goes to a worker: first its question, later perhaps that nobody wants the answer any more. */
type ToWorker = { readonly question: unknown } | { readonly cancel: true };

/** What comes back. An error is cloned: a DOMException keeps its name. */
type FromWorker = { readonly progress: unknown } | { readonly result: unknown } | { readonly error: unknown };

/** Ms that a canceled worker gets for tidying up. */
const TIDYING = 10_000;

/** Ms between two words of progress: more often nobody can read it. */
const PROGRESS_INTERVAL = 50;

export interface JobOptions<P> {
  readonly signal: AbortSignal;
  readonly onProgress?: (progress: P) => void;
}

/**
 * Lets a new dedicated worker do one long job, and ends it with the answer; see `answerJob()` for its side. A canceled
 * one is told, so that it can tidy up.
 *
 * @throws what the worker's side throws; the reason of `signal`; an Error when the worker's script can't be had.
 */
export async function runJob<P, R>(
  worker: Worker,
  question: unknown,
  { signal, onProgress }: JobOptions<P>,
): Promise<R> {
  signal.throwIfAborted();
  const over = new AbortController();
  try {
    return await new Promise<R>((resolve, reject) => {
      listen(worker, { onProgress, resolve, reject });
      const cancel = (): void => {
        tell(worker, { cancel: true });
        const timer = setTimeout(() => reject(signal.reason), TIDYING);
        over.signal.addEventListener('abort', () => clearTimeout(timer));
      };
      signal.addEventListener('abort', cancel, { signal: over.signal });
      tell(worker, { question });
    });
  } finally {
    over.abort();
    worker.terminate();
  }
}

interface Listener<P, R> {
  readonly onProgress: ((progress: P) => void) | undefined;
  readonly resolve: (result: R) => void;
  readonly reject: (error: unknown) => void;
}

function listen<P, R>(worker: Worker, { onProgress, resolve, reject }: Listener<P, R>): void {
  worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
    if ('progress' in data) onProgress?.(data.progress as P);
    else if ('result' in data) resolve(data.result as R);
    else reject(data.error);
  });
  worker.addEventListener('error', ({ message }) => {
    reject(new Error(`A worker has failed: ${message || 'its script can’t be loaded'}`));
  });
}

function tell(worker: Worker, message: ToWorker): void {
  worker.postMessage(message);
}

/** The worker's side of `runJob()`. */
export function answerJob(
  work: (question: unknown, signal: AbortSignal, onProgress: (progress: unknown) => void) => Promise<unknown>,
): void {
  const canceling = new AbortController();
  const send = (message: FromWorker): void => postMessage(message);
  let toldAt = -Infinity;
  const tellProgress = (progress: unknown): void => {
    if (performance.now() - toldAt < PROGRESS_INTERVAL) return;
    toldAt = performance.now();
    send({ progress });
  };
  addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
    if ('cancel' in data) return canceling.abort();
    work(data.question, canceling.signal, tellProgress).then(
      (result) => send({ result }),
      (error: unknown) => send({ error }),
    );
  });
}
