import { msg } from '../language/msg.ts';
import type { ReaderCommand } from './commands.ts';
import type { MenuGroup, MenuItem } from './menu.ts';
import type { ReaderSnapshot } from './reader-state.ts';
import type { ViewState } from './view-state.ts';

export function viewMenu({ view, page, pageCount }: ReaderSnapshot): readonly MenuGroup[] {
  return [
    goGroup(view, page, pageCount),
    { label: msg('Scrolling'), items: scrollItems(view) },
    { label: msg('Pages side by side'), items: spreadItems(view) },
    { label: msg('Page colour'), items: tintItems(view) },
    { label: msg('Mouse'), items: toolItems(view) },
    {
      label: msg('Show', { id: 'reader-menu-show', desc: 'Heading of a group of commands: how the pages are shown' }),
      items: [
        action(msg('Rotate right'), { command: 'rotate', degrees: 90 }),
        action(msg('Rotate left'), { command: 'rotate', degrees: -90 }),
        {
          ...action(msg('Full screen'), { command: 'toggle-full-screen' }),
          kind: 'checkbox',
          checked: view.isFullScreen,
        },
        action(msg('Present', { id: 'reader-present', desc: 'Command: one page to a screen, as slides' }), {
          command: 'present',
        }),
        action(msg('Copy link to this page'), { command: 'copy-link' }),
      ],
    },
  ];
}

function goGroup({ canGoBack, canGoForward }: ViewState, page: number, pageCount: number): MenuGroup {
  return {
    label: msg('Go', { id: 'reader-menu-go', desc: 'Heading of a group of commands: first page, last page' }),
    items: [
      ...(canGoBack ? [action(msg('Back to where the link was'), { command: 'go-back' })] : []),
      ...(canGoForward ? [action(msg('Forward again'), { command: 'go-forward' })] : []),
      { ...action(msg('First page'), { command: 'first-page' }), disabled: page <= 1 },
      { ...action(msg('Last page'), { command: 'last-page' }), disabled: page >= pageCount },
    ],
  };
}

function scrollItems({ scroll, isPagedOnly }: ViewState): readonly MenuItem[] {
  const choices = [
    ['vertical', msg('Continuous')],
    ['page', msg('Page by page')],
    ['horizontal', msg('Horizontal')],
    ['wrapped', msg('Wrapped')],
  ] as const;
  return choices.map(([name, label]) =>
    choice(label, { command: 'set-scroll', scroll: name }, name === scroll, isPagedOnly && name !== 'page'),
  );
}

function spreadItems({ spread }: ViewState): readonly MenuItem[] {
  const choices = [
    ['none', msg('One page')],
    ['odd', msg('Two pages, odd on the left')],
    ['even', msg('Two pages, even on the left')],
  ] as const;
  return choices.map(([name, label]) => choice(label, { command: 'set-spread', spread: name }, name === spread));
}

function tintItems({ tint }: ViewState): readonly MenuItem[] {
  const choices = [
    ['theme', msg('With the app’s theme')],
    ['paper', msg('Paper')],
    ['sepia', msg('Sepia')],
    ['night', msg('Night')],
  ] as const;
  return choices.map(([name, label]) => choice(label, { command: 'set-tint', tint: name }, name === tint));
}

function toolItems({ tool }: ViewState): readonly MenuItem[] {
  return [
    choice(msg('Select text'), { command: 'set-tool', tool: 'select' }, tool === 'select'),
    choice(msg('Move the page (hand)'), { command: 'set-tool', tool: 'hand' }, tool === 'hand'),
  ];
}

function action(label: string, command: ReaderCommand): MenuItem {
  return { label, command };
}

function choice(label: string, command: ReaderCommand, checked: boolean, disabled = false): MenuItem {
  return { label, command, kind: 'radio', checked, disabled };
}
