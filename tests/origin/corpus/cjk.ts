import type { CorpusFile } from './corpus-file.ts';
import { onePage, writePdf } from './write-pdf.ts';

interface Script {
  readonly encoding: string;
  /** Adobe's character collection. */
  readonly ordering: string;
  readonly supplement: number;
  readonly text: string;
  /** The text in the encoding, in hexadecimal digits. Default: UCS-2. */
  readonly codes?: string;
}

const SCRIPTS: readonly Script[] = [
  { encoding: 'UniGB-UCS2-H', ordering: 'GB1', supplement: 4, text: '简体中文阅读' },
  { encoding: 'UniCNS-UCS2-H', ordering: 'CNS1', supplement: 3, text: '繁體中文閱讀' },
  { encoding: 'UniJIS-UCS2-H', ordering: 'Japan1', supplement: 4, text: '日本語を読む' },
  { encoding: '90ms-RKSJ-H', ordering: 'Japan1', supplement: 2, text: '日本語', codes: '93FA967B8CEA' },
  { encoding: 'UniKS-UCS2-H', ordering: 'Korea1', supplement: 1, text: '한국어읽기' },
];

/** Neither the fonts nor their maps stand in these files: their words come out right only with pdf.js' cMaps. */
export const CJK: readonly CorpusFile[] = SCRIPTS.map((script) => ({
  name: `predefined cMap ${script.encoding}`,
  make: () => predefined(script),
  pages: 1,
  text: [script.text],
}));

function predefined({ encoding, ordering, supplement, text, codes = ucs2(text) }: Script): Uint8Array {
  const name = `Nobodys-${ordering}`;
  return writePdf(
    onePage({
      content: `BT /F1 24 Tf 20 150 Td <${codes}> Tj ET`,
      resources: '/Font << /F1 5 0 R >>',
      objects: [
        `<< /Type /Font /Subtype /Type0 /BaseFont /${name}-${encoding} /Encoding /${encoding} /DescendantFonts [6 0 R] >>`,
        `<< /Type /Font /Subtype /CIDFontType0 /BaseFont /${name} /CIDSystemInfo << /Registry (Adobe) /Ordering (${ordering}) /Supplement ${supplement} >> /DW 1000 /FontDescriptor 7 0 R >>`,
        `<< /Type /FontDescriptor /FontName /${name} /Flags 6 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 900 /Descent -200 /CapHeight 700 /StemV 80 >>`,
      ],
    }),
  );
}

function ucs2(text: string): string {
  return Array.from(text, (letter) => (letter.codePointAt(0) ?? 0).toString(16).padStart(4, '0')).join('');
}
