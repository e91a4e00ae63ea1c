import { msg } from '../language/msg.ts';
import type { MenuGroup } from './menu.ts';
import type { ReaderSnapshot } from './reader-state.ts';

export function markMenu({ page, marks }: ReaderSnapshot): readonly MenuGroup[] {
  if (!marks) return [];
  const bookmark = marks.bookmarkedPages.has(page) ? msg('Remove bookmark') : msg('Bookmark this page');
  return [
    {
      label: msg('Marks'),
      items: [
        { label: bookmark, command: { command: 'toggle-bookmark' } },
        {
          label: msg('Mark tools'),
          command: { command: 'toggle-mark-bar' },
          kind: 'checkbox',
          checked: marks.isBarOpen,
        },
        {
          label: msg('Save a copy with marks'),
          command: { command: 'save-marked-copy' },
          disabled: !marks.isChanged,
        },
      ],
    },
  ];
}
