import type { ReaderCommand } from './commands.ts';
import { runMarkCommand } from './mark-commands.ts';
import { runViewCommand } from './view-commands.ts';
import type { DocumentView } from './viewer.ts';

/** Does in the open document what a person asked for; what concerns the focus is the element's. */
export function runCommand(view: DocumentView, command: ReaderCommand): void {
  switch (command.command) {
    case 'next-page':
      return view.turn(1);
    case 'previous-page':
      return view.turn(-1);
    case 'first-page':
      return void view.goToPage(1);
    case 'last-page':
      return void view.goToPage(view.snapshot.pageCount);
    case 'go-to-page':
      return void view.goToPage(command.page);
    case 'zoom-in':
      return view.zoomIn();
    case 'zoom-out':
      return view.zoomOut();
    case 'zoom-to':
      return view.zoomTo(command.scale);
    case 'find':
      return view.find.search(command);
    case 'find-next':
      return view.find.next();
    case 'find-previous':
      return view.find.previous();
    default:
      if (!view.parts) return undefined;
      runViewCommand(view.parts, command);
      runMarkCommand(view.parts, command);
      return undefined;
  }
}
