import PDFDocument from 'pdfkit';
import { encodePng } from '../origin/samples/png.ts';
import { bytesOf } from '../origin/samples/typesetting.ts';

/** A PDF of pages in three sizes, upright and lying; page n reads "Plate n". */
export async function makeMixedPdf(pages: number): Promise<Buffer> {
  const sheet = new PDFDocument({ autoFirstPage: false });
  const sizes = ['A6', 'A3', 'A5'] as const;
  for (let page = 1; page <= pages; page += 1) {
    sheet.addPage({ size: sizes[page % 3] ?? 'A4', layout: page % 2 === 0 ? 'landscape' : 'portrait' });
    sheet.text(`Plate ${page}`);
  }
  return bytesOf(sheet);
}

/** A PDF of one page: a line of text, a picture in one colour (a photograph, to the reader), and a scan: black lines on white. */
export async function makePicturePdf(): Promise<Buffer> {
  const sheet = new PDFDocument({ size: 'A5', margin: 40 }).text('Beside a picture');
  sheet.image(picture([[180, 40, 30]]), 40, 100, { width: 200, height: 120 });
  sheet.image(
    picture([
      [255, 255, 255],
      [255, 255, 255],
      [255, 255, 255],
      [0, 0, 0],
    ]),
    40,
    300,
    { width: 200, height: 120 },
  );
  return bytesOf(sheet);
}

/** 64 pixels a side, in stripes of these colours (red, green, blue). */
function picture(colours: readonly (readonly number[])[]): Buffer {
  const pixels = Uint8Array.from({ length: 64 * 64 }, (_, at) => Math.floor(at / 64 / 4) % colours.length);
  return encodePng({ width: 64, height: 64, pixels, palette: Uint8Array.from(colours.flat()) });
}

/** A PDF of a page for each of these texts. */
export async function makeWordsPdf(texts: readonly string[]): Promise<Buffer> {
  const sheet = new PDFDocument({ autoFirstPage: false });
  for (const text of texts) sheet.addPage({ size: 'A5' }).text(text);
  return bytesOf(sheet);
}

/** A PDF of one page that reads `text` and opens only with the password. */
export async function makeProtectedPdf(text: string, password: string): Promise<Buffer> {
  return bytesOf(new PDFDocument({ userPassword: password, pdfVersion: '1.7' }).text(text));
}

/** A PDF of one page that reads `text`, opens without a password, and lets nobody change anything. */
export async function makeReadOnlyPdf(text: string): Promise<Buffer> {
  const permissions = { modifying: false, annotating: false, fillingForms: false } as const;
  return bytesOf(new PDFDocument({ ownerPassword: 'owner', permissions, pdfVersion: '1.7' }).text(text));
}

/** A PDF of one page in German, with a line for each text. */
export async function makeLinesPdf(lines: readonly string[]): Promise<Buffer> {
  const sheet = new PDFDocument({ lang: 'de-DE' });
  for (const line of lines) sheet.text(line);
  return bytesOf(sheet);
}
