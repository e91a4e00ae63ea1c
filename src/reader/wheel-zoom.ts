import type { PDFViewer } from './pdfjs.ts';

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
    viewer.updateScale({ scaleFactor: factor, drawingDelay: 300, origin: pointInParent(container, event) });
    factor = 1;
  };
  container.addEventListener('wheel', zoom, { passive: false, signal });
}

/** The viewer counts from its container's offset parent, not from the window. */
function pointInParent(container: HTMLElement, event: WheelEvent): [x: number, y: number] {
  const { left, top } = container.getBoundingClientRect();
  return [event.clientX - left + container.offsetLeft, event.clientY - top + container.offsetTop];
}
