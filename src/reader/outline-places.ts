import { flatten, type OutlineEntry } from './outline.ts';
import type { PDFDocumentProxy } from './pdfjs.ts';

/** Where an entry of the outline leads. */
export interface OutlinePlace {
  readonly id: string;
  /** From 1. */
  readonly page: number;
  /** PDF points above the page's lower edge; Infinity: the page's upper edge. */
  readonly top: number;
}

type PageReference = Parameters<PDFDocumentProxy['getPageIndex']>[0];

/** Places of all entries, in the order of reading; an entry that leads nowhere has none. One question at a time: outlines have thousands. */
export async function readOutlinePlaces(
  document: PDFDocumentProxy,
  entries: readonly OutlineEntry[],
  signal: AbortSignal,
): Promise<readonly OutlinePlace[]> {
  const places: OutlinePlace[] = [];
  for (const { id, target } of flatten(entries)) {
    if (signal.aborted) return [];
    if (target.kind !== 'place') continue;
    const place = await placeOf(document, target.destination);
    if (place) places.push({ id, ...place });
  }
  return places;
}

/** The last entry that begins at or above a line across a page, `undefined` before the first. */
export function sectionAt(places: readonly OutlinePlace[], page: number, line: number): string | undefined {
  return places.findLast((place) => place.page < page || (place.page === page && place.top >= line))?.id;
}

async function placeOf(
  document: PDFDocumentProxy,
  destination: string | unknown[],
): Promise<Omit<OutlinePlace, 'id'> | undefined> {
  try {
    const explicit = typeof destination === 'string' ? await document.getDestination(destination) : destination;
    if (!explicit) return undefined;
    const [target, kind, ...numbers] = explicit as [unknown, { readonly name?: string }, ...unknown[]];
    const page = typeof target === 'number' ? target + 1 : await pageOf(document, target as PageReference);
    return { page, top: topOf(kind.name, numbers) };
  } catch {
    // A reference to what is no page: clicking it leads nowhere either, and pdf.js says so then.
    return undefined;
  }
}

async function pageOf(document: PDFDocumentProxy, reference: PageReference): Promise<number> {
  return document.cachedPageNumber(reference) ?? (await document.getPageIndex(reference)) + 1;
}

/** @see ISO 32000-1, table 151 */
function topOf(kind: string | undefined, numbers: readonly unknown[]): number {
  const top = { XYZ: numbers[1], FitH: numbers[0], FitBH: numbers[0], FitR: numbers[3] }[kind ?? ''];
  return typeof top === 'number' ? top : Infinity;
}
