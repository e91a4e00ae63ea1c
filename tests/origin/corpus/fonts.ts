import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import PDFDocument from 'pdfkit';
import { bytesOf } from '../samples/typesetting.ts';
import type { CorpusFile } from './corpus-file.ts';
import { line, onePage, stream, writePdf } from './write-pdf.ts';

const LIBERATION = createRequire(import.meta.url).resolve('pdfjs-dist/standard_fonts/LiberationSans-Regular.ttf');

const LATIN = [
  'Helvetica',
  'Helvetica-Bold',
  'Helvetica-Oblique',
  'Helvetica-BoldOblique',
  'Times-Roman',
  'Times-Bold',
  'Times-Italic',
  'Times-BoldItalic',
  'Courier',
  'Courier-Bold',
  'Courier-Oblique',
  'Courier-BoldOblique',
] as const;

export const FONTS: readonly CorpusFile[] = [
  {
    name: 'the standard fonts, not embedded',
    make: standardFonts,
    pages: 1,
    // What is written in ZapfDingbats is no text to pdf.js: it gives the codes.
    text: [...LATIN, 'αβγ'],
  },
  { name: 'TrueType, embedded', make: trueType, pages: 1, text: ['Liberation inside'] },
  { name: 'Identity-H with ToUnicode', make: identity, pages: 1, text: ['Zażółć gęślą jaźń, Ωμέγα'] },
  { name: 'Type 3 font', make: type3, pages: 1, text: ['ABBA'], colour: [255, 0, 0] },
  { name: 'a font that nobody has', make: unknownFont, pages: 1, text: ['Written in no known font'] },
  { name: 'text from right to left', make: rightToLeft, pages: 1, text: ['שלום'] },
];

function standardFonts(): Uint8Array {
  const names = [...LATIN, 'Symbol', 'ZapfDingbats'];
  const fonts = names.map((name, index) => `/F${index} << /Type /Font /Subtype /Type1 /BaseFont /${name} >>`);
  const shown = [...LATIN, 'abg', '4'];
  const content = shown.map((text, index) => `BT /F${index} 14 Tf 20 ${280 - 18 * index} Td (${text}) Tj ET`);
  return writePdf(onePage({ content: content.join('\n'), resources: `/Font << ${fonts.join(' ')} >>` }));
}

async function trueType(): Promise<Uint8Array> {
  const file = (await readFile(LIBERATION)).toString('latin1');
  const widths = Array.from({ length: 95 }, () => 556).join(' ');
  return writePdf(
    onePage({
      content: line('Liberation inside'),
      resources: '/Font << /F1 5 0 R >>',
      objects: [
        `<< /Type /Font /Subtype /TrueType /BaseFont /AAAAAA+LiberationSans /Encoding /WinAnsiEncoding /FirstChar 32 /LastChar 126 /Widths [${widths}] /FontDescriptor 6 0 R >>`,
        '<< /Type /FontDescriptor /FontName /AAAAAA+LiberationSans /Flags 32 /FontBBox [-200 -200 1000 900] /ItalicAngle 0 /Ascent 900 /Descent -200 /CapHeight 700 /StemV 80 /FontFile2 7 0 R >>',
        stream(file, `/Length1 ${file.length} `),
      ],
    }),
  );
}

async function identity(): Promise<Uint8Array> {
  const sheet = new PDFDocument({ size: [300, 300], margin: 20 });
  return bytesOf(sheet.font(LIBERATION).fontSize(18).text('Zażółć gęślą jaźń, Ωμέγα', { lineBreak: false }));
}

/** Its letters are filled squares, in the middle of the page too. */
function type3(): Uint8Array {
  const font =
    '<< /Type /Font /Subtype /Type3 /FontBBox [0 0 1000 1000] /FontMatrix [0.001 0 0 0.001 0 0] /CharProcs << /A 6 0 R /B 6 0 R >> /Encoding << /Type /Encoding /Differences [65 /A /B] >> /FirstChar 65 /LastChar 66 /Widths [1000 1000] /Resources << >> >>';
  return writePdf(
    onePage({
      content: 'BT 1 0 0 rg /F1 60 Tf 30 120 Td (ABBA) Tj ET',
      resources: '/Font << /F1 5 0 R >>',
      objects: [font, stream('1000 0 0 0 1000 1000 d1 0 0 1000 1000 re f')],
    }),
  );
}

function unknownFont(): Uint8Array {
  return writePdf(
    onePage({
      content: line('Written in no known font'),
      resources: '/Font << /F1 5 0 R >>',
      objects: [
        '<< /Type /Font /Subtype /Type1 /BaseFont /Nobodys-Bold /Encoding /WinAnsiEncoding /FontDescriptor 6 0 R >>',
        '<< /Type /FontDescriptor /FontName /Nobodys-Bold /Flags 262178 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 900 /Descent -200 /CapHeight 700 /StemV 120 >>',
      ],
    }),
  );
}

/** The letters stand on the page as they are seen, from left to right; who selects them wants them as they are read. */
function rightToLeft(): Uint8Array {
  const letters = [0x5dd, 0x5d5, 0x5dc, 0x5e9].map((code, index) => `<4${index + 1}> <0${code.toString(16)}>`);
  const map = `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Hebrew def /CMapType 2 def 1 begincodespacerange <00> <FF> endcodespacerange 4 beginbfchar ${letters.join(' ')} endbfchar endcmap end end`;
  return writePdf(
    onePage({
      content: line('ABCD'),
      resources: '/Font << /F1 5 0 R >>',
      objects: ['<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 6 0 R >>', stream(map)],
    }),
  );
}
