import type { ViewerParts } from './viewer-parts.ts';

/** How the pages are shown and moved through. */
export type ViewCommand = { readonly command: 'rotate'; readonly degrees: 90 | -90 };

/** @returns whether the command was one of these. */
export function runViewCommand({ viewer }: ViewerParts, command: { readonly command: string }): boolean {
  const { command: name, degrees } = command as ViewCommand;
  if (name !== 'rotate') return false;
  viewer.pagesRotation += degrees;
  return true;
}
