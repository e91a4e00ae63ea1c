import type { ReaderCommand } from './commands.ts';
import type { MenuGroup, MenuItem } from './menu.ts';
import type { ReaderSnapshot } from './reader-state.ts';
import type { ViewState } from './view-state.ts';

export function viewMenu({ view, page, pageCount }: ReaderSnapshot): readonly MenuGroup[] {
  return [
    goGroup(view, page, pageCount),
    { label: 'Scrolling', items: scrollItems(view) },
    { label: 'Pages side by side', items: spreadItems(view) },
    { label: 'Page colour', items: tintItems(view) },
    { label: 'Mouse', items: toolItems(view) },
    {
      label: 'Show',
      items: [
        action('Rotate right', { command: 'rotate', degrees: 90 }),
        action('Rotate left', { command: 'rotate', degrees: -90 }),
        { ...action('Full screen', { command: 'toggle-full-screen' }), kind: 'checkbox', checked: view.isFullScreen },
        action('Present', { command: 'present' }),
        action('Copy link to this page', { command: 'copy-link' }),
      ],
    },
  ];
}

function goGroup({ canGoBack, canGoForward }: ViewState, page: number, pageCount: number): MenuGroup {
  return {
    label: 'Go',
    items: [
      ...(canGoBack ? [action('Back to where the link was', { command: 'go-back' })] : []),
      ...(canGoForward ? [action('Forward again', { command: 'go-forward' })] : []),
      { ...action('First page', { command: 'first-page' }), disabled: page <= 1 },
      { ...action('Last page', { command: 'last-page' }), disabled: page >= pageCount },
    ],
  };
}

function scrollItems({ scroll, isPagedOnly }: ViewState): readonly MenuItem[] {
  const choices = [
    ['vertical', 'Continuous'],
    ['page', 'Page by page'],
    ['horizontal', 'Horizontal'],
    ['wrapped', 'Wrapped'],
  ] as const;
  return choices.map(([name, label]) =>
    choice(label, { command: 'set-scroll', scroll: name }, name === scroll, isPagedOnly && name !== 'page'),
  );
}

function spreadItems({ spread }: ViewState): readonly MenuItem[] {
  const choices = [
    ['none', 'One page'],
    ['odd', 'Two pages, odd on the left'],
    ['even', 'Two pages, even on the left'],
  ] as const;
  return choices.map(([name, label]) => choice(label, { command: 'set-spread', spread: name }, name === spread));
}

function tintItems({ tint }: ViewState): readonly MenuItem[] {
  const choices = [
    ['theme', 'With the app’s theme'],
    ['paper', 'Paper'],
    ['sepia', 'Sepia'],
    ['night', 'Night'],
  ] as const;
  return choices.map(([name, label]) => choice(label, { command: 'set-tint', tint: name }, name === tint));
}

function toolItems({ tool }: ViewState): readonly MenuItem[] {
  return [
    choice('Select text', { command: 'set-tool', tool: 'select' }, tool === 'select'),
    choice('Move the page (hand)', { command: 'set-tool', tool: 'hand' }, tool === 'hand'),
  ];
}

function action(label: string, command: ReaderCommand): MenuItem {
  return { label, command };
}

function choice(label: string, command: ReaderCommand, checked: boolean, disabled = false): MenuItem {
  return { label, command, kind: 'radio', checked, disabled };
}
