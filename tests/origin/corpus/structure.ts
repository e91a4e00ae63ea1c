import { deflateSync } from 'node:zlib';
import type { CorpusFile } from './corpus-file.ts';
import { linearized } from './linearized.ts';
import {
  crossReference,
  HELVETICA,
  latin1,
  line,
  onePage,
  stream,
  tenDigits,
  TEXT_FONT,
  textPages,
  trailer,
  writeBody,
  writePdf,
  xrefRow,
} from './write-pdf.ts';

export const STRUCTURE: readonly CorpusFile[] = [
  { name: 'linearized', make: linearized, pages: 2, text: ['The first page of a linearized file'] },
  paper('PDF 2.0', (text) => writePdf(textPages([text]), '2.0')),
  paper('cross-reference and objects in streams', inStreams),
  paper('hybrid, with a table and a stream', hybrid),
  paper('updated, with the change at its end', updated),
  paper('letters before the header', (text) => latin1(`Kind regards\r\n\r\n${text200()}${plain(text)}`)),
  paper('letters after the end', (text) => latin1(`${plain(text)}<!-- served in 3 ms -->\n${'\0'.repeat(900)}`)),
  { name: 'a page tree 60 levels deep', make: deep, pages: 2, text: ['Sixty levels down'] },
];

function paper(name: string, make: (text: string) => Uint8Array): CorpusFile {
  const text = `Built: ${name}`;
  return { name, make: () => make(text), pages: 1, text: [text] };
}

function plain(text: string): string {
  return writePdf(textPages([text])).toString('latin1');
}

function text200(): string {
  return 'a letter came along with it, '.repeat(7);
}

/** All objects but their container and the cross-reference are in one compressed stream (ISO 32000-1 §7.5.7 and 8). */
function inStreams(text: string): Uint8Array {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 400 300] /Resources << /Font << /F1 6 0 R >> >> /Contents 4 0 R >>`,
    HELVETICA,
  ];
  const numbers = [1, 2, 3, 6];
  const contained = packObjects(objects, numbers);
  let body = '%PDF-1.5\n';
  const contentAt = body.length;
  body += `4 0 obj\n${stream(line(text))}\nendobj\n`;
  const containerAt = body.length;
  body += `5 0 obj\n${contained}\nendobj\n`;
  const xrefAt = body.length;
  const inContainer = (index: number): string => xrefRow(2, 5, index);
  const rows = [
    xrefRow(0, 0, 255),
    inContainer(0),
    inContainer(1),
    inContainer(2),
    xrefRow(1, contentAt, 0),
    xrefRow(1, containerAt, 0),
    inContainer(3),
    xrefRow(1, xrefAt, 0),
  ].join('');
  const table = deflateSync(latin1(rows)).toString('latin1');
  const xref = stream(table, '/Type /XRef /Size 8 /W [1 4 1] /Root 1 0 R /Filter /FlateDecode ');
  return latin1(`${body}7 0 obj\n${xref}\nendobj\nstartxref\n${xrefAt}\n%%EOF\n`);
}

function packObjects(objects: readonly string[], numbers: readonly number[]): string {
  let length = 0;
  const index = objects.map((object, place) => {
    const entry = `${numbers[place]} ${length}`;
    length += object.length + 1;
    return entry;
  });
  const head = `${index.join(' ')} `;
  const packed = deflateSync(latin1(head + objects.join(' '))).toString('latin1');
  return stream(packed, `/Type /ObjStm /N ${objects.length} /First ${head.length} /Filter /FlateDecode `);
}

/** The font is found only by the stream that the trailer names as `/XRefStm` (ISO 32000-1 §7.5.8.4). */
function hybrid(text: string): Uint8Array {
  const objects = onePage({ content: line(text), resources: '/Font << /F1 6 0 R >>', size: [400, 300] });
  const { body, offsets } = writeBody(objects, '%PDF-1.5\n');
  const container = `5 0 obj\n${packObjects([HELVETICA], [6])}\nendobj\n`;
  const streamAt = body.length + container.length;
  const rows = xrefRow(1, body.length, 0) + xrefRow(2, 5, 0);
  const xref = `7 0 obj\n${stream(rows, '/Type /XRef /Size 8 /Index [5 2] /W [1 4 1] /Root 1 0 R ')}\nendobj\n`;
  const tableAt = streamAt + xref.length;
  const end = crossReference(offsets) + trailer(8, tableAt, `/XRefStm ${streamAt} `);
  return latin1(body + container + xref + end);
}

/** Its first edition said something else: object 4 is there twice. */
function updated(text: string): Uint8Array {
  const first = writePdf(textPages(['The first edition'])).toString('latin1');
  const before = /startxref\n(\d+)/u.exec(first)?.[1] ?? '0';
  const change = `4 0 obj\n${stream(line(text))}\nendobj\n`;
  const table = `xref\n4 1\n${tenDigits(first.length)} 00000 n \n`;
  return latin1(first + change + table + trailer(5, first.length + change.length, `/Prev ${before} `));
}

/** Two leaves at the end of a chain of nodes: 1 catalog, 2 to 61 nodes, then the pages and what they share. */
function deep(): Uint8Array {
  const levels = 60;
  const last = 1 + levels;
  const nodes = Array.from({ length: levels }, (_, index) => {
    const number = 2 + index;
    const kids = number === last ? `${last + 1} 0 R ${last + 2} 0 R` : `${number + 1} 0 R`;
    const parent = index === 0 ? '' : `/Parent ${number - 1} 0 R `;
    return `<< /Type /Pages ${parent}/Kids [${kids}] /Count 2 >>`;
  });
  const leaf = `<< /Type /Page /Parent ${last} 0 R /MediaBox [0 0 300 300] /Resources << ${TEXT_FONT} >> /Contents ${last + 3} 0 R >>`;
  return writePdf(['<< /Type /Catalog /Pages 2 0 R >>', ...nodes, leaf, leaf, stream(line('Sixty levels down'))]);
}
