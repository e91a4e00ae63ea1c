import type { ReadableFile } from '../library/readable-file.ts';
/** The person wants the document out of the app. Whoever does it says so with `waitUntil`. */
abstract class TakeOutEvent extends Event {
  /** The whole file. */
  readonly file: ReadableFile;
  #outcome: Promise<void> | undefined;

  constructor(type: string, file: ReadableFile) {
    super(type, { bubbles: true });
    this.file = file;
  }

  /** @param outcome rejects when it could not be done: the reader then says so. */
  waitUntil(outcome: Promise<void>): void {
    this.#outcome = outcome;
  }

  /** Settles with what `waitUntil` was given; at once when nobody answered. */
  get outcome(): Promise<void> {
    return this.#outcome ?? Promise.resolve();
  }
}

/** Save the stored file to disk. */
export class ReaderSaveEvent extends TakeOutEvent {
  static readonly type = 'readersave';

  constructor(file: ReadableFile) {
    super(ReaderSaveEvent.type, file);
  }
}

/** Hand the stored file to another app. Comes right from a press: only then may a page share. */
export class ReaderShareEvent extends TakeOutEvent {
  static readonly type = 'readershare';

  constructor(file: ReadableFile) {
    super(ReaderShareEvent.type, file);
  }
}

declare global {
  interface HTMLElementEventMap {
    [ReaderSaveEvent.type]: ReaderSaveEvent;
    [ReaderShareEvent.type]: ReaderShareEvent;
  }
}
