import type { ReaderPosition } from './events.ts';
import { DocumentFind } from './find.ts';
import { DocumentLinkService } from './link-service.ts';
import { isMeasured, loadPagesAround, measurePagesAround, measureSmallDocument, setPages } from './page-sizes.ts';
import { DocumentMarks } from './marks/document-marks.ts';
import { markOptions } from './marks/mark-options.ts';
import { EventBus, GenericL10n, imagesUrl, PDFViewer, type PDFDocumentProxy } from './pdfjs.ts';
import type { ReaderSnapshot } from './reader-state.ts';
import { listen } from './viewer-events.ts';
import type { ViewerParts } from './viewer-parts.ts';
import { listenForWheelZoom } from './wheel-zoom.ts';

export interface DocumentViewListener {
  readonly onChange: () => void;
  /** The first page stands on the screen. */
  readonly onDrawn: () => void;
  readonly onMove: (position: ReaderPosition) => void;
}

type ViewerOptions = ConstructorParameters<typeof PDFViewer>[0] & {
  // Missing in pdf.js' own types.
  readonly abortSignal: AbortSignal;
};

/** pdf.js' viewer components put together around one document. Ends with `dispose()`, before the document's task is destroyed. */
export class DocumentView {
  readonly find: DocumentFind;
  readonly #lifetime = new AbortController();
  readonly #eventBus = new EventBus();
  readonly #linkService = new DocumentLinkService(this.#eventBus);
  readonly #l10n = new GenericL10n('en-us');
  readonly #viewer: PDFViewer;
  readonly #file: Blob;
  readonly #documentId: string;
  readonly #listener: DocumentViewListener;
  #marks: DocumentMarks | undefined;
  #document: PDFDocumentProxy | undefined;
  /** Where the last jump leads while its page is being measured, so that quick presses add up. */
  #jumpingTo: number | undefined;

  /**
   * @param documentId see `ViewerParts`.
   * @param container absolutely positioned, scrolls, and its first child is the empty `div.pdfViewer`.
   */
  constructor(file: Blob, documentId: string, container: HTMLDivElement, listener: DocumentViewListener) {
    const { signal } = this.#lifetime;
    this.#documentId = documentId;
    this.#listener = listener;
    this.#file = file;
    this.find = new DocumentFind(this.#eventBus, this.#linkService, listener.onChange, signal);
    this.#viewer = new PDFViewer(this.#options(container));
    this.#linkService.setViewer(this.#viewer);
    void this.#l10n.translate(container);
    listen(this.#eventBus, 'pagechanging', listener.onChange, signal);
    listen(this.#eventBus, 'scalechanging', listener.onChange, signal);
    listen(this.#eventBus, 'pagerendered', listener.onDrawn, signal);
    listen(this.#eventBus, 'updateviewarea', ({ location }) => listener.onMove(this.#position(location)), signal);
    listenForWheelZoom(this.#viewer, signal);
  }

  get snapshot(): ReaderSnapshot {
    const { currentPageNumber, pagesCount, currentScale, currentScaleValue } = this.#viewer;
    return {
      page: currentPageNumber,
      pageCount: pagesCount,
      scale: currentScale,
      scaleName: currentScaleValue ?? 'auto',
      find: this.find.result,
      marks: this.#marks?.snapshot,
    };
  }

  /** Absent before a document is there, and after `dispose()`. */
  get parts(): ViewerParts | undefined {
    const document = this.#document;
    const marks = this.#marks;
    if (!document || !marks) return undefined;
    return {
      document,
      viewer: this.#viewer,
      eventBus: this.#eventBus,
      linkService: this.#linkService,
      container: this.#viewer.container,
      file: this.#file,
      documentId: this.#documentId,
      marks,
      signal: this.#lifetime.signal,
      goToPage: (pageNumber) => this.goToPage(pageNumber),
    };
  }

  /**
   * Shows a document where it was left. Settles when the pages are laid out, before the first is drawn.
   *
   * @throws what pdf.js says of a first page that can't be read: some damaged files open and break only there.
   */
  async show(document: PDFDocumentProxy, position: ReaderPosition | undefined): Promise<void> {
    const { signal } = this.#lifetime;
    const start = position && position.page <= document.numPages ? position : undefined;
    const marks = await this.#openMarks(document);
    const pages = start ? await loadPagesAround(document, start.page) : [];
    if (signal.aborted) return;
    this.#marks = marks;
    this.#document = document;
    const restore = (): void => {
      setPages(this.#viewer, pages);
      this.#goTo(start);
    };
    // The viewer draws right after this event: what comes later would show the first page for a moment.
    listen(this.#eventBus, 'pagesinit', restore, signal);
    marks.showIn(this.#viewer);
    this.#linkService.setDocument(document);
    await (this.#viewer.pagesPromise as Promise<void>);
    void measureSmallDocument(this.#viewer, document, signal);
  }

  nextPage(): void {
    void this.goToPage((this.#jumpingTo ?? this.#viewer.currentPageNumber) + 1);
  }

  previousPage(): void {
    void this.goToPage((this.#jumpingTo ?? this.#viewer.currentPageNumber) - 1);
  }

  /** @param pageNumber out of bounds: nothing happens. */
  async goToPage(pageNumber: number): Promise<void> {
    if (!this.#document || !(pageNumber >= 1 && pageNumber <= this.#viewer.pagesCount)) return;
    if (!isMeasured(this.#viewer, pageNumber)) {
      this.#jumpingTo = pageNumber;
      await measurePagesAround(this.#viewer, this.#document, pageNumber);
      if (this.#lifetime.signal.aborted || this.#jumpingTo !== pageNumber) return;
      this.#jumpingTo = undefined;
    }
    this.#viewer.currentPageNumber = pageNumber;
  }

  zoomIn(): void {
    this.#viewer.increaseScale();
  }

  zoomOut(): void {
    this.#viewer.decreaseScale();
  }

  /** @see ReaderPosition.scale */
  zoomTo(scale: string): void {
    this.#viewer.currentScaleValue = scale;
  }

  /** Frees what the components hold; in this order, or pdf.js leaks. */
  dispose(): void {
    void this.#marks?.rest();
    this.#document = undefined;
    this.#viewer.setDocument(null);
    this.#linkService.setDocument(null);
    this.#lifetime.abort();
    void this.#l10n.destroy();
  }

  #options(container: HTMLDivElement): ViewerOptions {
    return {
      container,
      eventBus: this.#eventBus,
      linkService: this.#linkService,
      findController: this.find.controller,
      l10n: this.#l10n,
      imageResourcesPath: imagesUrl,
      ...markOptions(container),
      // A border costs a phone a tenth of its width.
      removePageBorders: container.clientWidth < 640,
      abortSignal: this.#lifetime.signal,
    };
  }

  #openMarks(document: PDFDocumentProxy): Promise<DocumentMarks> {
    return DocumentMarks.open(document, {
      documentId: this.#documentId,
      viewer: this.#viewer,
      eventBus: this.#eventBus,
      signal: this.#lifetime.signal,
      onChange: this.#listener.onChange,
    });
  }

  #goTo(position: ReaderPosition | undefined): void {
    this.#viewer.currentScaleValue = isScale(position?.scale) ? position.scale : 'auto';
    if (!position) return;
    this.#viewer.scrollPageIntoView({
      pageNumber: position.page,
      destArray: [null, { name: 'XYZ' }, null, position.top, null],
      allowNegativeOffset: true,
    });
  }

  #position({ pageNumber, top }: { readonly pageNumber: number; readonly top: number }): ReaderPosition {
    return { page: pageNumber, top, scale: this.#viewer.currentScaleValue };
  }
}

function isScale(scale: string | undefined): scale is string {
  return scale !== undefined && (/^(auto|page-(width|fit|actual|height))$/.test(scale) || Number(scale) > 0);
}
