// The only door to pdf.js. The order matters: the core sets `globalThis.pdfjsLib`, which the viewer reads as it loads.
import './pdfjs-core.ts';
import 'pdfjs-dist/web/pdf_viewer.mjs';
import 'pdfjs-dist/web/pdf_viewer.css';

export * from './pdfjs-core.ts';
export {
  EventBus,
  FindState,
  GenericL10n,
  LinkTarget,
  PDFFindController,
  PDFLinkService,
  PDFViewer,
  ScrollMode,
  SpreadMode,
} from 'pdfjs-dist/web/pdf_viewer.mjs';
