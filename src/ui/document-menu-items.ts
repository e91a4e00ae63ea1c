import { msg } from '../language/msg.ts';
import { readingState } from '../library/shelf-filter.ts';
import type { DocumentRow } from '../store/schema.ts';
import type { ShelfCommand } from './shelf-command.ts';

/** One line of a document's menu. */
export interface MenuItem {
  readonly label: string;
  readonly command: ShelfCommand;
  /** Absent for what is done at once; else whether it is on. */
  readonly isOn?: boolean;
}

/** What can be done with a document, in groups. What the browser or the document can't is left out. */
export function menuItemsOf(document: DocumentRow): readonly (readonly MenuItem[])[] {
  const { id, isFavourite = false, isMissing = false, isPinned = false } = document;
  const ids = [id];
  const state = readingState(document);
  const finished: MenuItem = { label: msg('Mark as finished'), command: { command: 'finished', ids } };
  const unread: MenuItem = { label: msg('Mark as unread'), command: { command: 'unread', ids } };
  const share: MenuItem = { label: msg('Share…'), command: { command: 'share', document } };
  const save: MenuItem = { label: msg('Save to disk'), command: { command: 'save', document } };
  const again: readonly MenuItem[] =
    document.source === undefined
      ? []
      : [{ label: msg('Download again'), command: { command: 'download-again', document } }];
  return [
    [
      { label: msg('Favourite'), isOn: isFavourite, command: { command: 'favourite', ids, isOn: !isFavourite } },
      { label: msg('Keep always'), isOn: isPinned, command: { command: 'pin', ids, isOn: !isPinned } },
      ...(state === 'finished' ? [] : [finished]),
      ...(state === 'unread' ? [] : [unread]),
      { label: msg('Collections…'), command: { command: 'collect', ids } },
    ],
    [
      { label: msg('Rename…'), command: { command: 'rename', document } },
      { label: msg('Details…'), command: { command: 'details', document } },
      ...(isMissing ? again : [save, ...(canShareFiles() ? [share] : [])]),
    ],
    [
      { label: msg('Select'), command: { command: 'select', id, isRange: false } },
      { label: msg('Remove'), command: { command: 'remove', ids } },
    ],
  ];
}

function canShareFiles(): boolean {
  const sample = new File(['%PDF-'], 'document.pdf', { type: 'application/pdf' });
  // Missing in browsers that can't share at all.
  const { canShare } = navigator as { canShare?: Navigator['canShare'] };
  return canShare?.call(navigator, { files: [sample] }) ?? false;
}
