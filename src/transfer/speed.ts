/** How far back the speed looks, in ms: long enough to be calm, short enough to follow a change of line. */
const WINDOW = 8_000;

/** Ms below which counts tell nothing: browsers report the first megabytes of a run at once. */
const SHORTEST = 1_000;

interface Sample {
  readonly at: number;
  readonly bytes: number;
}

/** The speed of one run, from the byte counts it reported. */
export class Speed {
  #samples: readonly Sample[] = [];

  /**
   * @param bytes received in this run so far.
   * @param at ms on any clock that only goes forward.
   */
  add(bytes: number, at: number): void {
    const recent = this.#samples.filter((sample) => sample.at > at - WINDOW);
    this.#samples = [...recent, { at, bytes }];
  }

  /** Bytes per second; `undefined` until two counts lie a second apart. */
  get bytesPerSecond(): number | undefined {
    const [first] = this.#samples;
    const last = this.#samples.at(-1);
    if (!first || !last || last.at - first.at < SHORTEST || last.bytes === first.bytes) return undefined;
    return ((last.bytes - first.bytes) * 1000) / (last.at - first.at);
  }
}
