interface Waiting {
  readonly host: string;
  readonly enter: () => void;
}

/** How many requests may be under way at a time, in all and to one host. First come, first served. */
export class RequestSlots {
  readonly #most: number;
  readonly #mostPerHost: () => number;
  readonly #running = new Map<string, number>();
  #waiting: readonly Waiting[] = [];

  /** @param mostPerHost asked each time: it is lower while the browser fetches from the same host by itself. */
  constructor(most: number, mostPerHost: () => number) {
    this.#most = most;
    this.#mostPerHost = mostPerHost;
  }

  /** Runs a step as soon as there is a place for its host. @throws what the step throws, or the signal's reason. */
  async take<T>(host: string, signal: AbortSignal, step: () => Promise<T>): Promise<T> {
    await this.#enter(host, signal);
    try {
      return await step();
    } finally {
      this.#count(host, -1);
      this.#admit();
    }
  }

  #enter(host: string, signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    return new Promise((resolve, reject) => {
      const waiting = { host, enter: resolve };
      this.#waiting = [...this.#waiting, waiting];
      const leave = (): void => {
        this.#waiting = this.#waiting.filter((each) => each !== waiting);
        reject(signal.reason as Error);
      };
      signal.addEventListener('abort', leave, { once: true });
      this.#admit();
    });
  }

  #admit(): void {
    for (const waiting of this.#waiting) {
      if (!this.#hasPlace(waiting.host)) continue;
      this.#waiting = this.#waiting.filter((each) => each !== waiting);
      this.#count(waiting.host, 1);
      waiting.enter();
    }
  }

  #hasPlace(host: string): boolean {
    const all = [...this.#running.values()].reduce((sum, each) => sum + each, 0);
    return all < this.#most && (this.#running.get(host) ?? 0) < this.#mostPerHost();
  }

  #count(host: string, change: 1 | -1): void {
    this.#running.set(host, (this.#running.get(host) ?? 0) + change);
  }
}
