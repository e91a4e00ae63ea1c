import type { ReaderCommand } from './commands.ts';
import { documentMenu } from './document-menu.ts';
import { markMenu } from './mark-menu.ts';
import type { ReaderSnapshot } from './reader-state.ts';
import { speechMenu } from './speech-menu.ts';
import { viewMenu } from './view-menu.ts';

/** One line of the reader's menu. */
export interface MenuItem {
  readonly label: string;
  readonly command: ReaderCommand;
  /** One of several of its group, or on and off by itself; absent for what is done at once. */
  readonly kind?: 'radio' | 'checkbox';
  readonly checked?: boolean;
  readonly disabled?: boolean;
}

export interface MenuGroup {
  readonly label: string;
  readonly items: readonly MenuItem[];
}

/** All groups of the menu, from top to bottom. */
export function menuOf(snapshot: ReaderSnapshot): readonly MenuGroup[] {
  return [...viewMenu(snapshot), ...markMenu(snapshot), ...speechMenu(), ...documentMenu()];
}
