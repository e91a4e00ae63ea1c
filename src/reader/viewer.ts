import type { ReadableFile } from '../library/readable-file.ts';
import type { ReaderExtent, ReaderPosition } from './events.ts';
import { DocumentFind } from './find.ts';
import { DocumentLinkService } from './link-service.ts';
import { DocumentMarks } from './marks/document-marks.ts';
import { markOptions } from './marks/mark-options.ts';
import { watchPages } from './page-failures.ts';
import { loadPagesAround, measurePagesAround, measureSmallDocument, setPages } from './page-sizes.ts';
import { sayWhatIsToCome } from './page-waiting.ts';
import { PageTurning } from './page-turning.ts';
import { EventBus, imagesUrl, PDFViewer, type PDFDocumentProxy } from './pdfjs.ts';
import { ReaderL10n } from './pdfjs-l10n.ts';
import type { ReaderSnapshot } from './reader-state.ts';
import { refitOnResize } from './refit.ts';
import { nameSheets } from './sheet-names.ts';
import { ViewControls } from './view-controls.ts';
import { listen } from './viewer-events.ts';
import type { ViewerParts } from './viewer-parts.ts';
import { isAtEnd, positionOf, restoreLayout, restorePlace, showPlace, type ViewLocation } from './viewer-position.ts';

export interface DocumentViewListener {
  readonly onChange: () => void;
  /** The first page stands on the screen, or the word in its place that it can't. */
  readonly onDrawn: () => void;
  /** `position` may have changed. */
  readonly onMove: () => void;
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
  readonly #l10n = new ReaderL10n();
  readonly #viewer: PDFViewer;
  readonly #file: ReadableFile;
  readonly #view: ViewControls;
  readonly #documentId: string;
  readonly #listener: DocumentViewListener;
  #marks: DocumentMarks | undefined;
  #document: PDFDocumentProxy | undefined;
  #turning: PageTurning | undefined;
  #location: ViewLocation | undefined;
  #isAtEnd = false;

  /**
   * @param documentId see `ViewerParts`.
   * @param container absolutely positioned, scrolls, and its first child is the empty `div.pdfViewer`.
   */
  constructor(file: ReadableFile, documentId: string, container: HTMLDivElement, listener: DocumentViewListener) {
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
    nameSheets(this.#viewer, this.#eventBus, this.#l10n, signal);
    listen(this.#eventBus, 'updateviewarea', ({ location }) => this.#move(location, listener), signal);
    this.#view = new ViewControls({
      viewer: this.#viewer,
      here: () => this.position,
      goTo: (place) => void this.#goBackTo(place),
      turn: (by) => this.turn(by),
      onChange: () => this.#change(listener),
      signal,
    });
    this.#linkService.followedBy(this.#view);
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
      view: this.#view.state,
      marks: this.#marks?.snapshot,
    };
  }

  /** Absent before the first page is laid out. */
  get position(): ReaderPosition | undefined {
    if (!this.#location) return undefined;
    const { tint } = this.#view.state;
    const kept = this.#view.presentation.before;
    const now = positionOf(this.#viewer, this.#location);
    // What a presentation shows is nobody's choice of how to read.
    const place = !kept || kept.page === now.page ? (kept ?? now) : { ...kept, page: now.page, top: now.top };
    return tint === 'theme' ? place : { ...place, tint };
  }

  get extent(): ReaderExtent {
    return { pageCount: this.#viewer.pagesCount, isAtEnd: this.#isAtEnd };
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
      view: this.#view,
      goToPage: (pageNumber) => this.goToPage(pageNumber),
    };
  }

  /**
   * Shows a document where it was left. Settles when the pages are laid out, before the first is drawn.
   *
   * @param hash the end of an address, which goes before the position; empty for none.
   * @throws what pdf.js says of a first page that can't be read: some damaged files open and break only there.
   */
  async show(document: PDFDocumentProxy, position: ReaderPosition | undefined, hash: string): Promise<void> {
    const { signal } = this.#lifetime;
    const start = position && position.page <= document.numPages ? position : undefined;
    const [marks, pages] = await Promise.all([
      this.#openMarks(document),
      start ? loadPagesAround(document, start.page) : [],
    ]);
    if (signal.aborted) return;
    this.#marks = marks;
    this.#document = document;
    this.#turning = new PageTurning(this.#viewer, document, this.#file, signal);
    if (start?.tint) this.#view.setTint(start.tint);
    restoreLayout(this.#viewer, start);
    if (this.parts) {
      watchPages(this.parts, this.#listener.onDrawn);
      sayWhatIsToCome(this.parts);
    }
    const restore = (): void => {
      setPages(this.#viewer, pages);
      restorePlace(this.#viewer, start);
      if (hash !== '') void this.goToHash(hash);
    };
    // The viewer draws right after this event: what comes later would show the first page for a moment.
    listen(this.#eventBus, 'pagesinit', restore, signal);
    marks.showIn(this.#viewer);
    this.#linkService.setDocument(document);
    await (this.#viewer.pagesPromise as Promise<void>);
    // Of what is still coming, each page that nobody looks at yet would cost time on the line.
    if (!this.#file.watchWaiting) void measureSmallDocument(this.#viewer, document, signal);
  }

  turn(by: 1 | -1): void {
    this.#turning?.turn(by);
  }

  /** @param pageNumber out of bounds: nothing happens. */
  async goToPage(pageNumber: number): Promise<void> {
    await this.#turning?.goTo(pageNumber);
  }

  /** @see DocumentLinkService.goToHash */
  async goToHash(hash: string): Promise<void> {
    await this.#linkService.goToHash(hash);
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

  /** Another language is spoken. */
  sayAgain(): void {
    void this.#l10n.translateAgain();
    this.#listener.onChange();
  }

  /** Frees what the components hold; in this order, or pdf.js leaks. */
  dispose(): void {
    void this.#marks?.rest();
    this.#document = undefined;
    this.#turning = undefined;
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
      // Night needs to know where the photographs are; nothing is put over them for it.
      imagesRightClickMinSize: Infinity,
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

  #move(location: ViewLocation, { onMove }: DocumentViewListener): void {
    this.#location = location;
    this.#isAtEnd = isAtEnd(this.#viewer); // Later, its pages may not be in the window any more.
    onMove();
  }

  #change({ onChange, onMove }: DocumentViewListener): void {
    onChange();
    onMove();
  }

  async #goBackTo(place: ReaderPosition): Promise<void> {
    if (!this.#document) return;
    await measurePagesAround(this.#viewer, this.#document, place.page);
    if (this.#lifetime.signal.aborted) return;
    this.#viewer.currentScaleValue = place.scale;
    showPlace(this.#viewer, place);
  }
}
