import type { PDFDocumentProxy } from './pdfjs.ts';

type PdfOutlineItem = NonNullable<Awaited<ReturnType<PDFDocumentProxy['getOutline']>>>[number] & {
  // Missing in pdf.js' own types.
  readonly action?: string | null;
  readonly setOCGState?: unknown;
};

export type OutlineTarget =
  | { readonly kind: 'place'; readonly destination: string | unknown[] }
  /** http, https, ftp, mailto or tel: pdf.js lets no other scheme through. */
  | { readonly kind: 'address'; readonly url: string }
  /** One of the PDF's named actions, such as `NextPage`. */
  | { readonly kind: 'action'; readonly name: string }
  | { readonly kind: 'layers'; readonly change: unknown }
  /** A heading, or what may not be followed: `javascript:`, `file:`. */
  | { readonly kind: 'none' };

/** One line of the outline. */
export interface OutlineEntry {
  /** Its place in the tree, from 0 at each level, such as `2.0`. */
  readonly id: string;
  /** May be empty. */
  readonly title: string;
  readonly bold: boolean;
  readonly italic: boolean;
  /** CSS; absent for black, which is what an outline says when it says nothing. */
  readonly colour: string | undefined;
  readonly isOpen: boolean;
  readonly target: OutlineTarget;
  readonly children: readonly OutlineEntry[];
}

/** A line as it stands in the tree; what lies in closed entries is left out. */
export interface OutlineRow {
  readonly entry: OutlineEntry;
  /** From 1. */
  readonly level: number;
  /** From 1, among its siblings. */
  readonly position: number;
  readonly siblings: number;
  readonly parentId: string | undefined;
}

/** Empty for a document without one. */
export async function readOutline(document: PDFDocumentProxy): Promise<readonly OutlineEntry[]> {
  return entriesOf((await document.getOutline()) ?? [], '');
}

/** @param open ids of the entries whose children are shown. */
export function visibleRows(entries: readonly OutlineEntry[], open: ReadonlySet<string>): readonly OutlineRow[] {
  const rows: OutlineRow[] = [];
  const add = (siblings: readonly OutlineEntry[], level: number, parentId: string | undefined): void => {
    for (const [index, entry] of siblings.entries()) {
      rows.push({ entry, level, position: index + 1, siblings: siblings.length, parentId });
      if (open.has(entry.id)) add(entry.children, level + 1, entry.id);
    }
  };
  add(entries, 1, undefined);
  return rows;
}

/** Ids of all entries that the PDF wants open and that have children. */
export function openFromTheStart(entries: readonly OutlineEntry[]): ReadonlySet<string> {
  return new Set(flatten(entries).flatMap(({ id, isOpen, children }) => (isOpen && children.length > 0 ? [id] : [])));
}

/** All entries in the order of reading. */
export function flatten(entries: readonly OutlineEntry[]): readonly OutlineEntry[] {
  return entries.flatMap((entry) => [entry, ...flatten(entry.children)]);
}

function entriesOf(items: readonly PdfOutlineItem[], path: string): readonly OutlineEntry[] {
  return items.map((item, index) => {
    const id = `${path}${index}`;
    const [red = 0, green = 0, blue = 0] = item.color;
    return {
      id,
      title: item.title.trim(),
      bold: item.bold,
      italic: item.italic,
      colour: red + green + blue === 0 ? undefined : `rgb(${red} ${green} ${blue})`,
      // A negative count says "closed" (ISO 32000-1, 12.3.3).
      isOpen: (item.count ?? 1) > 0,
      target: targetOf(item),
      children: entriesOf(item.items as readonly PdfOutlineItem[], `${id}.`),
    };
  });
}

function targetOf({ dest, url, action, setOCGState }: PdfOutlineItem): OutlineTarget {
  if (url !== null) return { kind: 'address', url };
  if (dest !== null) return { kind: 'place', destination: dest };
  if (typeof action === 'string') return { kind: 'action', name: action };
  if (setOCGState !== undefined && setOCGState !== null) return { kind: 'layers', change: setOCGState };
  return { kind: 'none' };
}
