import { RepeatedBody } from './body.ts';
import { randomBytes } from './random.ts';

export interface PdfOptions {
  /** Exact size of the file, in bytes; some hundreds more than nothing: see `makePdf`. */
  readonly bytes: number;
  /** At least 1. Default 1. Page n reads "`heading`, page n of `pages`". */
  readonly pages?: number;
  /** Printable ASCII. Default "Test paper". */
  readonly heading?: string;
  /** Title in the document's own metadata, printable ASCII. Default: none. */
  readonly title?: string;
  /** Another seed gives another file of the same size. Default 0. */
  readonly seed?: number;
}

/**
 * The smallest honest PDF that has exactly `bytes` bytes: pages with a line of text, and a stream that nothing refers to,
 * full of seeded noise, as ballast. Same options, same bytes. Its cross-reference table is at its end, so a truncated copy
 * is broken.
 *
 * @throws {RangeError} if the pages alone need more than `bytes`: about 700 bytes and 300 for each page after the first.
 */
export function makePdf(options: PdfOptions): Uint8Array {
  const { start, end, ballast } = assemble(options);
  return Buffer.concat([start, randomBytes(ballast, options.seed ?? 0), end]);
}

/** Bytes of noise that a long file repeats. */
const NOISE = 2 ** 20;

/**
 * Like `makePdf`, for files that are too long to be in memory: its ballast is the same noise over and over.
 *
 * @throws {RangeError} as `makePdf`.
 */
export function makeLongPdf(options: PdfOptions): RepeatedBody {
  const { start, end } = assemble(options);
  return new RepeatedBody({ start, block: randomBytes(NOISE, options.seed ?? 0), end }, options.bytes);
}

function pageObjects({ pages = 1, heading = 'Test paper', title }: PdfOptions): readonly string[] {
  const numbers = Array.from({ length: pages }, (_, index) => index);
  // Objects 1 to 4 are fixed; each page then takes two, itself and its text.
  const kids = numbers.map((index) => `${5 + 2 * index} 0 R`).join(' ');
  return [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${pages} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    title === undefined ? '<< >>' : `<< /Title (${escapeText(title)}) >>`,
    ...numbers.flatMap((index) => onePage(index, `${heading}, page ${index + 1} of ${pages}`)),
  ];
}

function onePage(index: number, text: string): readonly string[] {
  const drawing = `BT /F1 20 Tf 72 720 Td (${escapeText(text)}) Tj ET`;
  const resources = '/Resources << /Font << /F1 3 0 R >> >>';
  return [
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] ${resources} /Contents ${6 + 2 * index} 0 R >>`,
    `<< /Length ${drawing.length} >>\nstream\n${drawing}\nendstream`,
  ];
}

function escapeText(text: string): string {
  return text.replaceAll(/[\\()]/g, String.raw`\$&`);
}

interface Assembled {
  readonly start: Uint8Array;
  /** Bytes between `start` and `end`. */
  readonly ballast: number;
  readonly end: Uint8Array;
}

function assemble(options: PdfOptions): Assembled {
  const objects = pageObjects(options);
  const bare = around(objects, 0);
  const rest = bare.start.length + bare.end.length;
  const ballast = options.bytes - rest;
  if (ballast < 0) throw new RangeError(`A PDF with these pages needs ${rest} bytes, not ${options.bytes}`);
  return around(objects, ballast);
}

/** Numbers that depend on the ballast are written with ten digits, so that the rest has one size whatever it weighs. */
function around(objects: readonly string[], ballast: number): Assembled {
  const offsets: number[] = [];
  let body = '%PDF-1.4\n';
  for (const object of objects) {
    offsets.push(body.length);
    body += `${offsets.length} 0 obj\n${object}\nendobj\n`;
  }
  offsets.push(body.length);
  body += `${offsets.length} 0 obj\n<< /Length ${tenDigits(ballast)} >>\nstream\n`;
  const afterBallast = '\nendstream\nendobj\n';
  const xref = crossReference(offsets, body.length + ballast + afterBallast.length);
  return { start: Buffer.from(body, 'latin1'), ballast, end: Buffer.from(afterBallast + xref, 'latin1') };
}

function crossReference(offsets: readonly number[], position: number): string {
  const entries = offsets.map((offset) => `${tenDigits(offset)} 00000 n \n`).join('');
  const trailer = `trailer\n<< /Size ${offsets.length + 1} /Root 1 0 R /Info 4 0 R >>\n`;
  return `xref\n0 ${offsets.length + 1}\n0000000000 65535 f \n${entries}${trailer}startxref\n${tenDigits(position)}\n%%EOF\n`;
}

function tenDigits(value: number): string {
  return String(value).padStart(10, '0');
}
