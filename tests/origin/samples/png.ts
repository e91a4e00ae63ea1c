import { crc32, deflateSync } from 'node:zlib';

/** A picture of at most 256 colours. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  /** One palette index a pixel, row by row. */
  readonly pixels: Uint8Array;
  /** Red, green, blue of each colour. */
  readonly palette: Uint8Array;
}

const SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
const EIGHT_BITS_INDEXED = Uint8Array.of(8, 3, 0, 0, 0);

/**
 * Writes a PNG.
 *
 * @param level of zlib; 0 does not compress: the same bytes with every version of it.
 */
export function encodePng(picture: Picture, level = 6): Buffer {
  const rows = filteredRows(picture);
  const size = Buffer.alloc(8);
  size.writeUInt32BE(picture.width, 0);
  size.writeUInt32BE(picture.height, 4);
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', Buffer.concat([size, EIGHT_BITS_INDEXED])),
    chunk('PLTE', picture.palette),
    chunk('IDAT', deflateSync(rows, { level })),
    chunk('IEND', new Uint8Array()),
  ]);
}

/** Each row begins with the number of its filter: 0, none. */
function filteredRows({ width, height, pixels }: Picture): Uint8Array {
  const rows = new Uint8Array((width + 1) * height);
  for (let y = 0; y < height; y++) rows.set(pixels.subarray(y * width, (y + 1) * width), y * (width + 1) + 1);
  return rows;
}

function chunk(type: string, content: Uint8Array): Buffer {
  const result = Buffer.alloc(content.length + 12);
  result.writeUInt32BE(content.length, 0);
  result.write(type, 4, 'latin1');
  result.set(content, 8);
  result.writeUInt32BE(crc32(result.subarray(4, content.length + 8)), content.length + 8);
  return result;
}
