import { measurePagesAround } from './page-sizes.ts';
import { LinkTarget, PDFLinkService, type EventBus, type PDFDocumentProxy, type PDFViewer } from './pdfjs.ts';

/** Follows links: inside the document after measuring where they lead, outside in a new tab that knows nothing of us. */
export class DocumentLinkService extends PDFLinkService {
  constructor(eventBus: EventBus) {
    super({ eventBus, externalLinkTarget: LinkTarget.BLANK, externalLinkRel: 'noopener noreferrer nofollow' });
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
