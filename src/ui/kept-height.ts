import type { LitElement, ReactiveController } from 'lit';

/** Ms after which all that the host has to say is drawn. */
const DRAWING = 300;

/**
 * Keeps the place of what comes late: an element that was so high when it was last there is so high again at once, until it
 * knows what it has to say. Kept for this browser, because the next start has to know before it has read anything.
 */
export class KeptHeight implements ReactiveController {
  readonly #host: LitElement;
  readonly #name: string;
  readonly #isReady: () => boolean;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #sizes = new ResizeObserver(() => this.#keep());

  /**
   * @param name in `localStorage`.
   * @param isReady whether the host shows what it has to say.
   */
  constructor(host: LitElement, name: string, isReady: () => boolean) {
    this.#host = host;
    this.#name = name;
    this.#isReady = isReady;
  }

  hostConnected(): void {
    const kept = Number(localStorage.getItem(this.#name) ?? 0);
    if (kept > 0) this.#host.style.minBlockSize = `${kept}px`;
    this.#sizes.observe(this.#host);
  }

  hostUpdated(): void {
    if (this.#host.style.minBlockSize === '' || !this.#isReady()) return;
    this.#timer ??= setTimeout(() => this.#letGo(), DRAWING);
  }

  hostDisconnected(): void {
    this.#sizes.disconnect();
    this.#letGo();
  }

  #letGo(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#host.style.minBlockSize = '';
  }

  #keep(): void {
    if (this.#host.style.minBlockSize !== '' || !this.#isReady() || !this.#host.isConnected) return;
    const height = this.#host.offsetHeight;
    if (height > 0) localStorage.setItem(this.#name, String(height));
    else localStorage.removeItem(this.#name);
  }
}
