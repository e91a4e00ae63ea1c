import { onChange } from '../store/changes.ts';
import { readSettings } from '../store/settings.ts';

/**
 * Tells whether keys of a single character do anything, now and whenever the person changes that, until the signal
 * aborts.
 *
 * @see https://www.w3.org/TR/WCAG22/#character-key-shortcuts
 */
export function followCharacterKeys(tell: (areOn: boolean) => void, signal: AbortSignal): void {
  const look = async (): Promise<void> => {
    const { characterKeys } = await readSettings();
    if (!signal.aborted) tell(characterKeys);
  };
  onChange((change) => void (change === 'settings' && look().catch(reportError)), signal);
  look().catch(reportError);
}
