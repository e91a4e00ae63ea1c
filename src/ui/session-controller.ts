import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { TransferConditions } from '../store/schema.ts';
import type { TransferTask } from '../transfer/transfer-task.ts';
import type { App } from './app.ts';

const EVENTS = ['sessionchange', 'taskprogress'] as const;

/** Draws the host again whenever a transfer moves. */
export class SessionController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #app: () => App | undefined;
  #lifetime = new AbortController();

  /** @param app asked once the host is connected. */
  constructor(host: ReactiveControllerHost, app: () => App | undefined) {
    this.#host = host;
    this.#app = app;
    host.addController(this);
  }

  /** All transfers; `undefined` before the session is open. */
  get tasks(): readonly TransferTask[] | undefined {
    return this.#app()?.session?.tasks;
  }

  /** The session's conditions; `undefined` before it is open. */
  get conditions(): TransferConditions | undefined {
    return this.#app()?.session?.conditions;
  }

  hostConnected(): void {
    this.#lifetime = new AbortController();
    void this.#listen(this.#lifetime.signal);
  }

  hostDisconnected(): void {
    this.#lifetime.abort();
  }

  async #listen(signal: AbortSignal): Promise<void> {
    await this.#host.updateComplete; // The app is a property: it comes with the first update.
    const session = await this.#app()?.opening.catch(() => undefined); // The shell says why it failed.
    if (!session || signal.aborted) return;
    for (const type of EVENTS) session.addEventListener(type, () => this.#host.requestUpdate(), { signal });
    this.#host.requestUpdate();
  }
}
