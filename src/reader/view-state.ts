/** Which way the pages go on: below each other, one at a time, side by side, or in lines like words. */
export type ScrollName = 'vertical' | 'page' | 'horizontal' | 'wrapped';

/** Which pages stand on the left of a pair. */
export type SpreadName = 'none' | 'odd' | 'even';

/** The colour of the paper; `theme` is paper by day and night in the dark. */
export type Tint = 'theme' | 'paper' | 'sepia' | 'night';

/** What dragging with the mouse does: selects text, or moves the page. */
export type Tool = 'select' | 'hand';

/** How the pages are shown, and where a person can go back to. */
export interface ViewState {
  readonly scroll: ScrollName;
  readonly spread: SpreadName;
  readonly tint: Tint;
  readonly tool: Tool;
  /** The document is too long to be laid out at once: it can only be shown page by page. */
  readonly isPagedOnly: boolean;
  readonly isPresenting: boolean;
  readonly isFullScreen: boolean;
  /** Places in the document that links led away from. */
  readonly canGoBack: boolean;
  readonly canGoForward: boolean;
}
