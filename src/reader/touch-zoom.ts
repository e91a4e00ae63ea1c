import { TouchManager, type PDFViewer } from './pdfjs.ts';
import { pointInParent } from './point-in-parent.ts';

/** Two fingers zoom around themselves, and move the page with them. */
export function listenForPinch(viewer: PDFViewer, signal: AbortSignal): void {
  const { container } = viewer;
  let factor = 1;
  const pinch = (
    [x, y]: readonly [number, number],
    previous: number,
    distance: number,
    dx: number,
    dy: number,
  ): void => {
    factor *= distance / previous;
    // The viewer rounds the scale to hundredths: smaller steps are gathered, not lost.
    if (Math.abs(viewer.currentScale * (factor - 1)) < 0.01) return viewer.panBy(dx, dy);
    viewer.updateScale({
      scaleFactor: factor,
      drawingDelay: 300,
      origin: pointInParent(container, x, y),
      pan: [dx, dy],
    });
    factor = 1;
    return undefined;
  };
  // It ends with the signal.
  void new TouchManager({
    container,
    onPinchStart: () => void (factor = 1),
    onPinching: pinch,
    onPanning: (dx: number, dy: number) => viewer.panBy(dx, dy),
    signal,
  });
}
