import type { OnBytes, RunningRun, TransferEngine, TransferPlan } from './engine.ts';
import { FetchRun } from './fetch-run.ts';
import type { Acceptance } from './finish.ts';
import { rangeLength } from './ranges.ts';
import { RequestSlots } from './request-slots.ts';

/** A run is alive as long as somebody holds the lock of this name: with a page or a worker its locks go, too. */
const LOCK = 'longhaul-run-';

/** Requests under way at a time; and to one host while the browser fetches by itself. */
const MOST_REQUESTS = 4;
const MOST_PER_HOST_BESIDE = 2;

interface Carried {
  readonly control: AbortController;
  /** Resolves when the run's last piece is stored. */
  readonly end: Promise<void>;
  readonly planned: number;
  readonly listeners: Set<OnBytes>;
  received: number;
}

interface FetchEngineOptions {
  readonly acceptance: Acceptance;
  /** Whether the browser's own transfers run beside these. */
  readonly isBrowserBusy?: () => boolean;
}

/** Resolves when a run of any page or worker has ended, with that page or worker at the latest. */
export async function endOfFetchRun(registrationId: string, signal: AbortSignal): Promise<void> {
  await navigator.locks.request(LOCK + registrationId, { signal }, () => undefined);
}

/** Transfers by `fetch()`, in this page or worker, as long as it lives. One task a run. */
export class FetchEngine implements TransferEngine {
  readonly kind = 'fetch';
  readonly isAvailable = true;
  readonly places = 4;
  readonly #acceptance: Acceptance;
  readonly #slots: RequestSlots;
  readonly #carried = new Map<string, Carried>();

  constructor({ acceptance, isBrowserBusy = () => false }: FetchEngineOptions) {
    this.#acceptance = acceptance;
    this.#slots = new RequestSlots(MOST_REQUESTS, () => (isBrowserBusy() ? MOST_PER_HOST_BESIDE : MOST_REQUESTS));
  }

  /** Resolves when none of this engine's runs is left. */
  async finished(): Promise<void> {
    while (this.#carried.size > 0) await Promise.all([...this.#carried.values()].map(({ end }) => end));
  }

  async start(plan: TransferPlan): Promise<void> {
    const [first] = plan.requests;
    if (!first) return;
    const control = new AbortController();
    const { promise: taken, resolve: take } = Promise.withResolvers<void>();
    const end = this.#hold(plan.registrationId, control, async () => {
      take();
      await this.#carryOut(plan, first.taskId, control.signal);
    });
    const planned = plan.requests.reduce((sum, { range }) => sum + (range ? rangeLength(range) : 0), 0);
    this.#carried.set(plan.registrationId, { control, end, planned, listeners: new Set(), received: 0 });
    await taken;
  }

  /** Wherever it runs; one of this page's has stored its last piece when this resolves. */
  async stop(registrationId: string): Promise<void> {
    const own = this.#carried.get(registrationId);
    if (own) {
      own.control.abort();
      await own.end;
      return;
    }
    const isElsewhere = (await this.runs()).some((run) => run.registrationId === registrationId);
    if (isElsewhere) await navigator.locks.request(LOCK + registrationId, { steal: true }, () => undefined);
  }

  /** Ends all runs of this page or worker; what they have so far is stored. */
  async stopAll(): Promise<void> {
    await Promise.all([...this.#carried.keys()].map((registrationId) => this.stop(registrationId)));
  }

  async runs(): Promise<readonly RunningRun[]> {
    const { held = [] } = await navigator.locks.query();
    const ids = held.flatMap(({ name = '' }) => (name.startsWith(LOCK) ? [name.slice(LOCK.length)] : []));
    return ids.map((registrationId) => ({
      registrationId,
      received: this.#carried.get(registrationId)?.received ?? 0,
    }));
  }

  async watch(registrationId: string, onBytes: OnBytes, signal: AbortSignal): Promise<boolean> {
    const carried = this.#carried.get(registrationId);
    if (!carried || signal.aborted) return (await this.runs()).some((run) => run.registrationId === registrationId);
    carried.listeners.add(onBytes);
    signal.addEventListener('abort', () => carried.listeners.delete(onBytes), { once: true });
    onBytes(carried.received, carried.planned);
    return true;
  }

  /** None: its pieces are stored as they come. */
  answers(): Promise<readonly []> {
    return Promise.resolve([]);
  }

  async #hold(registrationId: string, control: AbortController, step: () => Promise<void>): Promise<void> {
    try {
      await navigator.locks.request(LOCK + registrationId, step);
    } catch (error) {
      // Somebody else ended the run by taking its lock.
      if (!(error instanceof DOMException && error.name === 'AbortError')) throw error;
      control.abort();
    } finally {
      this.#carried.delete(registrationId);
    }
  }

  async #carryOut(plan: TransferPlan, taskId: string, signal: AbortSignal): Promise<void> {
    const onBytes = (count: number): void => this.#count(plan.registrationId, count);
    const context = { slots: this.#slots, acceptance: this.#acceptance, onBytes, signal };
    await new FetchRun(plan, taskId, context).carryOut();
  }

  #count(registrationId: string, count: number): void {
    const carried = this.#carried.get(registrationId);
    if (!carried) return;
    carried.received += count;
    for (const listener of carried.listeners) listener(carried.received, carried.planned);
  }
}
