import type { EventBus } from './pdfjs.ts';
import type { ViewLocation } from './viewer-position.ts';

interface MatchesCount {
  readonly current: number;
  readonly total: number;
}

/** The events of pdf.js' viewer components that the reader listens to. Its own types don't name them. */
export interface ViewerEvents {
  pagesinit: object;
  textlayerrendered: { readonly pageNumber: number };
  /** A detail view is the part of a page that is enlarged beyond what one canvas holds. */
  pagerendered: { readonly pageNumber: number; readonly isDetailView: boolean; readonly error: unknown };
  pagechanging: { readonly pageNumber: number };
  optionalcontentconfigchanged: object;
  scalechanging: { readonly scale: number };
  updateviewarea: { readonly location: ViewLocation };
  scrollmodechanged: object;
  spreadmodechanged: object;
  rotationchanging: object;
  updatefindmatchescount: { readonly matchesCount: MatchesCount };
  /** `state` is one of `FindState`. */
  updatefindcontrolstate: { readonly state: number; readonly matchesCount: MatchesCount };
}

/** Listens until the signal aborts. */
export function listen<Type extends keyof ViewerEvents>(
  eventBus: EventBus,
  type: Type,
  listener: (event: ViewerEvents[Type]) => void,
  signal: AbortSignal,
): void {
  eventBus.on(type, listener, { signal });
}
