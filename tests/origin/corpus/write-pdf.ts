import { bigEndian } from './bits.ts';

/** Latin-1: one character is one byte, in all of these strings. */
export type PdfObject = string;

/** Object 1 is the catalog. Same objects, same bytes. */
export function writePdf(objects: readonly PdfObject[], version = '1.7'): Buffer {
  const { body, offsets } = writeBody(objects, `%PDF-${version}\n`);
  return latin1(body + crossReference(offsets) + trailer(offsets.length + 1, body.length));
}

/** Objects one after another, numbered from 1, and the byte at which each begins. */
export function writeBody(objects: readonly PdfObject[], header: string): { body: string; offsets: number[] } {
  const offsets: number[] = [];
  const parts = [header];
  let length = header.length;
  for (const [index, object] of objects.entries()) {
    const part = `${index + 1} 0 obj\n${object}\nendobj\n`;
    offsets.push(length);
    parts.push(part);
    length += part.length;
  }
  return { body: parts.join(''), offsets };
}

/** A table of all objects from 0 on. */
export function crossReference(offsets: readonly number[]): string {
  const entries = offsets.map((offset) => `${tenDigits(offset)} 00000 n \n`).join('');
  return `xref\n0 ${offsets.length + 1}\n0000000000 65535 f \n${entries}`;
}

/** @param position byte at which the cross-reference begins. */
export function trailer(size: number, position: number, more = ''): string {
  return `trailer\n<< /Size ${size} /Root 1 0 R ${more}>>\nstartxref\n${position}\n%%EOF\n`;
}

export function stream(content: string, entries = ''): PdfObject {
  return `<< /Length ${content.length} ${entries}>>\nstream\n${content}\nendstream`;
}

/** One entry of a cross-reference stream with `/W [1 4 1]`. */
export function xrefRow(type: number, place: number, last: number): string {
  return bigEndian(type, 1) + bigEndian(place, 4) + bigEndian(last, 1);
}

export function tenDigits(value: number): string {
  return String(value).padStart(10, '0');
}

export function latin1(text: string): Buffer {
  return Buffer.from(text, 'latin1');
}

export interface PageOptions {
  /** Operators of the page's content. */
  readonly content: string;
  /** Entries of the resource dictionary; objects of `objects` are numbered from 5. */
  readonly resources?: string;
  readonly objects?: readonly PdfObject[];
  /** More entries of the page. */
  readonly page?: string;
  /** More entries of the catalog. */
  readonly catalog?: string;
  /** Points. Default 300 by 300. */
  readonly size?: readonly [width: number, height: number];
}

/** The objects of a document of one page: 1 catalog, 2 page tree, 3 page, 4 content. */
export function onePage(options: PageOptions): readonly PdfObject[] {
  const { content, resources = '', objects = [], page = '', catalog = '', size = [300, 300] } = options;
  return [
    `<< /Type /Catalog /Pages 2 0 R ${catalog}>>`,
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${size.join(' ')}] /Resources << ${resources} >> /Contents 4 0 R ${page}>>`,
    stream(content),
    ...objects,
  ];
}

export const HELVETICA = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>';
export const TEXT_FONT = `/Font << /F1 ${HELVETICA} >>`;

/** Operators that write one line of printable ASCII, in the font F1. */
export function line(text: string, y = 250): string {
  return `BT /F1 18 Tf 20 ${y} Td (${text.replaceAll(/[\\()]/gu, String.raw`\$&`)}) Tj ET\n`;
}

/** A document whose page n reads `texts[n - 1]`: 1 catalog, 2 page tree, then each page and its content. */
export function textPages(texts: readonly string[]): readonly PdfObject[] {
  const kids = texts.map((_, index) => `${3 + 2 * index} 0 R`).join(' ');
  return [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${texts.length} /MediaBox [0 0 420 300] /Resources << ${TEXT_FONT} >> >>`,
    ...texts.flatMap((text, index) => [
      `<< /Type /Page /Parent 2 0 R /Contents ${4 + 2 * index} 0 R >>`,
      stream(line(text)),
    ]),
  ];
}
