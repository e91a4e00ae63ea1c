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
  const objects = pageObjects(options);
  const rest = assemble(objects, new Uint8Array());
  const ballast = options.bytes - rest.length;
  if (ballast < 0) throw new RangeError(`A PDF with these pages needs ${rest.length} bytes, not ${options.bytes}`);
  return assemble(objects, randomBytes(ballast, options.seed ?? 0));
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

/** Numbers that depend on the ballast are written with ten digits, so that the rest has one size whatever it weighs. */
function assemble(objects: readonly string[], ballast: Uint8Array): Uint8Array {
  const offsets: number[] = [];
  let body = '%PDF-1.4\n';
  for (const object of objects) {
    offsets.push(body.length);
    body += `${offsets.length} 0 obj\n${object}\nendobj\n`;
  }
  offsets.push(body.length);
  body += `${offsets.length} 0 obj\n<< /Length ${tenDigits(ballast.length)} >>\nstream\n`;
  const afterBallast = '\nendstream\nendobj\n';
  const xref = crossReference(offsets, body.length + ballast.length + afterBallast.length);
  return Buffer.concat([Buffer.from(body, 'latin1'), ballast, Buffer.from(afterBallast + xref, 'latin1')]);
}

function crossReference(offsets: readonly number[], position: number): string {
  const entries = offsets.map((offset) => `${tenDigits(offset)} 00000 n \n`).join('');
  const trailer = `trailer\n<< /Size ${offsets.length + 1} /Root 1 0 R /Info 4 0 R >>\n`;
  return `xref\n0 ${offsets.length + 1}\n0000000000 65535 f \n${entries}${trailer}startxref\n${tenDigits(position)}\n%%EOF\n`;
}

function tenDigits(value: number): string {
  return String(value).padStart(10, '0');
}
