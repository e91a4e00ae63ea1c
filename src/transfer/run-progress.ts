import { Speed } from './speed.ts';

/** A run that fell back this often without a new byte gets its file cut off at the same place each time. */
const FALLS_TO_GIVE_UP = 3;

/** What one run has received so far, from the counts the engine reports. */
export class RunProgress {
  readonly #speed = new Speed();
  #received = 0;
  #last = 0;
  #falls = 0;

  /** Most bytes received at any time: the engine's count falls when a request starts over, what people see must not. */
  get received(): number {
    return this.#received;
  }

  get bytesPerSecond(): number | undefined {
    return this.#speed.bytesPerSecond;
  }

  /**
   * Whether the server keeps cutting the file off: Chromium would try for ever, with a pause of 20 s after six tries
   * (measured on 156).
   */
  get isCutOff(): boolean {
    return this.#falls >= FALLS_TO_GIVE_UP;
  }

  /**
   * @param received the engine's count, in bytes.
   * @param at ms on a clock that only goes forward.
   */
  add(received: number, at: number): void {
    if (received < this.#last) this.#falls += 1;
    if (received > this.#received) {
      this.#received = received;
      this.#falls = 0;
      this.#speed.add(received, at);
    }
    this.#last = received;
  }
}
