import type { PlannedRequest, TransferEngine, TransferPlan } from './engine.ts';
import { TransferError, toTransferError } from './errors.ts';
import { toRangeHeader } from './ranges.ts';

/** An icon that the browser shows beside a running transfer; `src` is resolved against the page. */
export interface TransferIcon {
  readonly src: string;
  readonly sizes: string;
  readonly type: string;
}

/** Transfers by the browser itself: they go on without a page and without the worker. */
export class BackgroundFetchEngine implements TransferEngine {
  readonly kind = 'background-fetch';
  readonly #registration: ServiceWorkerRegistration | undefined;
  readonly #icons: readonly TransferIcon[];

  constructor(registration: ServiceWorkerRegistration | undefined, icons: readonly TransferIcon[] = []) {
    this.#registration = registration;
    this.#icons = icons;
  }

  async start(plan: TransferPlan): Promise<void> {
    const requests = plan.requests.map((request) => toRequest(request));
    // With a total the browser checks its real quota at once, and shows percents of its own.
    const options = { title: plan.title, icons: this.#icons, downloadTotal: plan.bytes ?? 0 };
    try {
      await this.#fetches().fetch(plan.registrationId, requests, options);
    } catch (error) {
      throw toTransferError(error);
    }
  }

  async stop(registrationId: string): Promise<void> {
    const registration = await this.#registration?.backgroundFetch?.get(registrationId);
    await registration?.abort();
  }

  async active(): Promise<readonly string[]> {
    return (await this.#registration?.backgroundFetch?.getIds()) ?? [];
  }

  async watch(registrationId: string, onBytes: (received: number) => void, signal: AbortSignal): Promise<void> {
    const registration = await this.#registration?.backgroundFetch?.get(registrationId);
    if (!registration || signal.aborted) return;
    const report = (): void => onBytes(registration.downloaded);
    registration.addEventListener('progress', report, { signal });
    report();
  }

  #fetches(): BackgroundFetchManager {
    const fetches = this.#registration?.backgroundFetch;
    if (!fetches) throw new TransferError('no-background-fetch', 'This browser has no Background Fetch');
    return fetches;
  }
}

function toRequest({ url, method, headers, range }: PlannedRequest): Request {
  const all = new Headers(headers.map(([name, value]): [string, string] => [name, value]));
  if (range) all.set('Range', toRangeHeader(range));
  return new Request(url, { method, headers: all, credentials: 'same-origin' });
}
