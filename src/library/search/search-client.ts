import type { Answered, PageHit, SearchAnswer, SearchLimits, SearchQuestion } from './answer.ts';

/**
 * The page's side of the search: one worker for each window, started with the first question and kept warm.
 *
 * @fires change - something else may be found from now on
 */
export class SearchClient extends EventTarget {
  #worker: Worker | undefined;
  #lastNumber = 0;
  readonly #waiting = new Map<number, PromiseWithResolvers<unknown>>();

  /** Starts the worker, so that the first key doesn't wait for the index. */
  warmUp(): void {
    this.#worker ??= this.#start();
  }

  /** @returns `undefined` when a later search was asked for before this one's turn came. */
  search(text: string, limits: SearchLimits): Promise<SearchAnswer | undefined> {
    return this.#ask({ kind: 'search', text, limits }) as Promise<SearchAnswer | undefined>;
  }

  pagesOf(documentId: string, text: string): Promise<readonly PageHit[]> {
    return this.#ask({ kind: 'pages', text, documentId }) as Promise<readonly PageHit[]>;
  }

  #ask(question: SearchQuestion): Promise<unknown> {
    this.warmUp();
    this.#lastNumber += 1;
    const answered = Promise.withResolvers<unknown>();
    this.#waiting.set(this.#lastNumber, answered);
    this.#worker?.postMessage({ number: this.#lastNumber, question });
    return answered.promise;
  }

  #start(): Worker {
    const worker = new Worker(new URL('search-worker.ts', import.meta.url), { type: 'module' });
    worker.addEventListener('message', ({ data }: MessageEvent<Answered>) => this.#settle(data));
    worker.addEventListener('error', ({ message }) => this.#fail(message));
    return worker;
  }

  #settle(answered: Answered): void {
    if ('hasChanged' in answered) return void this.dispatchEvent(new Event('change'));
    const waiting = this.#waiting.get(answered.number);
    this.#waiting.delete(answered.number);
    if ('error' in answered) waiting?.reject(answered.error);
    else waiting?.resolve(answered.answer);
  }

  /** The next question starts another. */
  #fail(message: string): void {
    this.#worker?.terminate();
    this.#worker = undefined;
    const error = new Error(`The search has failed: ${message || 'its script can’t be loaded'}`);
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }
}
