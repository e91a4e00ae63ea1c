import type { WhenKnown } from '../store/incoming.ts';
import type { App } from './app.ts';
import { addedWords, folderWords, restoredWords } from './bring-in-words.ts';
import type { BroughtIn } from './bringing-in.ts';
import type { ChosenFiles } from './dropped-files.ts';

/** What comes into the app other than by its form, and what is said about it. Fires `change`. */
export class Arrivals extends EventTarget {
  readonly #app: App;
  #words: (() => string) | undefined;

  constructor(app: App) {
    super();
    this.#app = app;
  }

  /** In full sentences; '' when there is nothing to say. */
  get notice(): string {
    return this.#words?.() ?? '';
  }

  /** @param words called whenever they are drawn, in the language of then. */
  say(words: () => string): void {
    this.#words = words;
    this.dispatchEvent(new Event('change'));
  }

  sayNothing(): void {
    this.say(() => '');
  }

  /** Brings files in, and says how many came. */
  async take({ files, folder }: ChosenFiles, whenKnown: WhenKnown = 'ask'): Promise<BroughtIn> {
    const first = (): string => (folder ? folderWords(folder) : '');
    this.say(first);
    const brought = await this.#app.incoming.add(files, whenKnown);
    this.say(() => [first(), addedWords(brought.added), restoredWords(brought.restored)].filter(Boolean).join(' '));
    if (brought.added > 0) await this.#app.prepareReading();
    return brought;
  }
}
