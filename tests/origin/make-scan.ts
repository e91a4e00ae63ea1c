import { randomBytes } from './random.ts';

export interface ScanOptions {
  /** At least 1. */
  readonly pages: number;
  /** Of each page's picture, in bytes; a square number gives exactly that. */
  readonly bytesPerPage: number;
  /** Stands on page n as "`heading`, page n of `pages`"; printable ASCII. */
  readonly heading: string;
}

/**
 * A PDF like a scanned book: each page has a grey picture of its own, which can't be compressed, and a line of text.
 * Pages hang in groups of fifty, as most programs write them.
 */
export function makeScan({ pages, bytesPerPage, heading }: ScanOptions): Uint8Array {
  const side = Math.floor(Math.sqrt(bytesPerPage));
  const groups = Math.ceil(pages / GROUP);
  // Objects: 1 catalog, 2 root of the pages, 3 font, then the groups, then three for each page.
  const firstPage = 4 + groups;
  const parts: Uint8Array[] = [];
  const offsets: number[] = [];
  let at = 0;
  const write = (bytes: Uint8Array): void => void (parts.push(bytes), (at += bytes.length));
  const text = (line: string): void => write(Buffer.from(line, 'latin1'));
  const object = (number: number, ...body: readonly (string | Uint8Array)[]): void => {
    offsets[number] = at;
    text(`${number} 0 obj\n`);
    for (const part of body)
      if (typeof part === 'string') text(part);
      else write(part);
    text('\nendobj\n');
  };
  text('%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n');
  object(1, '<< /Type /Catalog /Pages 2 0 R >>');
  object(2, `<< /Type /Pages /Kids [${list(groups, (group) => `${4 + group} 0 R`)}] /Count ${pages} >>`);
  object(3, '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>');
  for (let group = 0; group < groups; group += 1) {
    const count = Math.min(GROUP, pages - group * GROUP);
    const kids = list(count, (index) => `${firstPage + 3 * (group * GROUP + index)} 0 R`);
    object(4 + group, `<< /Type /Pages /Parent 2 0 R /Kids [${kids}] /Count ${count} >>`);
  }
  for (let page = 0; page < pages; page += 1) {
    const number = firstPage + 3 * page;
    const drawing = `q 595 0 0 842 0 0 cm /I Do Q BT /F 20 Tf 72 720 Td (${heading}, page ${page + 1} of ${pages}) Tj ET`;
    const resources = `<< /Font << /F 3 0 R >> /XObject << /I ${number + 2} 0 R >> >>`;
    const rest = `/MediaBox [0 0 595 842] /Resources ${resources} /Contents ${number + 1} 0 R`;
    object(number, `<< /Type /Page /Parent ${4 + Math.floor(page / GROUP)} 0 R ${rest} >>`);
    object(number + 1, `<< /Length ${drawing.length} >>\nstream\n${drawing}\nendstream`);
    const picture = `/Width ${side} /Height ${side} /ColorSpace /DeviceGray /BitsPerComponent 8 /Length ${side * side}`;
    const noise = randomBytes(side * side, page);
    object(number + 2, `<< /Type /XObject /Subtype /Image ${picture} >>\nstream\n`, noise, '\nendstream');
  }
  const table = at;
  const entries = offsets.slice(1).map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`);
  text(`xref\n0 ${offsets.length}\n0000000000 65535 f \n${entries.join('')}`);
  text(`trailer\n<< /Size ${offsets.length} /Root 1 0 R >>\nstartxref\n${table}\n%%EOF\n`);
  return Buffer.concat(parts);
}

const GROUP = 50;

function list(count: number, item: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => item(index)).join(' ');
}
