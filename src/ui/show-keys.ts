import type { Settings } from '../store/settings.ts';
import { isShortcut } from './shortcut.ts';

/** Opens the list of all keys. Few ask for it: its code comes when they do. */
export async function showKeys(): Promise<void> {
  await import('./keys-dialog.ts');
  await document.querySelector('keys-dialog')?.open();
}

/**
 * `?` shows it on every screen, until the signal aborts.
 *
 * @param settings absent until they were read.
 */
export function followKeysShortcut(settings: () => Settings | undefined, signal: AbortSignal): void {
  const press = (event: KeyboardEvent): void => {
    if (!isShortcut(event, '?', settings())) return;
    event.preventDefault();
    void showKeys();
  };
  window.addEventListener('keydown', press, { signal });
}
