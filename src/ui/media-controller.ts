import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Draws its host again whenever the window begins or ceases to be as a media query says. */
export class MediaController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #query: MediaQueryList;
  readonly #redraw = (): void => this.#host.requestUpdate();

  /** @param query as in a style sheet: `(min-width: 40rem)`. */
  constructor(host: ReactiveControllerHost, query: string) {
    this.#host = host;
    this.#query = matchMedia(query);
    host.addController(this);
  }

  get matches(): boolean {
    return this.#query.matches;
  }

  hostConnected(): void {
    this.#query.addEventListener('change', this.#redraw);
  }

  hostDisconnected(): void {
    this.#query.removeEventListener('change', this.#redraw);
  }
}
