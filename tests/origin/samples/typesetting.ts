import PDFDocument from 'pdfkit';
import { FIXED_DATE } from '../served-file.ts';

export type Sheet = PDFKit.PDFDocument;

export const ACCENT = '#a8400f';
export const INK = '#221c18';
export const QUIET = '#7a6e66';
export const RULE = '#d9cec4';
export const TINT = '#f7efe8';

/** Six by nine inches, in points: a trade book. */
export const BOOK_PAGE = { width: 432, height: 648, margin: 62 } as const;

export const FONTS = {
  text: 'Times-Roman',
  italic: 'Times-Italic',
  bold: 'Times-Bold',
  label: 'Helvetica',
  strongLabel: 'Helvetica-Bold',
  code: 'Courier',
} as const;

export interface SheetOptions {
  readonly title: string;
  readonly subject: string;
  /** Points. Default: `BOOK_PAGE`. */
  readonly size?: readonly [width: number, height: number];
  readonly margin?: number;
  /** False: the same bytes with every version of zlib. Default true. */
  readonly compress?: boolean;
}

/** An empty document. All that would differ from run to run is fixed: its dates, and the id that is made of them. */
export function newSheet(options: SheetOptions): Sheet {
  const {
    title,
    subject,
    size = [BOOK_PAGE.width, BOOK_PAGE.height],
    margin = BOOK_PAGE.margin,
    compress = true,
  } = options;
  return new PDFDocument({
    size: [...size],
    margin,
    compress,
    autoFirstPage: false,
    bufferPages: true,
    pdfVersion: '1.7',
    lang: 'en',
    displayTitle: true,
    info: {
      Title: title,
      Author: 'Longhaul',
      Subject: subject,
      Creator: 'Longhaul',
      Producer: 'Longhaul with PDFKit',
      CreationDate: FIXED_DATE,
      ModDate: FIXED_DATE,
    },
  });
}

/** Ends the document and gives its bytes. */
export async function bytesOf(sheet: Sheet): Promise<Buffer> {
  sheet.end();
  const chunks: Uint8Array[] = [];
  for await (const chunk of sheet) chunks.push(chunk as Uint8Array);
  return Buffer.concat(chunks);
}

export interface Style {
  readonly font?: string;
  readonly size?: number;
  readonly colour?: string;
}

export function setStyle(sheet: Sheet, { font = FONTS.text, size = 11, colour = INK }: Style): Sheet {
  return sheet.font(font).fontSize(size).fillColor(colour);
}

export interface Placement extends Style {
  /** Room that `align` refers to, in points. Default: none, the text begins at `x`. */
  readonly width?: number;
  readonly align?: 'center' | 'right';
  readonly characterSpacing?: number;
}

/** One line at a fixed place that moves nothing else: neither the point where the text goes on nor the page. */
export function place(sheet: Sheet, text: string, x: number, y: number, placement: Placement = {}): void {
  const { width = 0, align, characterSpacing = 0, ...style } = placement;
  const back = { x: sheet.x, y: sheet.y };
  setStyle(sheet, style);
  // Aligned by hand: given a width, PDFKit wraps the text, and begins a new page for a line in the margin.
  const spare = align ? width - sheet.widthOfString(text) : 0;
  sheet.text(text, x + (align === 'center' ? spare / 2 : spare), y, { lineBreak: false, characterSpacing });
  Object.assign(sheet, back);
}

/** Small spaced capitals: what stands above a title or in a margin. */
export function placeLabel(sheet: Sheet, text: string, x: number, y: number, colour: string = QUIET): void {
  place(sheet, text.toUpperCase(), x, y, { font: FONTS.label, size: 7.5, colour, characterSpacing: 1.2 });
}

export function hairline(sheet: Sheet, x1: number, x2: number, y: number, colour: string = RULE): void {
  sheet.moveTo(x1, y).lineTo(x2, y).lineWidth(0.6).strokeColor(colour).stroke();
}

/** Page number at the outer edge, running title beside it. */
export function placeFolio(sheet: Sheet, pageNumber: number, running: string): void {
  const { width, height, margins } = sheet.page;
  const y = height - 38;
  const number = String(pageNumber);
  const style = { font: FONTS.label, size: 7.5, colour: QUIET };
  const numberWidth = sheet.font(style.font).fontSize(style.size).widthOfString(number);
  const runningWidth = sheet.widthOfString(running);
  const even = pageNumber % 2 === 0;
  place(sheet, number, even ? margins.left : width - margins.right - numberWidth, y, { ...style, colour: ACCENT });
  place(sheet, running, even ? margins.left + 22 : width - margins.right - 22 - runningWidth, y, style);
}

/** Room between here and the bottom margin, in points. */
export function roomLeft(sheet: Sheet): number {
  return sheet.page.height - sheet.page.margins.bottom - sheet.y;
}

export function textWidth(sheet: Sheet): number {
  return sheet.page.width - sheet.page.margins.left - sheet.page.margins.right;
}

/** A bookmark to the top of the present page. */
export function bookmark(sheet: Sheet, parent: PDFKit.PDFOutline, title: string, top = 0): PDFKit.PDFOutline {
  // PDFKit counts `left` from the right edge: the page's width is its left edge.
  const options: { expanded?: boolean; left: number; top: number } = { left: sheet.page.width, top };
  return parent.addItem(title, options);
}
