import { type Answer, completeAnswers } from './answers.ts';
import type { OnBytes, PlannedRequest, RunningRun, TransferEngine, TransferPlan } from './engine.ts';
import { TransferError, toTransferError } from './errors.ts';
import { toRangeHeader } from './ranges.ts';
import { tagAddress } from './request-tag.ts';

/** An icon that the browser shows beside a running transfer; `src` is resolved against the page. */
export interface TransferIcon {
  readonly src: string;
  readonly sizes: string;
  readonly type: string;
}

/** Transfers by the browser itself: they go on without a page and without the worker. */
export class BackgroundFetchEngine implements TransferEngine {
  readonly kind = 'background-fetch';
  /** Chromium takes this many registrations of one origin. */
  readonly places = 5;
  readonly #registration: ServiceWorkerRegistration | undefined;
  readonly #icons: readonly TransferIcon[];
  #isRefused = false;

  constructor(registration: ServiceWorkerRegistration | undefined, icons: readonly TransferIcon[] = []) {
    this.#registration = registration;
    this.#icons = icons;
  }

  get isAvailable(): boolean {
    return !this.#isRefused && this.#registration?.backgroundFetch !== undefined;
  }

  async start(plan: TransferPlan): Promise<void> {
    const requests = plan.requests.map((request) => toRequest(request));
    // With a total the browser checks its real quota at once, and shows percents of its own.
    const options = { title: plan.title, icons: this.#icons, downloadTotal: plan.bytes ?? 0 };
    try {
      await this.#fetches().fetch(plan.registrationId, requests, options);
    } catch (error) {
      const reason = toTransferError(error);
      this.#isRefused = reason.code === 'permission';
      throw reason;
    }
  }

  async stop(registrationId: string): Promise<void> {
    const registration = await this.#registration?.backgroundFetch?.get(registrationId);
    await registration?.abort();
  }

  async runs(): Promise<readonly RunningRun[]> {
    const fetches = this.#registration?.backgroundFetch;
    if (!fetches) return [];
    const found = await Promise.all((await fetches.getIds()).map((id) => fetches.get(id)));
    return found.flatMap((run) => (run ? [describeRun(run)] : []));
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

function describeRun({ id, downloaded, downloadTotal }: BackgroundFetchRegistration): RunningRun {
  return { registrationId: id, received: downloaded, hasAllBytes: downloadTotal > 0 && downloaded >= downloadTotal };
}

function toRequest({ taskId, url, method, headers, range }: PlannedRequest): Request {
  const all = new Headers(headers.map(([name, value]): [string, string] => [name, value]));
  if (range) all.set('Range', toRangeHeader(range));
  const address = tagAddress(url, { taskId, ...(range ? { range } : {}) });
  return new Request(address, { method, headers: all, credentials: 'same-origin' });
}
