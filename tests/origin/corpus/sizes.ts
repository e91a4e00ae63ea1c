import type { CorpusFile } from './corpus-file.ts';
import { line, onePage, stream, TEXT_FONT, textPages, writePdf } from './write-pdf.ts';

/** Points: the largest side that every reader must take (ISO 32000-1 annex C), 5.08 m. */
const LARGEST = 14_400;
/** Points: 1 cm. */
const CENTIMETRE = 28.35;

export const SIZES: readonly CorpusFile[] = [
  { name: 'one page', make: () => writePdf(textPages(['All there is'])), pages: 1, text: ['All there is'] },
  { name: 'a page of 5 m', make: () => huge(LARGEST, ''), pages: 1, text: ['A long way'] },
  {
    name: 'a page of 5 m by its unit',
    make: () => huge(LARGEST / 10, '/UserUnit 10 '),
    pages: 1,
    text: ['A long way'],
  },
  { name: 'a page of 1 cm', make: tiny, pages: 1, text: ['Small'] },
  { name: 'pages turned by quarters', make: turned, pages: 4, text: ['Turned by 90'] },
  { name: 'pages of many sizes', make: mixed, pages: 5, text: ['Size 1'] },
];

/** @param pages each reads "Page n of many". About 110 bytes a page. */
export function manyPages(pages: number): Uint8Array {
  const perNode = 100;
  const nodes = Math.ceil(pages / perNode);
  const firstPage = 4 + nodes;
  const numbers = Array.from({ length: pages }, (_, index) => index);
  const kidsOf = (node: number): string =>
    numbers
      .slice(node * perNode, (node + 1) * perNode)
      .map((index) => `${firstPage + 2 * index} 0 R`)
      .join(' ');
  const tree = Array.from({ length: nodes }, (_, node) => {
    const count = Math.min(perNode, pages - node * perNode);
    return `<< /Type /Pages /Parent 2 0 R /Kids [${kidsOf(node)}] /Count ${count} >>`;
  });
  const roots = tree.map((_, node) => `${4 + node} 0 R`).join(' ');
  return writePdf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${roots}] /Count ${pages} /MediaBox [0 0 300 300] /Resources 3 0 R >>`,
    `<< ${TEXT_FONT} >>`,
    ...tree,
    ...numbers.flatMap((index) => [
      `<< /Type /Page /Parent ${4 + Math.floor(index / perNode)} 0 R /Contents ${firstPage + 2 * index + 1} 0 R >>`,
      stream(line(`Page ${index + 1} of many`)),
    ]),
  ]);
}

/** @param side in the page's own unit. */
function huge(side: number, page: string): Uint8Array {
  const content = `BT /F1 ${side / 12} Tf ${side / 10} ${side * 0.85} Td (A long way) Tj ET`;
  return writePdf(onePage({ content, resources: TEXT_FONT, page, size: [side, side] }));
}

function tiny(): Uint8Array {
  const content = 'BT /F1 6 Tf 4 12 Td (Small) Tj ET';
  return writePdf(onePage({ content, resources: TEXT_FONT, size: [CENTIMETRE, CENTIMETRE] }));
}

function turned(): Uint8Array {
  const quarters = [90, 180, 270, 0];
  let page = -1;
  const objects = textPages(quarters.map((degrees) => `Turned by ${degrees}`)).map((object) => {
    if (!object.includes('/Type /Page ')) return object;
    page += 1;
    return object.replace('/Type /Page ', `/Type /Page /Rotate ${quarters[page]} `);
  });
  return writePdf(objects);
}

function mixed(): Uint8Array {
  const sizes = ['200 300', '900 200', '595 842', '1190 1684', '100 700'];
  let page = -1;
  const objects = textPages(sizes.map((_, index) => `Size ${index + 1}`)).map((object) => {
    if (!object.includes('/Type /Page ')) return object;
    page += 1;
    return object.replace('/Type /Page ', `/Type /Page /MediaBox [0 0 ${sizes[page]}] `);
  });
  return writePdf(objects);
}
