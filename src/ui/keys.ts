/** A key, or several one after the other that do the same; `Mod` is Ctrl, on a Mac the command key. */
export interface KeyLine {
  readonly keys: readonly string[];
  readonly does: string;
}

/** Every key that does something of ours, by where it does. */
export const KEYS: readonly { readonly where: string; readonly lines: readonly KeyLine[] }[] = [
  {
    where: 'Everywhere',
    lines: [
      { keys: ['?'], does: 'Show these keys' },
      { keys: ['Mod+Z'], does: 'Put back what was just removed' },
      { keys: ['Esc'], does: 'Close what is open' },
    ],
  },
  {
    where: 'Library',
    lines: [
      { keys: ['/'], does: 'Search' },
      { keys: ['↑', '↓', '←', '→'], does: 'From document to document' },
      { keys: ['Home', 'End'], does: 'The first and the last document' },
      { keys: ['Enter'], does: 'Open' },
      { keys: ['Space'], does: 'While selecting: choose or leave out' },
      { keys: ['Shift+Space'], does: 'While selecting: all from the last chosen to here' },
      { keys: ['Mod+A'], does: 'While selecting: all that are shown' },
    ],
  },
  {
    where: 'Transfers',
    lines: [{ keys: ['Alt+↑', 'Alt+↓'], does: 'Move a waiting transfer up or down' }],
  },
  {
    where: 'Reader: move',
    lines: [
      { keys: ['n', 'j'], does: 'Next page' },
      { keys: ['p', 'k'], does: 'Previous page' },
      { keys: ['Space', 'Page ↓', '↓'], does: 'On' },
      { keys: ['Shift+Space', 'Page ↑', '↑'], does: 'Back' },
      { keys: ['Home', 'End'], does: 'First and last page' },
      { keys: ['Alt+←', 'Alt+→'], does: 'Back and forward through links that were followed' },
    ],
  },
  {
    where: 'Reader: see',
    lines: [
      { keys: ['+', '−', '0'], does: 'Larger, smaller, as large as fits' },
      { keys: ['r', 'Shift+R'], does: 'Rotate right and left' },
      { keys: ['s', 'h'], does: 'Select text, move the page by hand' },
      { keys: ['F4'], does: 'Sidebar' },
      { keys: ['Mod+F'], does: 'Find' },
      { keys: ['F3', 'Mod+G'], does: 'Next place found; with Shift the one before' },
    ],
  },
  {
    where: 'Reader: mark and take out',
    lines: [
      { keys: ['m'], does: 'Marking tools' },
      { keys: ['b'], does: 'Bookmark this page' },
      { keys: ['Mod+Z', 'Mod+Y'], does: 'Undo and redo a mark' },
      { keys: ['Mod+A'], does: 'Select all text' },
      { keys: ['Mod+P'], does: 'Print' },
    ],
  },
];

/** The parts of a key's name, as they stand on the keyboard. */
export function partsOf(key: string, isMac: boolean): readonly string[] {
  return key.split(/(?<=.)\+(?=.)/u).map((part) => (part === 'Mod' ? (isMac ? '⌘' : 'Ctrl') : part));
}
