import type { PDFViewer } from './pdfjs.ts';

/** Pages that fit their place fit it again when the place changes, as when the sidebar opens or the window is turned. */
export function refitOnResize(viewer: PDFViewer, signal: AbortSignal): void {
  const observer = new ResizeObserver(() => {
    const { currentScaleValue } = viewer;
    // A number stays what it is.
    if (Number.isNaN(Number(currentScaleValue))) viewer.currentScaleValue = currentScaleValue;
  });
  observer.observe(viewer.container);
  signal.addEventListener('abort', () => observer.disconnect(), { once: true });
}
