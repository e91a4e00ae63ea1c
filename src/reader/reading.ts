import { NoLongerComingError } from '../library/coming-file.ts';
import type { ReadableFile } from '../library/readable-file.ts';
import type { ReaderCommand } from './commands.ts';
import type { ReaderExtent, ReaderFailureCode, ReaderPosition } from './events.ts';
import { failureCode } from './failure-code.ts';
import { OpenDocument } from './open-document.ts';
import type { ReaderSnapshot, ReaderState } from './reader-state.ts';
import { runCommand } from './run-command.ts';
import { DocumentView } from './viewer.ts';
import type { ViewerParts } from './viewer-parts.ts';

/** Milliseconds without a move after which a position is worth keeping. */
const restAfter = 400;

export interface ReadingListener {
  readonly onState: (state: ReaderState) => void;
  readonly onSnapshot: (snapshot: ReaderSnapshot) => void;
  /** The person came to rest; also called from `close()`, for a move that just was. */
  readonly onPosition: (position: ReaderPosition, extent: ReaderExtent) => void;
  readonly onFailure: (code: ReaderFailureCode, cause: unknown) => void;
  /** The document is open: what is built beside the pages can begin. */
  readonly onParts: (parts: ViewerParts) => void;
}

/** Where to begin. */
export interface ReadingStart {
  /** See `ViewerParts`. */
  readonly documentId: string;
  readonly position: ReaderPosition | undefined;
  /** The end of an address, without its `#`; goes before the position. */
  readonly hash: string;
}

/** One file, from opening to closing: its document, its view, its last position. */
export class Reading {
  readonly #listener: ReadingListener;
  readonly #document: OpenDocument;
  readonly #view: DocumentView;
  #ended = false;
  #drawn = false;
  #isUnkept = false;
  /** The end of an address that came before the first page was drawn. */
  #wanted = '';
  #restTimer: ReturnType<typeof setTimeout> | undefined;

  /** @param container see `DocumentView`; used by one reading only. */
  constructor(file: ReadableFile, container: HTMLDivElement, start: ReadingStart, listener: ReadingListener) {
    this.#listener = listener;
    this.#view = new DocumentView(file, start.documentId, container, {
      onChange: () => this.#ended || listener.onSnapshot(this.#view.snapshot),
      onDrawn: () => this.#draw(),
      onMove: () => this.touch(),
    });
    this.#document = new OpenDocument(file, {
      onPassword: (unlock, wrong) => this.#lock(unlock, wrong),
      onUnreadable: (cause) =>
        this.#fail(cause instanceof NoLongerComingError ? 'no-longer-coming' : 'unreadable', cause),
    });
    void this.#open(file, start);
  }

  run(command: ReaderCommand): void {
    if (!this.#ended) runCommand(this.#view, command);
  }

  /** Another language is spoken. */
  sayAgain(): void {
    if (!this.#ended) this.#view.sayAgain();
  }

  /** Something worth keeping has changed. */
  touch(): void {
    this.#isUnkept = true;
    clearTimeout(this.#restTimer);
    this.#restTimer = setTimeout(() => this.rest(), restAfter);
  }

  /** Goes where the end of an address says, as soon as there is something to see. */
  goToHash(hash: string): void {
    if (!this.#drawn) this.#wanted = hash;
    else if (!this.#ended) void this.#view.goToHash(hash);
  }

  /** Gives the position out now, for when there may be no later. */
  rest(): void {
    clearTimeout(this.#restTimer);
    if (!this.#isUnkept || !this.#drawn) return;
    this.#isUnkept = false;
    const { position, extent } = this.#view;
    if (position) this.#listener.onPosition(position, extent);
  }

  /** Gives up on a protected document. */
  refusePassword(): void {
    this.#fail('locked', new Error('No password was given'));
  }

  /** Frees workers, pages and listeners. Safe to call again. */
  close(): void {
    if (this.#ended) return;
    this.#ended = true;
    this.rest();
    this.#view.dispose();
    this.#document.close();
  }

  async #open(file: ReadableFile, { position, hash }: ReadingStart): Promise<void> {
    try {
      const document = await this.#document.loaded;
      if (this.#ended) return;
      this.#listener.onState({ state: 'opening' });
      await this.#view.show(document, position, hash);
    } catch (cause) {
      if (!this.#ended) this.#fail(await failureCode(cause, file), cause);
    }
  }

  #lock(unlock: (password: string | Error) => void, wrong: boolean): void {
    if (this.#ended) return;
    // After loading, an attachment asks. Without an answer its reading would never end.
    if (this.#drawn) return unlock(new Error('No password for attachments'));
    this.#listener.onState({ state: 'locked', wrong, unlock });
  }

  #draw(): void {
    if (this.#drawn) return;
    this.#drawn = true;
    this.#listener.onState({ state: 'reading' });
    if (this.#view.parts) this.#listener.onParts(this.#view.parts);
    this.#listener.onSnapshot(this.#view.snapshot);
    if (this.#wanted !== '') void this.#view.goToHash(this.#wanted);
  }

  #fail(code: ReaderFailureCode, cause: unknown): void {
    // Closing makes pdf.js reject what it still had to do; that is no failure.
    if (this.#ended) return;
    this.close();
    this.#listener.onState({ state: 'failed', code, reason: reasonOf(cause) });
    this.#listener.onFailure(code, cause);
  }
}

function reasonOf(cause: unknown): string {
  return cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause);
}
