import type { EventBus, PDFViewer } from './pdfjs.ts';
import type { ReaderL10n } from './pdfjs-l10n.ts';
import { listen } from './viewer-events.ts';

/** Where the viewer shows one page at a time, it leaves the page that comes without the name that it has elsewhere. */
export function nameSheets(viewer: PDFViewer, eventBus: EventBus, l10n: ReaderL10n, signal: AbortSignal): void {
  const name = (pageNumber: number): void => {
    const view = viewer.getPageView(pageNumber - 1) as { readonly div: HTMLElement } | undefined;
    if (view && !view.div.ariaLabel) void l10n.translateOnce(view.div);
  };
  listen(eventBus, 'updateviewarea', ({ location }) => name(location.pageNumber), signal);
  listen(eventBus, 'pagerendered', ({ pageNumber }) => name(pageNumber), signal);
}
