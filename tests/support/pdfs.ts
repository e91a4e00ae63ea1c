import PDFDocument from 'pdfkit';
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

/** A PDF of one page that reads `text` and opens only with the password. */
export async function makeProtectedPdf(text: string, password: string): Promise<Buffer> {
  return bytesOf(new PDFDocument({ userPassword: password, pdfVersion: '1.7' }).text(text));
}

/** A PDF of one page that reads `text`, opens without a password, and lets nobody change anything. */
export async function makeReadOnlyPdf(text: string): Promise<Buffer> {
  const permissions = { modifying: false, annotating: false, fillingForms: false } as const;
  return bytesOf(new PDFDocument({ ownerPassword: 'owner', permissions, pdfVersion: '1.7' }).text(text));
}
