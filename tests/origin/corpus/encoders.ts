import { bigEndian, fromHex, packBits } from './bits.ts';

/**
 * A black square, 64 pixels wide and high, by ITU-T T.6 (fax group 4): its first line is coded as 0 white pixels and 64
 * black ones, every other as "the same changes as above".
 */
export function blackByFax(): string {
  const first = ['001', '00110101', '0000001111', '0000110111'].join('');
  const end = '000000000001'.repeat(2);
  return packBits(first + '11'.repeat(63) + end, '0');
}

/** The same square as a page of JBIG2 without a file header, as PDF wants it: ITU-T T.88, one generic region coded by T.6. */
export function blackByJbig2(): string {
  const size = bigEndian(64, 4).repeat(2);
  const pageSegment = size + bigEndian(0, 8) + fromHex('00') + bigEndian(0, 2);
  const region = size + bigEndian(0, 8) + fromHex('00') + fromHex('01') + blackByFax();
  return segment(0, 48, pageSegment) + segment(1, 38, region);
}

function segment(number: number, type: number, content: string): string {
  return bigEndian(number, 4) + bigEndian(type, 1) + fromHex('0001') + bigEndian(content.length, 4) + content;
}

/** One block of 8 by 8 pixels in cyan 0, magenta and yellow full, black 0, as a baseline JPEG (ITU-T T.81) of four components. */
export function redByCmykJpeg(): string {
  const quantization = marker('DB', `\0${'\u0008'.repeat(64)}`);
  const components = ['01', '02', '03', '04'];
  const frame = marker('C0', fromHex(`080008000804${components.map((id) => `${id}1100`).join('')}`));
  // Differences of 7 and 8 bits have codes of two bits each; "no more in this block" is a single 0.
  const direct = marker('C4', fromHex(`000002${'00'.repeat(14)}0708`));
  const alternating = marker('C4', fromHex(`1001${'00'.repeat(15)}00`));
  const scan = marker('DA', fromHex(`04${components.map((id) => `${id}00`).join('')}003F00`));
  const none = '01011111110';
  const full = '0011111110';
  const pixels = packBits(none + full + full + none, '1');
  return fromHex('FFD8') + quantization + frame + direct + alternating + scan + pixels + fromHex('FFD9');
}

function marker(code: string, content: string): string {
  return fromHex(`FF${code}`) + bigEndian(content.length + 2, 2) + content;
}
