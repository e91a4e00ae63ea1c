import { boundsOf, imagesOn, isPaper, outlineWithout, type ImageCorners } from './page-images.ts';
import type { PDFViewer } from './pdfjs.ts';
import { listen } from './viewer-events.ts';
import type { Tint } from './view-state.ts';
import './page-tint.css';

/** What of pdf.js' page view is needed here; its own types say `any`. */
interface DrawnPage {
  readonly div: HTMLDivElement;
  readonly canvas: HTMLCanvasElement | null;
  readonly viewport: { readonly rotation: number };
  /** Where the page's images lie on the canvas that was drawn first. */
  readonly imageCoordinates: Float32Array | null;
}

/** Images of a page that stay as they are at night, and how the page was turned when they were found. */
interface Spared {
  readonly coordinates: Float32Array;
  readonly rotation: number;
  readonly paper: ReadonlySet<number>;
}

/** Pixels along a side: enough to tell a photograph from a scan. */
const sampleSize = 16;

/**
 * Tints the pages: a film over each canvas, which at night has a hole over each photograph. pdf.js' own `pageColors`
 * knows two colours only, recolours photographs too, and gives up drawing in a worker.
 */
export class PageTint {
  readonly #viewer: PDFViewer;
  readonly #dark = matchMedia('(prefers-color-scheme: dark)');
  readonly #spared = new WeakMap<DrawnPage, Spared>();
  #tint: Tint = 'theme';

  constructor(viewer: PDFViewer, signal: AbortSignal) {
    this.#viewer = viewer;
    this.#dark.addEventListener('change', () => this.#apply(), { signal });
    listen(viewer.eventBus, 'pagerendered', (event) => event.isDetailView || this.#spare(event.pageNumber), signal);
    this.#apply();
  }

  get tint(): Tint {
    return this.#tint;
  }

  set tint(tint: Tint) {
    this.#tint = tint;
    this.#apply();
  }

  #apply(): void {
    const byTheme = this.#dark.matches ? 'night' : 'paper';
    this.#viewer.container.dataset['tint'] = this.#tint === 'theme' ? byTheme : this.#tint;
  }

  #spare(pageNumber: number): void {
    const page = this.#viewer.getPageView(pageNumber - 1) as DrawnPage | undefined;
    if (!page?.canvas || !page.imageCoordinates) return;
    const spared = this.#spared.get(page) ?? this.#look(page, page.canvas, page.imageCoordinates);
    const quarterTurns = ((page.viewport.rotation - spared.rotation + 360) % 360) / 90;
    const images = imagesOn(spared.coordinates, quarterTurns).filter((_, index) => !spared.paper.has(index));
    page.div.style.setProperty('--reader-outline', outlineWithout(images));
  }

  #look(page: DrawnPage, canvas: HTMLCanvasElement, coordinates: Float32Array): Spared {
    const images = imagesOn(coordinates, 0);
    const paper = new Set(images.flatMap((image, index) => (isPaper(sample(canvas, image)) ? [index] : [])));
    const spared = { coordinates, rotation: page.viewport.rotation, paper };
    this.#spared.set(page, spared);
    return spared;
  }
}

function sample(canvas: HTMLCanvasElement, image: ImageCorners): Uint8ClampedArray {
  const { left, top, right, bottom } = boundsOf(image);
  const small = new OffscreenCanvas(sampleSize, sampleSize);
  const context = small.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('No canvas to look at the images with');
  const [x, y] = [left * canvas.width, top * canvas.height];
  const [width, height] = [(right - left) * canvas.width, (bottom - top) * canvas.height];
  context.drawImage(canvas, x, y, width, height, 0, 0, sampleSize, sampleSize);
  return context.getImageData(0, 0, sampleSize, sampleSize).data;
}
