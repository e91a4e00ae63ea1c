import type { MenuGroup } from './menu.ts';

export function speechMenu(): readonly MenuGroup[] {
  const canSpeak = 'speechSynthesis' in globalThis && 'highlights' in CSS;
  const label = canSpeak ? 'Read aloud from here' : 'Read aloud (this browser has no voice)';
  return [{ label: 'Listen', items: [{ label, command: { command: 'toggle-speech' }, disabled: !canSpeak }] }];
}
