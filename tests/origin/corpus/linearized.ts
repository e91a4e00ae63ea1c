import { latin1, line, stream, tenDigits, TEXT_FONT } from './write-pdf.ts';

/** Object numbers: what only page 2 needs comes first in number and last in the file. */
const REST = [
  '<< /Type /Page /Parent 5 0 R /Contents 2 0 R >>',
  stream(line('The second page of a linearized file')),
] as const;
const PARAMETERS = 3;
const FIRST_PAGE = 6;
const HINTS = 8;

interface Places {
  readonly length: number;
  readonly offsets: ReadonlyMap<number, number>;
  readonly firstXref: number;
  readonly mainXref: number;
  readonly firstPageEnd: number;
  readonly hintsEnd: number;
}

/**
 * Two pages, the first of which can be shown before the rest is there: ISO 32000-1 annex F. Its hint stream has the
 * header of the page offset table only; readers may leave it aside, and pdf.js does.
 *
 * @param ballast bytes of a stream that nothing refers to, between what the two pages need.
 */
export function linearized(ballast: number = 0): Uint8Array {
  const unknown: Places = {
    length: 0,
    offsets: new Map(),
    firstXref: 0,
    mainXref: 0,
    firstPageEnd: 0,
    hintsEnd: 0,
  };
  // Numbers are written with ten digits, so the second time everything is where the first has put it.
  return latin1(assemble(assemble(unknown, ballast).places, ballast).text);
}

function assemble(places: Places, ballast: number): { text: string; places: Places } {
  const offsets = new Map<number, number>();
  let text = '%PDF-1.7\n';
  const put = (number: number, object: string): void => {
    offsets.set(number, text.length);
    text += `${number} 0 obj\n${object}\nendobj\n`;
  };
  put(PARAMETERS, parameters(places));
  const firstXref = text.length;
  const firstNumbers = [3, 4, 5, 6, 7, 8];
  text += `xref\n3 6\n${entries(firstNumbers, places)}trailer\n<< /Size 9 /Root 4 0 R /Prev ${tenDigits(places.mainXref)} >>\nstartxref\n0\n%%EOF\n`;
  put(4, '<< /Type /Catalog /Pages 5 0 R >>');
  put(HINTS, stream('\0'.repeat(36), '/S 36 '));
  const hintsEnd = text.length;
  put(FIRST_PAGE, '<< /Type /Page /Parent 5 0 R /Contents 7 0 R >>');
  put(7, stream(line('The first page of a linearized file')));
  put(
    5,
    `<< /Type /Pages /Kids [${FIRST_PAGE} 0 R 1 0 R] /Count 2 /MediaBox [0 0 400 300] /Resources << ${TEXT_FONT} >> >>`,
  );
  const firstPageEnd = text.length;
  text += `9 0 obj\n<< /Length ${ballast} >>\nstream\n${' '.repeat(ballast)}\nendstream\nendobj\n`;
  for (const [index, object] of REST.entries()) put(index + 1, object);
  const mainXref = text.length;
  text += `xref\n0 3\n0000000000 65535 f \n${entries([1, 2], places)}trailer\n<< /Size 3 >>\nstartxref\n${tenDigits(places.firstXref)}\n%%EOF\n`;
  return { text, places: { length: text.length, offsets, firstXref, mainXref, firstPageEnd, hintsEnd } };
}

function parameters({ length, offsets, firstPageEnd, hintsEnd, mainXref }: Places): string {
  const hints = offsets.get(HINTS) ?? 0;
  const numbers = [hints, hintsEnd - hints].map(tenDigits).join(' ');
  return `<< /Linearized 1 /L ${tenDigits(length)} /H [${numbers}] /O ${FIRST_PAGE} /E ${tenDigits(firstPageEnd)} /N 2 /T ${tenDigits(mainXref)} >>`;
}

function entries(numbers: readonly number[], { offsets }: Places): string {
  return numbers.map((number) => `${tenDigits(offsets.get(number) ?? 0)} 00000 n \n`).join('');
}
