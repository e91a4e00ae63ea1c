import type { LayerConfig } from './layers.ts';
import type { PDFPageProxy } from './pdfjs.ts';
import type { ViewerParts } from './viewer-parts.ts';

type RenderTask = ReturnType<PDFPageProxy['render']>;

/** A thumbnail that wants to be drawn. */
export interface ThumbnailPlace {
  /** From 1. */
  readonly pageNumber: number;
  /** CSS pixels that the picture must fit in. */
  readonly room: { readonly width: number; readonly height: number };
  /** Gets the finished picture, in a canvas of its own. */
  readonly show: (canvas: HTMLCanvasElement) => void;
}

/** Draws thumbnails one at a time, the one most in view first. Whatever is taken back is neither begun nor finished. */
export class ThumbnailQueue {
  readonly #parts: ViewerParts;
  readonly #distance: (pageNumber: number) => number;
  readonly #waiting = new Set<ThumbnailPlace>();
  #drawing: { readonly place: ThumbnailPlace; task?: RenderTask } | undefined;

  /** @param distance how far a page's thumbnail is from the middle of the view, in any unit. */
  constructor(parts: ViewerParts, distance: (pageNumber: number) => number) {
    this.#parts = parts;
    this.#distance = distance;
    parts.signal.addEventListener('abort', () => this.clear(), { once: true });
  }

  /** @returns takes the place back; safe after it was drawn. */
  add(place: ThumbnailPlace): () => void {
    this.#waiting.add(place);
    // Later: the places of one rendering come together, and the first need not be the nearest.
    queueMicrotask(() => this.#next());
    return () => this.#remove(place);
  }

  clear(): void {
    this.#waiting.clear();
    this.#drawing?.task?.cancel();
  }

  #remove(place: ThumbnailPlace): void {
    this.#waiting.delete(place);
    if (this.#drawing?.place === place) this.#drawing.task?.cancel();
  }

  #next(): void {
    if (this.#drawing || this.#parts.signal.aborted) return;
    let nearest: ThumbnailPlace | undefined;
    for (const place of this.#waiting)
      if (!nearest || this.#distance(place.pageNumber) < this.#distance(nearest.pageNumber)) nearest = place;
    if (nearest) void this.#draw(nearest);
  }

  /** A place stays among those that wait until it is drawn, so that taking it back says it isn't wanted any more. */
  async #draw(place: ThumbnailPlace): Promise<void> {
    const drawing: { readonly place: ThumbnailPlace; task?: RenderTask } = { place };
    this.#drawing = drawing;
    try {
      const page = await this.#parts.document.getPage(place.pageNumber);
      const layers = await this.#parts.viewer.optionalContentConfigPromise;
      if (!layers || !this.#waiting.has(place)) return;
      const canvas = document.createElement('canvas');
      drawing.task = this.#render(page, canvas, place, layers);
      await drawing.task.promise;
      if (this.#waiting.has(place)) place.show(canvas);
      this.#forget(page);
    } catch {
      // Cancelled, or a page that can't be drawn: its place stays white paper, and the page itself says why.
    } finally {
      this.#waiting.delete(place);
      this.#drawing = undefined;
      this.#next();
    }
  }

  #render(page: PDFPageProxy, canvas: HTMLCanvasElement, { room }: ThumbnailPlace, layers: LayerConfig): RenderTask {
    const { viewer } = this.#parts;
    const rotation = (page.rotate + viewer.pagesRotation) % 360;
    const { width, height } = page.getViewport({ scale: 1, rotation });
    const scale = Math.min(room.width / width, room.height / height) * devicePixelRatio;
    const viewport = page.getViewport({ scale, rotation });
    canvas.width = Math.max(1, Math.round(viewport.width));
    canvas.height = Math.max(1, Math.round(viewport.height));
    canvas.style.aspectRatio = `${canvas.width} / ${canvas.height}`;
    return page.render({ canvas, viewport, optionalContentConfigPromise: Promise.resolve(layers) });
  }

  /** What pdf.js keeps to draw a page again is worth its memory only for pages that stand on the screen. */
  #forget(page: PDFPageProxy): void {
    const shown = [...(this.#parts.viewer.getCachedPageViews() as Set<{ readonly id: number }>)];
    if (!shown.some(({ id }) => id === page.pageNumber)) page.cleanup();
  }
}
