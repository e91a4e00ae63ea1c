import type { EventBus } from './pdfjs.ts';

interface MatchesCount {
  readonly current: number;
  readonly total: number;
}

/** The events of pdf.js' viewer components that the reader listens to. Its own types don't name them. */
export interface ViewerEvents {
  pagesinit: object;
  pagerendered: { readonly pageNumber: number };
  pagechanging: { readonly pageNumber: number };
  rotationchanging: object;
  optionalcontentconfigchanged: object;
  scalechanging: { readonly scale: number };
  /** `top` in PDF points. */
  updateviewarea: { readonly location: { readonly pageNumber: number; readonly top: number } };
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
