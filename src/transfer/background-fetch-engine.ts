import { type Answer, completeAnswers } from './answers.ts';
import type { OnBytes, PlannedRequest, TransferEngine, TransferPlan } from './engine.ts';
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

  async watch(registrationId: string, onBytes: OnBytes, signal: AbortSignal): Promise<boolean> {
    const registration = await this.#registration?.backgroundFetch?.get(registrationId);
    if (!registration || signal.aborted) return false;
    const report = (): void => onBytes(registration.downloaded, registration.downloadTotal);
    registration.addEventListener('progress', report, { signal });
    report();
    return true;
  }

  async answers(registrationId: string): Promise<readonly Answer[]> {
    const registration = await this.#registration?.backgroundFetch?.get(registrationId);
    return registration ? completeAnswers(registration) : [];
  }

  #fetches(): BackgroundFetchManager {
    const fetches = this.#registration?.backgroundFetch;
    if (!fetches) throw new TransferError('no-background-fetch', 'This browser has no Background Fetch');
    return fetches;
  }
}

function toRequest({ url, method, headers, range }: PlannedRequest): Request {
  const all = new Headers(headers.map(([name, value]): [string, string] => [name, value]));
  if (!range) return new Request(url, { method, headers: all, credentials: 'same-origin' });
  all.set('Range', toRangeHeader(range));
  // Chromium hands a record's answer to whoever asked for the same address; the fragment, which is not sent, keeps the
  // segments of one file apart (measured on 156: without it a page gets the first segment for all of them).
  const address = `${url}#${toRangeHeader(range)}`;
  return new Request(address, { method, headers: all, credentials: 'same-origin' });
}
