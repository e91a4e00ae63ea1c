/** More than anybody goes back; a link that leads to itself can't fill the memory. */
const limit = 100;

/** Places that a person left by a link, as a browser keeps pages. Knows nothing of what a place is. */
export class JumpHistory<Place> {
  #back: readonly Place[] = [];
  #forward: readonly Place[] = [];

  get canGoBack(): boolean {
    return this.#back.length > 0;
  }

  get canGoForward(): boolean {
    return this.#forward.length > 0;
  }

  /** A link was taken from here: what lay ahead is forgotten. */
  leave(here: Place): void {
    this.#back = [...this.#back, here].slice(-limit);
    this.#forward = [];
  }

  /** @returns where to go; `undefined` when there is nothing to go back to. */
  back(here: Place): Place | undefined {
    const place = this.#back.at(-1);
    if (place === undefined) return undefined;
    this.#back = this.#back.slice(0, -1);
    this.#forward = [here, ...this.#forward];
    return place;
  }

  forward(here: Place): Place | undefined {
    const [place, ...rest] = this.#forward;
    if (place === undefined) return undefined;
    this.#forward = rest;
    this.#back = [...this.#back, here];
    return place;
  }
}
