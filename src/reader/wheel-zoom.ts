import type { PDFViewer } from './pdfjs.ts';
import { pointInParent } from './point-in-parent.ts';

/** Ctrl+wheel, which is also what a touchpad's pinch sends, zooms around the pointer. */
export function listenForWheelZoom(viewer: PDFViewer, signal: AbortSignal): void {
  const { container } = viewer;
  let factor = 1;
  const zoom = (event: WheelEvent): void => {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    // A notch of a mouse wheel is 100 and more, a pinch sends many small steps: neither may leap.
    factor *= Math.exp(-Math.max(-20, Math.min(20, event.deltaY)) / 200);
    // The viewer rounds the scale to hundredths: smaller steps are gathered, not lost.
    if (Math.abs(viewer.currentScale * (factor - 1)) < 0.01) return;
    viewer.updateScale({
      scaleFactor: factor,
      drawingDelay: 300,
      origin: pointInParent(container, event.clientX, event.clientY),
    });
    factor = 1;
  };
  container.addEventListener('wheel', zoom, { passive: false, signal });
}
