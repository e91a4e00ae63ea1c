/** Whether a key that was pressed is meant for the whole screen: nobody types, and no dialog is open. */
export function isShortcut(event: KeyboardEvent, key: string): boolean {
  if (event.key !== key || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return false;
  const path = event.composedPath();
  const isTyping = path.some(
    (each) => each instanceof HTMLElement && (each.isContentEditable || each.matches('input, textarea, select')),
  );
  return !isTyping && !path.some((each) => each instanceof HTMLDialogElement);
}
