import type { ReaderPosition } from './events.ts';
import { DocumentFind } from './find.ts';
import { DocumentLinkService } from './link-service.ts';
import { isMeasured, loadPagesAround, measurePagesAround, measureSmallDocument, setPages } from './page-sizes.ts';
import {
  AnnotationEditorType,
  AnnotationMode,
  EventBus,
  GenericL10n,
  imagesUrl,
  PDFViewer,
  type PDFDocumentProxy,
} from './pdfjs.ts';
import type { ReaderSnapshot } from './reader-state.ts';
import { refitOnResize } from './refit.ts';
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
  #document: PDFDocumentProxy | undefined;
  /** Where the last jump leads while its page is being measured, so that quick presses add up. */
  #jumpingTo: number | undefined;

  /** @param container absolutely positioned, scrolls, and its first child is the empty `div.pdfViewer`. */
  constructor(file: Blob, container: HTMLDivElement, listener: DocumentViewListener) {
    const { signal } = this.#lifetime;
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
    refitOnResize(this.#viewer, signal);
  }

  get snapshot(): ReaderSnapshot {
    const { currentPageNumber, pagesCount, currentScale, currentScaleValue } = this.#viewer;
    return {
      page: currentPageNumber,
      pageCount: pagesCount,
      scale: currentScale,
      scaleName: currentScaleValue ?? 'auto',
      find: this.find.result,
    };
  }

  /** Absent before a document is there, and after `dispose()`. */
  get parts(): ViewerParts | undefined {
    const document = this.#document;
    if (!document) return undefined;
    return {
      document,
      viewer: this.#viewer,
      eventBus: this.#eventBus,
      linkService: this.#linkService,
      container: this.#viewer.container,
      file: this.#file,
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
    const pages = start ? await loadPagesAround(document, start.page) : [];
    if (signal.aborted) return;
    this.#document = document;
    const restore = (): void => {
      setPages(this.#viewer, pages);
      this.#goTo(start);
    };
    // The viewer draws right after this event: what comes later would show the first page for a moment.
    listen(this.#eventBus, 'pagesinit', restore, signal);
    this.#viewer.setDocument(document);
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
      // Forms are shown as they are, not filled in: what is typed could not be kept yet.
      annotationMode: AnnotationMode.ENABLE,
      annotationEditorMode: AnnotationEditorType.DISABLE,
      // A border costs a phone a tenth of its width.
      removePageBorders: container.clientWidth < 640,
      abortSignal: this.#lifetime.signal,
    };
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
