import { msg, str } from '../../language/msg.ts';

/** What can go wrong with a person's marks. */
type Failed = 'bookmark' | 'removal' | 'copy' | 'keeping' | 'note' | { readonly undrawnOn: number };

/** What does not work, in words and with the reason, until it works. */
export class Trouble {
  readonly #onChange: () => void;
  #failed: Failed | undefined;
  #reason = '';

  /** @param onChange the words are others. */
  constructor(onChange: () => void) {
    this.#onChange = onChange;
  }

  /** '' when all is well. */
  get words(): string {
    return this.#failed === undefined ? '' : wordsOf(this.#failed, this.#reason);
  }

  async watch(work: () => Promise<void>, what: Exclude<Failed, object>): Promise<void> {
    try {
      await work();
      if (this.#failed === what) this.#set(undefined, '');
    } catch (cause) {
      this.tell(what, cause);
    }
  }

  tell(what: Failed, cause: unknown): void {
    this.#set(what, cause instanceof Error ? cause.message : String(cause));
  }

  #set(failed: Failed | undefined, reason: string): void {
    const before = this.words;
    this.#failed = failed;
    this.#reason = reason;
    if (this.words !== before) this.#onChange();
  }
}

function wordsOf(failed: Failed, reason: string): string {
  switch (failed) {
    case 'bookmark':
      return msg(str`The bookmark could not be kept: ${reason}`);
    case 'removal':
      return msg(str`The mark could not be removed: ${reason}`);
    case 'copy':
      return msg(str`A copy of this document could not be made: ${reason}`);
    case 'keeping':
      return msg(str`What you marked could not be kept: ${reason}`);
    case 'note':
      return msg(str`The note could not be made: ${reason}`);
    default:
      return msg(str`A mark on page ${failed.undrawnOn} is kept, but can’t be shown: ${reason}`);
  }
}
