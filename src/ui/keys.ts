import { msg } from '../language/msg.ts';

/** A key, or several one after the other that do the same; `Mod` is Ctrl, on a Mac the command key. */
export interface KeyLine {
  readonly keys: readonly string[];
  readonly does: () => string;
}

/** Every key that does something of ours, by where it does. */
export const KEYS: readonly { readonly where: () => string; readonly lines: readonly KeyLine[] }[] = [
  {
    where: () => msg('Everywhere'),
    lines: [
      { keys: ['?'], does: () => msg('Show these keys') },
      { keys: ['Mod+Z'], does: () => msg('Put back what was just removed') },
      { keys: ['Esc'], does: () => msg('Close what is open') },
    ],
  },
  {
    where: () => msg('Library'),
    lines: [
      { keys: ['/'], does: () => msg('Search') },
      { keys: ['↑', '↓', '←', '→'], does: () => msg('From document to document') },
      { keys: ['Home', 'End'], does: () => msg('The first and the last document') },
      { keys: ['Enter'], does: () => msg('Open') },
      { keys: ['Space'], does: () => msg('While selecting: choose or leave out') },
      { keys: ['Shift+Space'], does: () => msg('While selecting: all from the last chosen to here') },
      { keys: ['Mod+A'], does: () => msg('While selecting: all that are shown') },
    ],
  },
  {
    where: () => msg('Transfers'),
    lines: [{ keys: ['Alt+↑', 'Alt+↓'], does: () => msg('Move a waiting transfer up or down') }],
  },
  {
    where: () => msg('Reader: move'),
    lines: [
      { keys: ['n', 'j'], does: () => msg('Next page') },
      { keys: ['p', 'k'], does: () => msg('Previous page') },
      { keys: ['Space', 'Page ↓', '↓'], does: () => msg('On') },
      { keys: ['Shift+Space', 'Page ↑', '↑'], does: () => msg('Back') },
      { keys: ['Home', 'End'], does: () => msg('First and last page') },
      { keys: ['Alt+←', 'Alt+→'], does: () => msg('Back and forward through links that were followed') },
    ],
  },
  {
    where: () => msg('Reader: see'),
    lines: [
      { keys: ['+', '−', '0'], does: () => msg('Larger, smaller, as large as fits') },
      { keys: ['r', 'Shift+R'], does: () => msg('Rotate right and left') },
      { keys: ['s', 'h'], does: () => msg('Select text, move the page by hand') },
      { keys: ['F4'], does: () => msg('Sidebar') },
      { keys: ['Mod+F'], does: () => msg('Find') },
      { keys: ['F3', 'Mod+G'], does: () => msg('Next place found; with Shift the one before') },
    ],
  },
  {
    where: () => msg('Reader: mark and take out'),
    lines: [
      { keys: ['m'], does: () => msg('Marking tools') },
      { keys: ['b'], does: () => msg('Bookmark this page') },
      { keys: ['Mod+Z', 'Mod+Y'], does: () => msg('Undo and redo a mark') },
      { keys: ['Mod+A'], does: () => msg('Select all text') },
      { keys: ['Mod+P'], does: () => msg('Print') },
    ],
  },
];

/** Whether a key is a single character, be it with Shift, and so can be turned off (WCAG 2.1.4). Arrows are none. */
export function isCharacter(key: string): boolean {
  return /^(?:Shift\+)?[^↑↓←→]$/u.test(key);
}

/** Keys that have words on them: those of the keyboards that the person's language is typed on. */
const NAMES: Readonly<Record<string, () => string>> = {
  Mod: () => msg('Ctrl', { desc: 'A key, as it stands on the keyboard' }),
  Shift: () => msg('Shift', { desc: 'A key, as it stands on the keyboard' }),
  Space: () => msg('Space', { desc: 'The bar at the bottom of the keyboard' }),
  Home: () => msg('Home', { desc: 'A key, as it stands on the keyboard' }),
  End: () => msg('End', { desc: 'A key, as it stands on the keyboard' }),
  'Page ↑': () => msg('Page ↑', { desc: 'A key, as it stands on the keyboard' }),
  'Page ↓': () => msg('Page ↓', { desc: 'A key, as it stands on the keyboard' }),
};

/** The parts of a key's name, as they stand on the keyboard. */
export function partsOf(key: string, isMac: boolean): readonly string[] {
  return key.split(/(?<=.)\+(?=.)/u).map((part) => (part === 'Mod' && isMac ? '⌘' : (NAMES[part]?.() ?? part)));
}
