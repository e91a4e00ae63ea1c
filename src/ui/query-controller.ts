import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { type Change, onChange } from '../store/changes.ts';

/** Keeps the answer of a question to the store, and asks again whenever rows of that kind change. */
export class QueryController<T> implements ReactiveController {
  /** `undefined` before the first answer. */
  value: T | undefined;
  /** Settles with the first answer, also where there is none to be had. */
  readonly first: Promise<void>;
  #answered: () => void = () => {};
  readonly #host: ReactiveControllerHost;
  readonly #about: Change;
  readonly #ask: () => Promise<T>;
  #lifetime = new AbortController();

  constructor(host: ReactiveControllerHost, about: Change, ask: () => Promise<T>) {
    this.#host = host;
    this.#about = about;
    this.#ask = ask;
    this.first = new Promise((resolve) => (this.#answered = resolve));
    host.addController(this);
  }

  hostConnected(): void {
    this.#lifetime = new AbortController();
    const { signal } = this.#lifetime;
    onChange((change) => void (change === this.#about && this.refresh()), signal);
    void this.refresh();
  }

  hostDisconnected(): void {
    this.#lifetime.abort();
  }

  /** Asks now. */
  async refresh(): Promise<void> {
    try {
      this.value = await this.#ask();
    } finally {
      this.#answered();
      this.#host.requestUpdate();
    }
  }
}
