import { Workbox } from 'workbox-window';

/** Files that reading needs: how many are kept, of how many. The worker's side is `sw/reader-assets.ts`. */
export interface ReaderAssets {
  readonly kept: number;
  readonly total: number;
}

/** Which app a worker came with. The worker's side is `sw/main.ts`. */
export interface WorkerVersion {
  readonly version: string;
  /** As `appBuild()` names it. */
  readonly build: string;
}

/** What the app knows of its service worker. */
export class WorkerRegistration extends EventTarget {
  readonly #workbox: Workbox | undefined;
  #isUpdateReady = false;

  /** Registers the worker; harmless where it is registered already. */
  constructor() {
    super();
    if (!('serviceWorker' in navigator)) return;
    // A page that no worker controlled has no older version to leave behind.
    const wasControlled = navigator.serviceWorker.controller !== null;
    this.#workbox = new Workbox(`${import.meta.env.BASE_URL}sw.js`);
    this.#workbox.addEventListener('waiting', () => this.#offerUpdate());
    this.#workbox.addEventListener('controlling', ({ isUpdate, isExternal }) => {
      // Another window may have let the new version in: this one is offered the same, under its own hands.
      if (wasControlled && (isUpdate === true || isExternal === true)) this.#offerUpdate();
    });
    document.addEventListener('visibilitychange', () => void this.#lookForUpdate());
  }

  /** A newer version of the app is installed and waits for a reload. Fires `update` when it turns true. */
  get isUpdateReady(): boolean {
    return this.#isUpdateReady;
  }

  /**
   * The registration with an active worker, or `undefined` where the browser has no service workers.
   *
   * @throws {Error} when the worker can't be had: its script can't be fetched or run, the browser refuses it, or what it
   * keeps can't be fetched.
   */
  async ready(): Promise<ServiceWorkerRegistration | undefined> {
    const registration = await this.#workbox?.register();
    if (!registration) return undefined;
    const { installing } = registration;
    return registration.active || !installing
      ? navigator.serviceWorker.ready
      : Promise.race([navigator.serviceWorker.ready, rejectsWhenGivenUp(installing)]);
  }

  /** Lets the waiting version in, if there is one, and starts the app anew. */
  async applyUpdate(): Promise<void> {
    const found = await navigator.serviceWorker?.getRegistration();
    if (!found?.waiting) return location.reload(); // Another window has let it in.
    navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
    found.active?.postMessage({ type: 'MAKE_WAY' }); // It may be waiting, for minutes, to carry on what runs.
    found.waiting.postMessage({ type: 'SKIP_WAITING' });
  }

  /** Asks the worker to keep what reading offline needs. */
  async keepReaderAssets(): Promise<void> {
    await this.#send({ type: 'KEEP_READER_ASSETS' });
  }

  /** `undefined` where the browser has no service workers. */
  async countReaderAssets(): Promise<ReaderAssets | undefined> {
    return this.#ask<ReaderAssets>('COUNT_READER_ASSETS');
  }

  /** Resolves when they are all there, or one could not be fetched. */
  async fetchReaderAssets(): Promise<ReaderAssets | undefined> {
    return this.#ask<ReaderAssets>('FETCH_READER_ASSETS');
  }

  /** `undefined` where the browser has no service workers. */
  async version(): Promise<WorkerVersion | undefined> {
    return this.#ask<WorkerVersion>('TELL_VERSION');
  }

  /** A document is there: the worker shows the notification and counts on the badge. */
  async tell(): Promise<void> {
    await this.#send({ type: 'TELL' });
  }

  /** What needs the person has changed: the worker notifies them, unless some window shows it. */
  async announceNeeds(): Promise<void> {
    await this.#send({ type: 'ANNOUNCE_NEEDS' });
  }

  /** Files of versions that no window runs any more may go. The worker's side is `sw/old-versions.ts`. */
  async dropOldFiles(): Promise<void> {
    await this.#send({ type: 'DROP_OLD_FILES' });
  }

  /** The answer is as the worker of this app gives it. */
  async #ask<T>(type: string): Promise<T | undefined> {
    await this.ready();
    return (await this.#workbox?.messageSW({ type })) as T | undefined;
  }

  async #send(message: { readonly type: string }): Promise<void> {
    const registration = await navigator.serviceWorker?.ready;
    registration?.active?.postMessage(message);
  }

  #offerUpdate(): void {
    this.#isUpdateReady = true;
    this.dispatchEvent(new Event('update'));
  }

  async #lookForUpdate(): Promise<void> {
    if (document.visibilityState !== 'visible' || !navigator.onLine) return;
    const registration = await navigator.serviceWorker.getRegistration();
    // The server may be gone: the app runs on as it is, and the next look tells.
    await registration?.update().catch(() => undefined);
  }
}

/** A first worker whose installation fails leaves none: `ready` waits for ever then. */
async function rejectsWhenGivenUp(worker: ServiceWorker): Promise<never> {
  return new Promise((_, reject) => {
    const look = (): void => {
      if (worker.state === 'redundant') reject(new Error('The service worker could not be installed'));
    };
    worker.addEventListener('statechange', look);
    look();
  });
}
