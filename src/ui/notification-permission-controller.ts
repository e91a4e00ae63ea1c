import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Whether the browser lets Longhaul notify; draws the host again when the person changes that, here or in its settings. */
export class NotificationPermissionController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #lifetime = new AbortController();

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  /** `undefined` where the browser has no notifications. */
  get value(): NotificationPermission | undefined {
    return globalThis.Notification?.permission;
  }

  hostConnected(): void {
    this.#lifetime = new AbortController();
    void this.#listen(this.#lifetime.signal);
  }

  hostDisconnected(): void {
    this.#lifetime.abort();
  }

  /** Has the browser ask the person. Needs their press. */
  async ask(): Promise<void> {
    await Notification.requestPermission();
    this.#host.requestUpdate();
  }

  async #listen(signal: AbortSignal): Promise<void> {
    const status = await navigator.permissions?.query({ name: 'notifications' });
    if (signal.aborted) return;
    status?.addEventListener('change', () => this.#host.requestUpdate(), { signal });
  }
}
