/** Looks at rows that changed: one look at a time, and one more for whatever was said meanwhile. */
export class Looks {
  readonly #look: (ids: ReadonlySet<string> | undefined) => Promise<void>;
  /** Said since the last look began; `undefined`: any row may have changed. */
  #unseen: ReadonlySet<string> | undefined = new Set();
  #current: Promise<void> = Promise.resolve();
  /** One that has not begun: it sees all that is said until then. */
  #next: Promise<void> | undefined;

  /** @param look is given the ids of the rows to read again, or `undefined` for all there are. */
  constructor(look: (ids: ReadonlySet<string> | undefined) => Promise<void>) {
    this.#look = look;
  }

  /**
   * Looks again; a look that failed doesn't end them.
   *
   * @param ids of the rows that changed; absent: any may have.
   * @returns when a look that saw them is over.
   */
  again(ids?: readonly string[]): Promise<void> {
    this.#unseen = ids && this.#unseen ? new Set([...this.#unseen, ...ids]) : undefined;
    const begin = (): Promise<void> => this.#begin();
    this.#next ??= this.#current.then(begin, begin);
    return this.#next;
  }

  async #begin(): Promise<void> {
    this.#current = this.#next ?? this.#current;
    this.#next = undefined;
    const ids = this.#unseen;
    this.#unseen = new Set();
    try {
      await this.#look(ids);
    } catch (error) {
      this.#unseen = undefined;
      throw error;
    }
  }
}
