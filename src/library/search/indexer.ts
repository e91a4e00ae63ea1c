import type { IndexWork } from './indexing.ts';

type Answer = { readonly result: unknown } | { readonly error: unknown };

/**
 * Does `workOnIndex()` away from the page's own thread, one work after the other. Its worker starts with the first and
 * ends with `signal`.
 */
export class Indexer {
  readonly #signal: AbortSignal;
  #worker: Worker | undefined;

  constructor(signal: AbortSignal) {
    this.#signal = signal;
    signal.addEventListener('abort', () => this.#worker?.terminate(), { once: true });
  }

  /**
   * The one before must have settled.
   *
   * @throws the reason of the signal; what the worker throws; an Error when its script can't be had.
   */
  async work(work: IndexWork): Promise<void> {
    this.#signal.throwIfAborted();
    this.#worker ??= new Worker(new URL('index-worker.ts', import.meta.url), { type: 'module' });
    const worker = this.#worker;
    const answering = new AbortController();
    const signal = AbortSignal.any([answering.signal, this.#signal]);
    await new Promise<void>((resolve, reject) => {
      const hear = ({ data }: MessageEvent<Answer>): void => ('error' in data ? reject(data.error) : resolve());
      const fail = ({ message }: ErrorEvent): void => {
        worker.terminate();
        this.#worker = undefined;
        reject(new Error(`A worker has failed: ${message || 'its script can’t be loaded'}`));
      };
      worker.addEventListener('message', hear, { signal });
      worker.addEventListener('error', fail, { signal });
      this.#signal.addEventListener('abort', () => reject(this.#signal.reason), { signal: answering.signal });
      worker.postMessage(work);
    }).finally(() => answering.abort());
  }
}
