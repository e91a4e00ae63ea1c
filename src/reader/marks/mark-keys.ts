export interface MarkKeys {
  readonly signal: AbortSignal;
  /** pdf.js takes the keys for undoing itself then, and Escape lets go of a mark before it leaves the tool. */
  readonly isToolInUse: () => boolean;
  readonly leaveTool: () => void;
  readonly undo: () => void;
  readonly redo: () => void;
}

/** Escape, Ctrl+Z, Ctrl+Shift+Z and Ctrl+Y, wherever the focus is but in a field or a dialog. */
export function listenForMarkKeys(keys: MarkKeys): void {
  const press = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.isComposing || isTakenElsewhere(event)) return;
    if (keys.isToolInUse()) {
      if (event.key === 'Escape') keys.leaveTool();
      return;
    }
    const isUndo = (event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === 'z';
    const isRedo = (event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === 'y';
    if (!isUndo && !isRedo) return;
    event.preventDefault();
    if (isRedo || event.shiftKey) keys.redo();
    else keys.undo();
  };
  // Before pdf.js lets go of what is selected: the same press must not also leave the tool.
  window.addEventListener('keydown', press, { capture: true, signal: keys.signal });
}

function isTakenElsewhere(event: KeyboardEvent): boolean {
  const target = event.composedPath()[0];
  if (!(target instanceof HTMLElement)) return false;
  return (
    target.isContentEditable ||
    target.matches('input:not([type="radio"], [type="checkbox"], [type="range"]), select, textarea') ||
    target.closest('dialog, [role="menu"]') !== null
  );
}
