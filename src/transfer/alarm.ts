/** Timers take no longer wait, in ms: with more they ring at once. */
const LONGEST = 2 ** 31 - 1;

/** Rings at one moment; a new one replaces it. One that lies too far ahead for a timer rings before, to be set again. */
export class Alarm {
  readonly #ring: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(ring: () => void) {
    this.#ring = ring;
  }

  /** @param moment ms since the epoch; `undefined`: not at all. */
  set(moment: number | undefined): void {
    clearTimeout(this.#timer);
    if (moment !== undefined) this.#timer = setTimeout(this.#ring, Math.min(LONGEST, moment - Date.now()));
  }
}
