import type { DocumentCommand } from './document-commands.ts';
import type { FindOptions } from './find-options.ts';
import type { MarkCommand } from './mark-commands.ts';
import type { SidebarCommand } from './sidebar-commands.ts';
import type { SpeechCommand } from './speech-commands.ts';
import type { ViewCommand } from './view-commands.ts';

/** All that a person can ask of the reader, whichever way: toolbar, menu, sidebar or keyboard. */
export type ReaderCommand =
  | ViewCommand
  | SidebarCommand
  | MarkCommand
  | SpeechCommand
  | DocumentCommand
  | { readonly command: 'next-page' }
  | { readonly command: 'previous-page' }
  | { readonly command: 'first-page' }
  | { readonly command: 'last-page' }
  | { readonly command: 'go-to-page'; readonly page: number }
  | { readonly command: 'zoom-in' }
  | { readonly command: 'zoom-out' }
  /** @see ReaderPosition.scale */
  | { readonly command: 'zoom-to'; readonly scale: string }
  | { readonly command: 'focus-find' }
  | FindCommand
  | { readonly command: 'find-next' }
  | { readonly command: 'find-previous' }
  | { readonly command: 'focus-pages' };

export interface FindCommand {
  readonly command: 'find';
  /** Empty: the search ends. */
  readonly query: string;
  readonly options?: FindOptions;
  /** To be found each for itself, wherever they stand; without them the query is one phrase. */
  readonly words?: readonly string[] | undefined;
}

/** The person asked for something in the toolbar. */
export class ReaderCommandEvent extends Event {
  static readonly type = 'readercommand';
  readonly command: ReaderCommand;

  constructor(command: ReaderCommand) {
    super(ReaderCommandEvent.type, { bubbles: true });
    this.command = command;
  }
}

declare global {
  interface HTMLElementEventMap {
    [ReaderCommandEvent.type]: ReaderCommandEvent;
  }
}
