/** What comes back from a worker. An error is cloned: a DOMException keeps its name. */
type Answer<T> = { readonly result: T } | { readonly error: unknown };

/**
 * Asks a new dedicated worker its one question and lets it go with the answer. Whatever it held, blobs above all, goes
 * with it: in a page such handles wait for the garbage collector, and the browser keeps the room of removed files so long.
 *
 * @throws what the worker's side throws; the reason of `signal`; an Error when the worker's script can't be had.
 */
export async function askWorker<T>(worker: Worker, question: unknown, signal: AbortSignal): Promise<T> {
  try {
    return await new Promise((resolve, reject) => {
      worker.addEventListener('message', ({ data }: MessageEvent<Answer<T>>) => {
        if ('result' in data) resolve(data.result);
        else reject(data.error);
      });
      worker.addEventListener('error', ({ message }) => {
        reject(new Error(`A worker has failed: ${message || 'its script can’t be loaded'}`));
      });
      signal.addEventListener('abort', () => reject(signal.reason), { once: true });
      signal.throwIfAborted();
      worker.postMessage(question);
    });
  } finally {
    worker.terminate();
  }
}

/** The worker's side of `askWorker`. */
export function answerQuestion(answer: (question: unknown) => Promise<unknown>): void {
  const send = (given: Answer<unknown>): void => postMessage(given);
  addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    answer(data).then(
      (result) => send({ result }),
      (error: unknown) => send({ error }),
    );
  });
}
