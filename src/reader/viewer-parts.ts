import type { ReadableFile } from '../library/readable-file.ts';
import type { DocumentMarks } from './marks/document-marks.ts';
import type { EventBus, PDFDocumentProxy, PDFLinkService, PDFViewer } from './pdfjs.ts';
import type { ViewControls } from './view-controls.ts';

/** pdf.js' components around one open document, for what is built beside the pages. They end with `signal`. */
export interface ViewerParts {
  readonly document: PDFDocumentProxy;
  readonly viewer: PDFViewer;
  readonly eventBus: EventBus;
  readonly linkService: PDFLinkService;
  /** Scrolls the pages. */
  readonly container: HTMLDivElement;
  /** The file as it is stored, or as it is still coming. */
  readonly file: ReadableFile;
  /** The document's id in the library; '' where it has none, and nothing about it is kept. */
  readonly documentId: string;
  readonly marks: DocumentMarks;
  readonly signal: AbortSignal;
  readonly view: ViewControls;
  /** Goes to a page after measuring it and its neighbours, from 1; out of bounds: nothing happens. */
  readonly goToPage: (pageNumber: number) => Promise<void>;
}
