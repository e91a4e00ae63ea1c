import { isMeasured, measurePagesAround } from './page-sizes.ts';
import { LinkTarget, PDFLinkService, type EventBus, type PDFDocumentProxy, type PDFViewer } from './pdfjs.ts';

/** Follows links: inside the document after measuring where they lead, outside in a new tab that knows nothing of us. */
export class DocumentLinkService extends PDFLinkService {
  constructor(eventBus: EventBus) {
    super({ eventBus, externalLinkTarget: LinkTarget.BLANK, externalLinkRel: 'noopener noreferrer nofollow' });
  }

  /** Who is told before a link is followed, and goes back; pdf.js' own `PDFHistory` takes over the app's addresses. */
  followedBy(history: LinkHistory): void {
    this.setHistory({
      pushCurrentPosition: () => history.leaveByLink(),
      push: () => {},
      pushPage: () => {},
      back: () => history.goBack(),
      forward: () => history.goForward(),
    });
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

  override async goToDestination(destination: string | unknown[]): Promise<void> {
    const document = this.pdfDocument as PDFDocumentProxy | null;
    if (!document) return;
    const pageNumber = await destinationPage(document, destination);
    if (pageNumber !== undefined) await measurePagesAround(this.pdfViewer as PDFViewer, document, pageNumber);
    await super.goToDestination(destination);
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

/** `undefined` for a destination that leads nowhere; pdf.js says so itself. */
async function destinationPage(
  document: PDFDocumentProxy,
  destination: string | unknown[],
): Promise<number | undefined> {
  const explicit = typeof destination === 'string' ? await document.getDestination(destination) : destination;
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
