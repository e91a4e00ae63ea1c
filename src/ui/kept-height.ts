import type { LitElement, ReactiveController } from 'lit';

/** Ms after which all that the host has to say is drawn. */
const DRAWING = 300;

/** Ms after which a host that still knows nothing has nothing to say. */
const LONGEST_WAIT = 3_000;

/**
 * Keeps the place of what comes late: an element that was so high when it was last there is so high again at once, until it
 * knows what it has to say. Kept for this browser, because the next start has to know before it has read anything.
 */
export class KeptHeight implements ReactiveController {
  readonly #host: LitElement;
  readonly #name: string;
  readonly #isReady: () => boolean;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isDrawing = false;
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
    this.#sizes.observe(this.#host);
    const kept = this.#read();
    if (kept === 0) return;
    this.#host.style.minBlockSize = `${kept}px`;
    this.#timer = setTimeout(() => this.#letGo(), LONGEST_WAIT);
  }

  hostUpdated(): void {
    if (this.#host.style.minBlockSize === '' || !this.#isReady()) return;
    if (this.#isDrawing) return;
    this.#isDrawing = true;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#letGo(), DRAWING);
  }

  hostDisconnected(): void {
    this.#sizes.disconnect();
    this.#letGo();
  }

  #letGo(): void {
    clearTimeout(this.#timer);
    this.#isDrawing = false;
    this.#host.style.minBlockSize = '';
  }

  #keep(): void {
    if (this.#host.style.minBlockSize !== '' || !this.#isReady() || !this.#host.isConnected) return;
    const height = this.#host.offsetHeight;
    try {
      if (height > 0) localStorage.setItem(this.#name, String(height));
      else localStorage.removeItem(this.#name);
    } catch {
      // Where the browser keeps nothing for this site, the next start has no place to keep.
    }
  }

  /** Px; 0 for none. */
  #read(): number {
    try {
      return Number(localStorage.getItem(this.#name) ?? 0);
    } catch {
      return 0;
    }
  }
}
