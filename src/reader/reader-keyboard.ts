import type { ReaderCommand } from './commands.ts';

/** What a press of a key asks of the reader, for keys that work wherever the focus is. */
export function commandForShortcut(event: KeyboardEvent): ReaderCommand | undefined {
  if (event.key === 'F4') return { command: 'toggle-sidebar' };
  if (event.key === 'F3') return { command: event.shiftKey ? 'find-previous' : 'find-next' };
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return undefined;
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

/** What a press of a key asks while nothing is typed in. Scrolling keys are left to the browser. */
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
    case 'Home':
      return { command: 'first-page' };
    case 'End':
      return { command: 'last-page' };
    default:
      return commandForZoomKey(event.key);
  }
}

/** Listens to the whole window until the signal aborts: the reader is the screen, wherever the focus is. */
export function listenForKeys(run: (command: ReaderCommand) => void, signal: AbortSignal): void {
  const press = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.isComposing || isModal(event)) return;
    const command = commandForShortcut(event) ?? (takesKeys(event) ? undefined : commandForReadingKey(event));
    if (!command) return;
    event.preventDefault();
    run(command);
  };
  window.addEventListener('keydown', press, { signal });
}

function commandForZoomKey(key: string): ReaderCommand | undefined {
  if (key === '+' || key === '=') return { command: 'zoom-in' };
  if (key === '-') return { command: 'zoom-out' };
  if (key === '0') return { command: 'zoom-to', scale: 'auto' };
  return undefined;
}

function takesKeys(event: KeyboardEvent): boolean {
  const target = event.composedPath()[0];
  return target instanceof HTMLElement && (target.isContentEditable || target.matches('input, select, textarea'));
}

function isModal(event: KeyboardEvent): boolean {
  return event.composedPath().some((node) => node instanceof HTMLDialogElement && node.matches(':modal'));
}
