import type { DocumentRow } from '../store/schema.ts';

/** What a person does with documents in the library, from an entry, its menu or the selection's bar. */
export type ShelfCommand =
  | { readonly command: 'menu'; readonly document: DocumentRow; readonly button: HTMLElement }
  | { readonly command: 'rename' | 'details' | 'save' | 'share' | 'download-again'; readonly document: DocumentRow }
  | { readonly command: 'favourite' | 'pin'; readonly ids: readonly string[]; readonly isOn: boolean }
  | { readonly command: 'finished' | 'unread' | 'collect' | 'remove'; readonly ids: readonly string[] }
  /** Takes one in or out, and begins to select where nobody does; `isRange` takes in all from the last one on. */
  | { readonly command: 'select'; readonly id: string; readonly isRange: boolean }
  | { readonly command: 'start-selecting' | 'select-all' | 'stop-selecting' };

export class ShelfCommandEvent extends Event {
  static readonly type = 'shelfcommand';
  readonly command: ShelfCommand;

  constructor(command: ShelfCommand) {
    super(ShelfCommandEvent.type, { bubbles: true, composed: true });
    this.command = command;
  }
}

declare global {
  interface HTMLElementEventMap {
    [ShelfCommandEvent.type]: ShelfCommandEvent;
  }
}
