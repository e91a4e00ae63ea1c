import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { App } from './app.ts';
import type { Installation, InstallationState } from './installation.ts';

/** Draws its host again whenever the browser offers to install the app, or has. */
export class InstallationController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #app: () => App | undefined;
  #watched: Installation | undefined;
  #lifetime = new AbortController();

  constructor(host: ReactiveControllerHost, app: () => App | undefined) {
    this.#host = host;
    this.#app = app;
    host.addController(this);
  }

  /** `undefined` before the host has its app. */
  get state(): InstallationState | undefined {
    return this.#app()?.installation.state;
  }

  hostDisconnected(): void {
    this.#lifetime.abort();
    this.#watched = undefined;
  }

  /** A host gets its app after it was connected. */
  hostUpdate(): void {
    const installation = this.#app()?.installation;
    if (this.#watched || !installation) return;
    this.#watched = installation;
    this.#lifetime = new AbortController();
    installation.addEventListener('change', () => this.#host.requestUpdate(), { signal: this.#lifetime.signal });
  }
}
