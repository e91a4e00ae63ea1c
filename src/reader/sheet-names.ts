import type { EventBus, GenericL10n, PDFViewer } from './pdfjs.ts';
import { listen } from './viewer-events.ts';

/** Where the viewer shows one page at a time, it leaves the page that comes without the name that it has elsewhere. */
export function nameSheets(viewer: PDFViewer, eventBus: EventBus, l10n: GenericL10n, signal: AbortSignal): void {
  const name = ({ location }: { readonly location: { readonly pageNumber: number } }): void => {
    const view = viewer.getPageView(location.pageNumber - 1) as { readonly div: HTMLElement } | undefined;
    if (view && !view.div.ariaLabel) void l10n.translateOnce(view.div);
  };
  listen(eventBus, 'updateviewarea', name, signal);
}
