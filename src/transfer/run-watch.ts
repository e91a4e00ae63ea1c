import type { TransferEngine } from './engine.ts';
import type { Acceptance } from './finish.ts';
import { harvestRun } from './harvest-run.ts';

/** Finished segments are stored so often while a page is open, in ms: each look costs some ms of every finished one. */
const HARVEST_INTERVAL = 5_000;

interface RunWatchOptions {
  readonly engine: TransferEngine;
  readonly acceptance: Acceptance;
  /** @param received bytes in this run. @param planned bytes that it is to bring; 0: unknown. */
  readonly onBytes: (received: number, planned: number) => void;
}

/** One page's eye on one run: reports its bytes, and stores what it has finished now and then. */
export class RunWatch {
  readonly #registrationId: string;
  readonly #options: RunWatchOptions;
  readonly #lifetime = new AbortController();
  #isWatching = false;
  #harvestedAt = performance.now();

  constructor(registrationId: string, options: RunWatchOptions) {
    this.#registrationId = registrationId;
    this.#options = options;
  }

  /** A row says `running` before its engine has the run: call again at each look until it has. */
  async look(): Promise<void> {
    if (this.#isWatching) return;
    this.#isWatching = true;
    const onBytes = (received: number, planned: number): void => this.#report(received, planned);
    this.#isWatching = await this.#options.engine.watch(this.#registrationId, onBytes, this.#lifetime.signal);
  }

  /** Stops looking; the run goes on. */
  end(): void {
    this.#lifetime.abort();
  }

  #report(received: number, planned: number): void {
    this.#options.onBytes(received, planned);
    if (performance.now() - this.#harvestedAt < HARVEST_INTERVAL) return;
    this.#harvestedAt = performance.now();
    void harvestRun(this.#registrationId, this.#options.engine, this.#options.acceptance);
  }
}
