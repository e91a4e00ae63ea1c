import type { TaskRow } from '../store/schema.ts';

/** Wakes its session when the next wait for another try is over. */
export class RetryAlarm {
  readonly #wake: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(wake: () => void) {
    this.#wake = wake;
  }

  /**
   * @param rows all tasks of the session, as they are now.
   * @param now ms since the epoch.
   */
  look(rows: readonly TaskRow[], now: number): void {
    this.stop();
    const ends = rows.flatMap(({ state }) =>
      state.state === 'waiting' && state.reason === 'retry' ? [state.until] : [],
    );
    const next = Math.min(...ends.filter((end) => end > now));
    if (next !== Infinity) this.#timer = setTimeout(this.#wake, next - now);
  }

  stop(): void {
    clearTimeout(this.#timer);
  }
}
