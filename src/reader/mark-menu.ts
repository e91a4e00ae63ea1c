import type { MenuGroup } from './menu.ts';
import type { ReaderSnapshot } from './reader-state.ts';

export function markMenu({ page, marks }: ReaderSnapshot): readonly MenuGroup[] {
  if (!marks) return [];
  const bookmark = marks.bookmarkedPages.has(page) ? 'Remove bookmark' : 'Bookmark this page';
  return [
    {
      label: 'Marks',
      items: [
        { label: bookmark, command: { command: 'toggle-bookmark' } },
        {
          label: 'Mark tools',
          command: { command: 'toggle-mark-bar' },
          kind: 'checkbox',
          checked: marks.isBarOpen,
        },
        {
          label: 'Save a copy with marks',
          command: { command: 'save-marked-copy' },
          disabled: !marks.isChanged,
        },
      ],
    },
  ];
}
