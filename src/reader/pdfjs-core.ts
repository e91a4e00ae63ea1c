// The door to pdf.js' core, which needs no viewer: whoever shows pages goes through `pdfjs.ts`.
import { GlobalWorkerOptions } from 'pdfjs-dist';
import workerUrl from 'pdfjs-dist/build/pdf.worker.min.mjs?url';
import rendererUrl from 'pdfjs-dist/build/pdf.renderer.min.mjs?url';

export {
  AnnotationEditorParamsType,
  AnnotationEditorType,
  AnnotationMode,
  getDocument,
  OPS,
  PasswordResponses,
  PDFDateString,
  PDFDataRangeTransport,
  PDFWorker,
  PermissionFlag,
  TouchManager,
} from 'pdfjs-dist';
export type { PDFDocumentLoadingTask, PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist';

/** A thread that parses. pdf.js' own way to start one falls back to the page's thread, and then never tries again. */
export function startWorkerThread(): Worker {
  return new Worker(workerUrl, { type: 'module' });
}

/** A thread that draws, which keeps scrolling smooth on heavy pages; for one document at a time. */
export function startDrawingThread(): Worker {
  return new Worker(rendererUrl, { type: 'module' });
}

/** Where the next document is drawn; `undefined`, or one that is in use: pdf.js starts a thread of its own. */
export function lendDrawingThread(thread: Worker | undefined): void {
  GlobalWorkerOptions.rendererPorts = thread ? [thread] : [];
}

GlobalWorkerOptions.rendererSrc = rendererUrl;

/** Absolute, because a worker would resolve a relative address against its own script. */
const assets = new URL(`${import.meta.env.BASE_URL}${__PDFJS_ASSETS__}`, document.baseURI).href;

/** Addresses of what pdf.js fetches while it reads; each ends in a slash. */
export const assetUrls = {
  cMapUrl: `${assets}cmaps/`,
  standardFontDataUrl: `${assets}standard_fonts/`,
  wasmUrl: `${assets}wasm/`,
  iccUrl: `${assets}iccs/`,
} as const;

/** Icons of annotations; ends in a slash. */
export const imagesUrl = `${assets}images/`;
