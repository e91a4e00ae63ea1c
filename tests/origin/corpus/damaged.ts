import { fromHex } from './bits.ts';
import type { CorpusFile } from './corpus-file.ts';
import { latin1, line, onePage, stream, TEXT_FONT, textPages, writeBody, writePdf, xrefRow } from './write-pdf.ts';

const NOT_A_PDF = 'This file is not a PDF';
const CUT_SHORT = 'This file was cut short';
const DAMAGED = 'This file is damaged';

const TEXTS = ['First page', 'Second page', 'Third page', 'Fourth page'] as const;
const whole = (): string => writePdf(textPages(TEXTS)).toString('latin1');

/** What can be mended opens, and what can't says why. */
export const DAMAGED_FILES: readonly CorpusFile[] = [
  mended('the table is not where the file says', () => whole().replace(/startxref\n\d+/u, 'startxref\n7')),
  mended('offsets in the table are wrong', () => whole().replaceAll(/(\d{9})\d 00000 n/gu, '$19 00000 n')),
  mended('the table is missing', () => whole().replace(/xref\n0[\s\S]*(?=trailer)/u, '')),
  lost('the trailer is missing', CUT_SHORT, () => whole().replace(/trailer[\s\S]*/u, '')),
  mended('the length of a stream is wrong', () => whole().replaceAll(/\/Length \d+/gu, '/Length 9')),
  mended('zeroes in a page in the middle', () => {
    const text = whole();
    const start = text.indexOf('(Third page)');
    return text.slice(0, start) + '\0'.repeat(12) + text.slice(start + 12);
  }),
  mended('a content stream that is garbage', () => whole().replace(line(TEXTS[2]), garbage(line(TEXTS[2]).length))),
  lost('cut in half behind its first pages', CUT_SHORT, () => whole().slice(0, whole().indexOf('Fourth page'))),
  {
    name: 'an image with a broken stream',
    make: () =>
      writePdf(
        onePage({
          content: `${line('Above a broken picture')} q 100 0 0 100 50 50 cm /I Do Q`,
          resources: `${TEXT_FONT} /XObject << /I 5 0 R >>`,
          objects: [
            stream(
              garbage(300),
              '/Subtype /Image /Width 64 /Height 64 /Filter /DCTDecode /ColorSpace /DeviceRGB /BitsPerComponent 8 ',
            ),
          ],
        }),
      ),
    pages: 1,
    text: ['Above a broken picture'],
  },
  lost('cut in half before its catalog', CUT_SHORT, () => catalogLast().slice(0, 400)),
  lost('cut to a tenth', CUT_SHORT, () => catalogLast().slice(0, 120)),
  lost('the catalog is missing', DAMAGED, () => whole().replace(/1 0 obj[\s\S]*?endobj\n/u, '')),
  {
    name: 'every page is missing',
    make: () => latin1(whole().replaceAll(/\d 0 obj\n<< \/Type \/Page [\s\S]*?endobj\n/gu, '')),
    pages: 1, // pdf.js makes one up.
    text: ['Page 1 can’t be shown: it is damaged.'],
  },
  lost('only a header', NOT_A_PDF, () => '%PDF-1.7\n'),
  lost(
    'a web page with a header',
    NOT_A_PDF,
    () => '<!doctype html>\n<!-- %PDF-1.4 -->\n<title>Sign in</title><p>Sign in to read this.',
  ),
  lost('words behind a header', NOT_A_PDF, () => `%PDF-1.7\n${'What follows is no document. '.repeat(500)}`),
];

/** Four pages, of which the third's object is in a stream that is garbage; page n reads as `TEXTS[n - 1]`. */
export function tornPage(): Uint8Array {
  const torn = 7;
  const container = stream(garbage(80), '/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode ');
  const { body, offsets } = writeBody([...textPages(TEXTS), container], '%PDF-1.5\n');
  const rows = offsets.map((offset, index) =>
    index + 1 === torn ? xrefRow(2, offsets.length, 0) : xrefRow(1, offset, 0),
  );
  const all = [xrefRow(0, 0, 255), ...rows, xrefRow(1, body.length, 0)];
  const xref = stream(all.join(''), `/Type /XRef /Size ${all.length} /W [1 4 1] /Root 1 0 R `);
  // Nobody who looks for objects by themselves may find it after all.
  const without = body.replace(`\n${torn} 0 obj`, `\n${torn} 0 xyz`);
  return latin1(`${without}${all.length - 1} 0 obj\n${xref}\nendobj\nstartxref\n${body.length}\n%%EOF\n`);
}

function mended(name: string, make: () => string): CorpusFile {
  return { name, make: () => latin1(make()), pages: TEXTS.length, text: [TEXTS[0]] };
}

function lost(name: string, failure: string, make: () => string): CorpusFile {
  return { name, make: () => latin1(make()), failure };
}

function garbage(length: number): string {
  return fromHex('c1ff07')
    .repeat(Math.ceil(length / 3))
    .slice(0, length);
}

/** The same pages, as most programs write them: what leads to them comes at the end. */
function catalogLast(): string {
  const text = whole();
  const [catalog = ''] = /1 0 obj[\s\S]*?endobj\n/u.exec(text) ?? [];
  const moved = text.replace(catalog, '').replace('xref\n0', `${catalog}xref\n0`);
  return moved;
}
