import type { MenuGroup } from './menu.ts';
import type { ReaderSnapshot } from './reader-state.ts';

export function viewMenu(_snapshot: ReaderSnapshot): readonly MenuGroup[] {
  return [
    {
      label: 'Rotate',
      items: [
        { label: 'Rotate right', command: { command: 'rotate', degrees: 90 } },
        { label: 'Rotate left', command: { command: 'rotate', degrees: -90 } },
      ],
    },
  ];
}
