import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Shelf } from '../library/shelf.ts';
import type { App } from './app.ts';

/** Draws its host again whenever the library changes; opens it with the first host that looks at it. */
export class ShelfController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #app: () => App | undefined;
  #shelf: Shelf | undefined;
  #lifetime = new AbortController();

  constructor(host: ReactiveControllerHost, app: () => App | undefined) {
    this.#host = host;
    this.#app = app;
    host.addController(this);
  }

  get shelf(): Shelf | undefined {
    return this.#app()?.shelf;
  }

  hostDisconnected(): void {
    this.#lifetime.abort();
    this.#shelf = undefined;
  }

  /** A host gets its app after it was connected. */
  hostUpdate(): void {
    if (this.#shelf || !this.shelf) return;
    this.#shelf = this.shelf;
    this.#lifetime = new AbortController();
    this.#shelf.addEventListener('change', () => this.#host.requestUpdate(), { signal: this.#lifetime.signal });
    void this.#shelf.open();
  }
}
