import { copyLink } from './copy-link.ts';
import type { ViewerParts } from './viewer-parts.ts';
import type { ScrollName, SpreadName, Tint, Tool } from './view-state.ts';

/** How the pages are shown and moved through. */
export type ViewCommand =
  | { readonly command: 'rotate'; readonly degrees: 90 | -90 }
  | { readonly command: 'set-scroll'; readonly scroll: ScrollName }
  | { readonly command: 'set-spread'; readonly spread: SpreadName }
  | { readonly command: 'set-tint'; readonly tint: Tint }
  | { readonly command: 'set-tool'; readonly tool: Tool }
  /** To where the last link was taken; without one, nothing happens. */
  | { readonly command: 'go-back' }
  | { readonly command: 'go-forward' }
  | { readonly command: 'present' }
  | { readonly command: 'end-presentation' }
  | { readonly command: 'toggle-full-screen' }
  | { readonly command: 'copy-link' };

/** Does nothing for the commands of others. */
export function runViewCommand(parts: ViewerParts, given: { readonly command: string }): void {
  const { view, viewer } = parts;
  const command = given as ViewCommand;
  switch (command.command) {
    case 'rotate':
      return void (viewer.pagesRotation += command.degrees);
    case 'set-scroll':
      return view.setScroll(command.scroll);
    case 'set-spread':
      return view.setSpread(command.spread);
    case 'set-tint':
      return view.setTint(command.tint);
    case 'set-tool':
      return view.setTool(command.tool);
    case 'go-back':
      return view.goBack();
    case 'go-forward':
      return view.goForward();
    case 'present':
      return view.present();
    case 'end-presentation':
      return view.presentation.leave();
    case 'toggle-full-screen':
      return void view.presentation.toggleFullScreen();
    case 'copy-link':
      return void copyLink(parts.container, viewer.currentPageNumber);
    default:
      return undefined;
  }
}
