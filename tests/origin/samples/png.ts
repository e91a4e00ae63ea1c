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
/** The most that one stored block of a zlib stream holds (RFC 1951 §3.2.4). */
const STORED_BLOCK = 65_535;

/**
 * Writes a PNG.
 *
 * @param packing `stored` leaves the pixels uncompressed: quick, and the same bytes with every version of zlib.
 */
export function encodePng(picture: Picture, packing: 'deflated' | 'stored'): Buffer {
  const rows = filteredRows(picture);
  const size = Buffer.alloc(8);
  size.writeUInt32BE(picture.width, 0);
  size.writeUInt32BE(picture.height, 4);
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', Buffer.concat([size, EIGHT_BITS_INDEXED])),
    chunk('PLTE', picture.palette),
    chunk('IDAT', packing === 'stored' ? store(rows) : deflateSync(rows)),
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

/** A zlib stream of stored blocks (RFC 1950, RFC 1951 §3.2.4). */
function store(content: Uint8Array): Buffer {
  const blocks: Uint8Array[] = [Uint8Array.of(0x78, 0x01)];
  for (let start = 0; start < content.length; start += STORED_BLOCK) {
    const block = content.subarray(start, start + STORED_BLOCK);
    const head = Buffer.alloc(5);
    head.writeUInt8(start + STORED_BLOCK >= content.length ? 1 : 0, 0);
    head.writeUInt16LE(block.length, 1);
    head.writeUInt16LE(~block.length & 0xffff, 3);
    blocks.push(head, block);
  }
  const checksum = Buffer.alloc(4);
  checksum.writeUInt32BE(adler32(content), 0);
  return Buffer.concat([...blocks, checksum]);
}

function adler32(content: Uint8Array): number {
  let a = 1;
  let b = 0;
  for (let start = 0; start < content.length; start += 3800) {
    // 3,800 bytes at a time keep the sums below 2³², so that the remainder is taken seldom.
    for (const byte of content.subarray(start, start + 3800)) b += a += byte;
    a %= 65_521;
    b %= 65_521;
  }
  return b * 65_536 + a;
}
