import { isMeasured, measurePagesAround } from './page-sizes.ts';
import { LinkTarget, PDFLinkService, type EventBus, type PDFDocumentProxy, type PDFViewer } from './pdfjs.ts';

/** Follows links: inside the document after measuring where they lead, outside in a new tab that knows nothing of us. */
export class DocumentLinkService extends PDFLinkService {
  #history: LinkHistory | undefined;

  constructor(eventBus: EventBus) {
    super({ eventBus, externalLinkTarget: LinkTarget.BLANK, externalLinkRel: 'noopener noreferrer nofollow' });
  }

  /** Who remembers where links were taken; pdf.js' own `PDFHistory` would take over the app's addresses. */
  followedBy(history: LinkHistory): void {
    this.#history = history;
    this.setHistory({ back: () => history.goBack(), forward: () => history.goForward() });
  }

  override get page(): number {
    return super.page;
  }

  /** Find comes this way, too: to a page that may not have been measured. */
  override set page(pageNumber: number) {
    void this.#goTo(pageNumber);
  }

  /** Absolute: a bare `#…` reads as a link to an anchor of the app's page, which isn't there. */
  override getAnchorUrl(anchor: string): string {
    return location.href.replace(/#.*$/, '') + anchor;
  }

  /** As pdf.js does it, but it measures first, and doesn't take the focus once the page is drawn: that may be too late. */
  override async goToDestination(destination: string | unknown[]): Promise<void> {
    const document = this.pdfDocument as PDFDocumentProxy | null;
    const viewer = this.pdfViewer as PDFViewer;
    if (!document) return;
    const explicit = typeof destination === 'string' ? await document.getDestination(destination) : destination;
    const pageNumber = await pageOf(document, explicit);
    // A link that leads nowhere does nothing, as everywhere.
    if (!explicit || pageNumber === undefined) return;
    await measurePagesAround(viewer, document, pageNumber);
    if (this.pdfDocument !== document) return;
    this.#history?.leaveByLink();
    viewer.scrollPageIntoView({ pageNumber, destArray: explicit });
    viewer.container.focus({ preventScroll: true });
  }

  /**
   * Goes where the end of an address says, such as `page=12`, `zoom=150` or `nameddest=chapter`.
   *
   * @param hash without its `#`.
   */
  async goToHash(hash: string): Promise<void> {
    const document = this.pdfDocument as PDFDocumentProxy | null;
    const page = Number(new URLSearchParams(hash).get('page') ?? Number.NaN);
    if (!document) return;
    const isPage = inBounds(document, page) !== undefined;
    if (isPage) await measurePagesAround(this.pdfViewer as PDFViewer, document, page);
    // A page that isn't there: the rest still counts.
    super.setHash(isPage ? hash : hash.replace(/(^|&)page=[^&]*&?/u, '$1'));
  }

  async #goTo(pageNumber: number): Promise<void> {
    const document = this.pdfDocument as PDFDocumentProxy | null;
    const viewer = this.pdfViewer as PDFViewer;
    if (!document || inBounds(document, pageNumber) === undefined) return;
    if (!isMeasured(viewer, pageNumber)) await measurePagesAround(viewer, document, pageNumber);
    if (this.pdfDocument === document) viewer.currentPageNumber = pageNumber;
  }
}

/** Remembers the places that links were taken from. */
interface LinkHistory {
  leaveByLink(): void;
  goBack(): void;
  goForward(): void;
}

/** `undefined` for a destination that leads nowhere. */
async function pageOf(document: PDFDocumentProxy, explicit: readonly unknown[] | null): Promise<number | undefined> {
  const target: unknown = explicit?.[0];
  if (typeof target === 'number') return inBounds(document, target + 1);
  if (typeof target !== 'object' || target === null) return undefined;
  try {
    return inBounds(document, (await document.getPageIndex(target as Parameters<typeof document.getPageIndex>[0])) + 1);
  } catch {
    return undefined;
  }
}

function inBounds(document: PDFDocumentProxy, pageNumber: number): number | undefined {
  return Number.isInteger(pageNumber) && pageNumber >= 1 && pageNumber <= document.numPages ? pageNumber : undefined;
}
