import type { ReaderCommand } from './commands.ts';
import type { ReaderSnapshot } from './reader-state.ts';

/** What the keys need to know of what is shown. */
export interface KeyContext {
  readonly snapshot: ReaderSnapshot | undefined;
  /** Letters, digits and signs by themselves; a person can turn them off. */
  readonly areCharactersOn: boolean;
  /** Where the pages can still be scrolled to. */
  readonly room: { readonly above: boolean; readonly below: boolean; readonly aside: boolean };
}

/** What a press of a key asks of the reader, for keys that work wherever the focus is. */
export function commandForShortcut(event: KeyboardEvent, { snapshot }: KeyContext): ReaderCommand | undefined {
  if (event.key === 'F4') return { command: 'toggle-sidebar' };
  if (event.key === 'F3') return { command: event.shiftKey ? 'find-previous' : 'find-next' };
  if (event.key === 'Escape' && snapshot?.view.isPresenting) return { command: 'end-presentation' };
  if (event.altKey) return commandForHistoryKey(event, snapshot);
  if (!(event.ctrlKey || event.metaKey)) return undefined;
  switch (event.key.toLowerCase()) {
    case 'f':
      return event.shiftKey ? undefined : { command: 'focus-find' };
    case 'p':
      return event.shiftKey ? undefined : { command: 'print' };
    case 'g':
      return { command: event.shiftKey ? 'find-previous' : 'find-next' };
    default:
      return commandForZoomKey(event.key);
  }
}

/** What a press of a key asks while nothing is typed in. Where it only scrolls, it is left to the browser. */
export function commandForReadingKey(event: KeyboardEvent): ReaderCommand | undefined {
  if ((event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === 'a')
    return { command: 'select-all' };
  if (event.ctrlKey || event.metaKey || event.altKey) return undefined;
  switch (event.key) {
    case 'n':
    case 'j':
      return { command: 'next-page' };
    case 'p':
    case 'k':
      return { command: 'previous-page' };
    case 'b':
      return { command: 'toggle-bookmark' };
    case 'm':
      return { command: 'toggle-mark-bar' };
    case 'Home':
      return { command: 'first-page' };
    case 'End':
      return { command: 'last-page' };
    case 'r':
      return { command: 'rotate', degrees: 90 };
    case 'R':
      return { command: 'rotate', degrees: -90 };
    case 's':
      return { command: 'set-tool', tool: 'select' };
    case 'h':
      return { command: 'set-tool', tool: 'hand' };
    default:
      return commandForZoomKey(event.key);
  }
}

/** Keys that scroll, where one page is shown at a time: they turn it, once there is no more of it. */
export function commandForTurningKey(event: KeyboardEvent, { snapshot, room }: KeyContext): ReaderCommand | undefined {
  if (!snapshot || event.ctrlKey || event.metaKey || event.altKey) return undefined;
  const isPaged = snapshot.view.isPresenting || snapshot.view.scroll === 'page';
  const isWhole = isPaged || snapshot.scaleName === 'page-fit';
  const by = turnOf(event);
  if (by === undefined) return undefined;
  if (event.key.startsWith('Arrow') && !isSideways(event.key)) return isPaged ? turnIf(by, room) : undefined;
  if (isSideways(event.key)) return isWhole && !room.aside ? turnTo(by) : undefined;
  // A page that fits is one screen; so is the next.
  return isWhole ? turnIf(by, isPaged ? room : { above: false, below: false }) : undefined;
}

/** Listens to the whole window until the signal aborts: the reader is the screen, wherever the focus is. */
export function listenForKeys(
  run: (command: ReaderCommand) => void,
  context: () => KeyContext,
  signal: AbortSignal,
): void {
  const press = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.isComposing || isModal(event)) return;
    const command = commandFor(event, context());
    if (!command) return;
    event.preventDefault();
    run(command);
  };
  window.addEventListener('keydown', press, { signal });
}

function commandFor(event: KeyboardEvent, context: KeyContext): ReaderCommand | undefined {
  const shortcut = commandForShortcut(event, context);
  if (shortcut || takesKeys(event)) return shortcut;
  if (!context.areCharactersOn && isCharacter(event)) return undefined;
  return commandForReadingKey(event) ?? (isOnPages(event) ? commandForTurningKey(event, context) : undefined);
}

/** Space is none: it scrolls, as it does everywhere. */
function isCharacter({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  return key.length === 1 && key !== ' ' && !ctrlKey && !metaKey && !altKey;
}

/** Where a link was taken, these go back to it; else they are the browser's. */
function commandForHistoryKey({ key }: KeyboardEvent, snapshot: ReaderSnapshot | undefined): ReaderCommand | undefined {
  if (key === 'ArrowLeft' && snapshot?.view.canGoBack) return { command: 'go-back' };
  if (key === 'ArrowRight' && snapshot?.view.canGoForward) return { command: 'go-forward' };
  return undefined;
}

function commandForZoomKey(key: string): ReaderCommand | undefined {
  if (key === '+' || key === '=') return { command: 'zoom-in' };
  if (key === '-') return { command: 'zoom-out' };
  if (key === '0') return { command: 'zoom-to', scale: 'auto' };
  return undefined;
}

function turnOf({ key, shiftKey }: KeyboardEvent): 1 | -1 | undefined {
  if (key === ' ') return shiftKey ? -1 : 1;
  if (['ArrowRight', 'ArrowDown', 'PageDown', 'Enter'].includes(key)) return shiftKey ? undefined : 1;
  if (['ArrowLeft', 'ArrowUp', 'PageUp'].includes(key)) return shiftKey ? undefined : -1;
  return undefined;
}

function isSideways(key: string): boolean {
  return key === 'ArrowLeft' || key === 'ArrowRight';
}

function turnIf(by: 1 | -1, room: Omit<KeyContext['room'], 'aside'>): ReaderCommand | undefined {
  return (by > 0 ? room.below : room.above) ? undefined : turnTo(by);
}

function turnTo(by: 1 | -1): ReaderCommand {
  return { command: by > 0 ? 'next-page' : 'previous-page' };
}

function takesKeys(event: KeyboardEvent): boolean {
  const target = event.composedPath()[0];
  return target instanceof HTMLElement && (target.isContentEditable || target.matches('input, select, textarea'));
}

/** Elsewhere, a space presses a button and an arrow goes through a menu. */
function isOnPages(event: KeyboardEvent): boolean {
  const target = event.composedPath()[0];
  if (!(target instanceof Element) || target === document.body) return true;
  const isPressed = event.key === ' ' || event.key === 'Enter';
  return target.closest('.reader-pages') !== null && !(isPressed && target.matches('a, button'));
}

function isModal(event: KeyboardEvent): boolean {
  return event.composedPath().some((node) => node instanceof HTMLDialogElement && node.matches(':modal'));
}
