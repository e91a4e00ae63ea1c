import type { Settings } from '../store/settings.ts';

/**
 * Whether a key that was pressed is meant for the whole screen: nobody types, and no dialog is open.
 *
 * @param key a single character, which the person may have turned off.
 * @param settings absent until they were read: then it counts.
 */
export function isShortcut(event: KeyboardEvent, key: string, settings: Settings | undefined): boolean {
  if (settings?.characterKeys === false) return false;
  if (event.key !== key || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return false;
  const path = event.composedPath();
  const isTyping = path.some(
    (each) => each instanceof HTMLElement && (each.isContentEditable || each.matches('input, textarea, select')),
  );
  return !isTyping && !path.some((each) => each instanceof HTMLDialogElement);
}
