/** What does not work, in words and with the reason, until it works. */
export class Trouble {
  readonly #onChange: () => void;
  #words = '';

  /** @param onChange the words are others. */
  constructor(onChange: () => void) {
    this.#onChange = onChange;
  }

  /** '' when all is well. */
  get words(): string {
    return this.#words;
  }

  /** @param what a clause that the reason can follow. */
  async watch(work: () => Promise<void>, what: string): Promise<void> {
    try {
      await work();
      if (this.#words.startsWith(what)) this.#tell('');
    } catch (cause) {
      this.tell(what, cause);
    }
  }

  tell(what: string, cause: unknown): void {
    this.#tell(`${what}: ${cause instanceof Error ? cause.message : String(cause)}`);
  }

  #tell(words: string): void {
    if (this.#words === words) return;
    this.#words = words;
    this.#onChange();
  }
}
