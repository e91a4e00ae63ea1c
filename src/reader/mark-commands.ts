import { ReaderSaveCopyEvent } from './events.ts';
import type { ReaderMarkTool } from './marks/mark-tools.ts';
import type { MarkSetting, MarkSettings } from './marks/marks-snapshot.ts';
import type { ViewerParts } from './viewer-parts.ts';

/** Annotations, forms and bookmarks. */
export type MarkCommand =
  /** Of the page that is shown. */
  | { readonly command: 'toggle-bookmark' }
  | { readonly command: 'toggle-mark-bar' }
  | { readonly command: 'toggle-mark-tool'; readonly tool: ReaderMarkTool }
  /** Puts in a new image or signature: whichever tool is in use. */
  | { readonly command: 'insert-mark' }
  | { readonly command: 'set-mark'; readonly name: MarkSetting; readonly value: MarkSettings[MarkSetting] }
  | { readonly command: 'undo-mark' }
  | { readonly command: 'redo-mark' }
  /** `id` as in the store. */
  | { readonly command: 'remove-mark'; readonly id: string }
  /** `top` in PDF points above the page's lower edge; without it, the page's upper edge. */
  | { readonly command: 'show-mark'; readonly page: number; readonly top: number | undefined }
  | { readonly command: 'save-marked-copy' };

const names: Readonly<Record<MarkCommand['command'], true>> = {
  'toggle-bookmark': true,
  'toggle-mark-bar': true,
  'toggle-mark-tool': true,
  'insert-mark': true,
  'set-mark': true,
  'undo-mark': true,
  'redo-mark': true,
  'remove-mark': true,
  'show-mark': true,
  'save-marked-copy': true,
};

function isMarkCommand(command: { readonly command: string }): command is MarkCommand {
  return Object.hasOwn(names, command.command);
}

/** @returns whether the command was one of these. */
export function runMarkCommand(parts: ViewerParts, command: { readonly command: string }): boolean {
  if (!isMarkCommand(command)) return false;
  run(parts, command);
  return true;
}

function run(parts: ViewerParts, command: MarkCommand): void {
  const { marks, viewer } = parts;
  switch (command.command) {
    case 'toggle-bookmark':
      return void marks.toggleBookmark(viewer.currentPageNumber);
    case 'toggle-mark-bar':
      return marks.toggleBar();
    case 'toggle-mark-tool':
      return marks.toggleTool(command.tool);
    case 'insert-mark':
      return marks.insert();
    case 'set-mark':
      return marks.set(command.name, command.value);
    case 'undo-mark':
      return marks.undo();
    case 'redo-mark':
      return marks.redo();
    case 'remove-mark':
      return void marks.remove(command.id);
    case 'show-mark':
      return void show(parts, command.page, command.top);
    case 'save-marked-copy':
      return void saveCopy(parts);
    default:
      return command satisfies never;
  }
}

async function show({ goToPage, viewer, signal }: ViewerParts, page: number, top: number | undefined): Promise<void> {
  await goToPage(page);
  if (signal.aborted || top === undefined) return;
  // Some lines above it, so that it is seen where it stands.
  viewer.scrollPageIntoView({ pageNumber: page, destArray: [null, { name: 'XYZ' }, null, top + 72, null] });
}

async function saveCopy({ marks, container }: ViewerParts): Promise<void> {
  const bytes = await marks.save();
  if (bytes) container.dispatchEvent(new ReaderSaveCopyEvent(bytes));
}
