import { applyChoices } from './layers.ts';
import { AnnotationMode, type PDFDocumentProxy, type PDFPageProxy } from './pdfjs.ts';
import type { ViewerParts } from './viewer-parts.ts';

/** Dots per inch: sharp text from any printer, and an A4 page of 2 Mpx. */
const resolution = 150;

/** Canvas pixels; a poster is printed coarser rather than not at all. */
const largestCanvas = 2 ** 24;

/** A page as it goes to the printer. */
export interface PrintedPage {
  readonly pageNumber: number;
  /** Points. */
  readonly width: number;
  /** Points. */
  readonly height: number;
  /** PNG: on disk or in the browser's own memory, a tenth of the pixels it stands for. */
  readonly picture: Blob;
}

/**
 * Draws pages for printing, one after another: with their annotations, with forms as they are filled in, with the layers
 * that the person chose. One canvas is alive at a time, and the app can be used between two pages.
 *
 * @throws the signal's reason once it is aborted, or what pdf.js says of a page that can't be drawn.
 */
export async function* drawPagesToPrint(
  parts: ViewerParts,
  pageNumbers: readonly number[],
  signal: AbortSignal,
): AsyncGenerator<PrintedPage> {
  const { document, viewer } = parts;
  const forms = document.annotationStorage.print;
  const layers = await layersToPrint(document, viewer);
  for (const pageNumber of pageNumbers) {
    await nextTurn();
    signal.throwIfAborted();
    const page = await document.getPage(pageNumber);
    const { width, height } = page.getViewport({ scale: 1 });
    yield { pageNumber, width, height, picture: await drawPage(page, { forms, layers }, signal) };
  }
}

interface PrintContent {
  readonly forms: PDFDocumentProxy['annotationStorage']['print'];
  readonly layers: Awaited<ReturnType<PDFDocumentProxy['getOptionalContentConfig']>>;
}

async function drawPage(page: PDFPageProxy, { forms, layers }: PrintContent, signal: AbortSignal): Promise<Blob> {
  const viewport = page.getViewport({ scale: printScale(page) });
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.floor(viewport.width));
  canvas.height = Math.max(1, Math.floor(viewport.height));
  const task = page.render({
    canvas,
    viewport,
    intent: 'print',
    annotationMode: AnnotationMode.ENABLE_STORAGE,
    printAnnotationStorage: forms,
    optionalContentConfigPromise: Promise.resolve(layers),
  });
  const cancel = (): void => task.cancel();
  signal.addEventListener('abort', cancel, { once: true });
  try {
    await task.promise;
    return await pictureOf(canvas);
  } finally {
    signal.removeEventListener('abort', cancel);
    // Gives its pixels back now, not when the collector comes by.
    canvas.width = 0;
    canvas.height = 0;
  }
}

function printScale(page: PDFPageProxy): number {
  const { width, height } = page.getViewport({ scale: 1 });
  return Math.min(resolution / 72, Math.sqrt(largestCanvas / (width * height)));
}

async function layersToPrint(
  document: PDFDocumentProxy,
  viewer: ViewerParts['viewer'],
): Promise<PrintContent['layers']> {
  const [print, shown, initial] = await Promise.all([
    document.getOptionalContentConfig({ intent: 'print' }),
    viewer.optionalContentConfigPromise,
    document.getOptionalContentConfig({ intent: 'display' }),
  ]);
  if (shown) applyChoices(print, shown, initial);
  return print;
}

function pictureOf(canvas: HTMLCanvasElement): Promise<Blob> {
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('The page is too large for a picture'))));
  });
}

/** Lets the browser do what waits: answer presses, draw. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
