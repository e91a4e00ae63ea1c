import { lineOfText, pdfOfObjects, streamObject } from '../origin/pdf-objects.ts';

const FONT = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>';

/** Objects 3 to 2 + 2 × pages: each page and its text "Sheet n". Object 2 is their node, the font stands after them. */
function sheets(pages: number): readonly string[] {
  const font = 3 + 2 * pages;
  const kids = Array.from({ length: pages }, (_, index) => `${3 + 2 * index} 0 R`).join(' ');
  return [
    `<< /Type /Pages /Kids [${kids}] /Count ${pages} /MediaBox [0 0 595 842] /Resources << /Font << /F1 ${font} 0 R >> >> >>`,
    ...Array.from({ length: pages }, (_, index) => [
      `<< /Type /Page /Parent 2 0 R /Contents ${4 + 2 * index} 0 R >>`,
      streamObject(lineOfText(`Sheet ${index + 1}`, 72, 720)),
    ]).flat(),
    FONT,
  ];
}

/**
 * Six pages. Its outline: "First" (page 1, bold, red) with "Inside" (page 2) and the closed "Deep" (page 3, italic) with
 * "Deepest" (page 4); a web address; a script; a local file. Page 4 is also the destination named "deepest".
 */
export function makeOutlinedPdf(): Buffer {
  const first = 3 + 2 * 6 + 1; // After catalog, node, pages and font.
  const [root, one, inside, deep, deepest, web, script, file] = Array.from(
    { length: 8 },
    (_, index) => `${first + index} 0 R`,
  );
  const to = (page: number): string => `/Dest [${1 + 2 * page} 0 R /XYZ 0 760 null]`;
  return pdfOfObjects([
    `<< /Type /Catalog /Pages 2 0 R /Outlines ${root} /Dests << /deepest [9 0 R /XYZ 0 760 null] >> >>`,
    ...sheets(6),
    `<< /Type /Outlines /First ${one} /Last ${file} /Count 6 >>`,
    `<< /Title (First) /Parent ${root} /Next ${web} /First ${inside} /Last ${deep} /Count 2 /F 2 /C [0.8 0 0] ${to(1)} >>`,
    `<< /Title (Inside) /Parent ${one} /Next ${deep} ${to(2)} >>`,
    `<< /Title (Deep) /Parent ${one} /Prev ${inside} /First ${deepest} /Last ${deepest} /Count -1 /F 1 ${to(3)} >>`,
    `<< /Title (Deepest) /Parent ${deep} ${to(4)} >>`,
    `<< /Title (Web) /Parent ${root} /Prev ${one} /Next ${script} /A << /S /URI /URI (https://example.com/away) >> >>`,
    `<< /Title (Script) /Parent ${root} /Prev ${web} /Next ${file} /A << /S /URI /URI (javascript:document.title='Hacked') >> >>`,
    `<< /Title (File) /Parent ${root} /Prev ${script} /A << /S /URI /URI (file:///etc/hosts) >> >>`,
  ]);
}

/** One page with two files in it: `notes.txt`, described as "What was said", and `empty.bin`, whose bytes are missing. */
export function makePdfWithAttachments(notes: string): Buffer {
  const first = 3 + 2 + 1;
  return pdfOfObjects([
    `<< /Type /Catalog /Pages 2 0 R /Names << /EmbeddedFiles << /Names [(empty.bin) ${first + 2} 0 R (notes.txt) ${first} 0 R] >> >> >>`,
    ...sheets(1),
    `<< /Type /Filespec /F (notes.txt) /UF (notes.txt) /Desc (What was said) /EF << /F ${first + 1} 0 R >> >>`,
    streamObject(notes, '/Type /EmbeddedFile'),
    '<< /Type /Filespec /F (empty.bin) /UF (empty.bin) >>',
  ]);
}

/**
 * One page with three squares of 100 points, each a layer: "Red" and "Green" under the heading "Colours", and "Blue", which
 * is hidden at first. From the left: red, green, blue.
 */
export function makePdfWithLayers(): Buffer {
  const square = (layer: string, colour: string, x: number): string =>
    `/OC /${layer} BDC ${colour} rg ${x} 400 100 100 re f EMC`;
  const drawing = [square('L1', '1 0 0', 100), square('L2', '0 1 0', 250), square('L3', '0 0 1', 400)].join('\n');
  return pdfOfObjects([
    `<< /Type /Catalog /Pages 2 0 R /OCProperties << /OCGs [5 0 R 6 0 R 7 0 R]
      /D << /Order [[(Colours) 5 0 R 6 0 R] 7 0 R] /OFF [7 0 R] >> >> >>`,
    '<< /Type /Pages /Kids [3 0 R] /Count 1 /MediaBox [0 0 595 842] >>',
    '<< /Type /Page /Parent 2 0 R /Contents 4 0 R /Resources << /Properties << /L1 5 0 R /L2 6 0 R /L3 7 0 R >> >> >>',
    streamObject(drawing),
    '<< /Type /OCG /Name (Red) >>',
    '<< /Type /OCG /Name (Green) >>',
    '<< /Type /OCG /Name (Blue) >>',
  ]);
}
