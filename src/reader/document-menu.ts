import { msg } from '../language/msg.ts';
import type { MenuGroup, MenuItem } from './menu.ts';

/** What is done with the document as a whole. Lines for what the browser can't do are left out. */
export function documentMenu(): readonly MenuGroup[] {
  const share: readonly MenuItem[] = canShareFiles() ? [{ label: msg('Share…'), command: { command: 'share' } }] : [];
  // Firefox on Android has no `print`.
  const print: readonly MenuItem[] = 'print' in window ? [{ label: msg('Print…'), command: { command: 'print' } }] : [];
  return [
    {
      label: msg('Text'),
      items: [
        { label: msg('Select all text'), command: { command: 'select-all' } },
        { label: msg('Copy all text'), command: { command: 'copy-all' } },
      ],
    },
    {
      label: msg('Document'),
      items: [
        { label: msg('Save to disk'), command: { command: 'save' } },
        ...share,
        ...print,
        { label: msg('Document properties…'), command: { command: 'show-properties' } },
      ],
    },
  ];
}

function canShareFiles(): boolean {
  const sample = new File(['%PDF-'], 'document.pdf', { type: 'application/pdf' });
  // Missing in browsers that can't share at all.
  const { canShare } = navigator as { canShare?: Navigator['canShare'] };
  return canShare?.call(navigator, { files: [sample] }) ?? false;
}
