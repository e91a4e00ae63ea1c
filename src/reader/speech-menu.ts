import { msg } from '../language/msg.ts';
import type { MenuGroup } from './menu.ts';

export function speechMenu(): readonly MenuGroup[] {
  const canSpeak = 'speechSynthesis' in globalThis && 'highlights' in CSS;
  const label = canSpeak ? msg('Read aloud from here') : msg('Read aloud (this browser has no voice)');
  return [
    {
      label: msg('Listen', { id: 'reader-menu-listen', desc: 'Heading of a group of commands: reading aloud' }),
      items: [{ label, command: { command: 'toggle-speech' }, disabled: !canSpeak }],
    },
  ];
}
