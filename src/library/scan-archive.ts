import { startCrc32 } from '../transfer/digest.ts';
import type { ArchiveEntry } from './archive-entry.ts';

const LOCAL_HEADER = 0x04034b50;
const DESCRIPTOR = 0x08074b50;
const HEADER_LENGTH = 30;
const IN_ZIP64 = 0xffffffff;

/** An entry as its own header tells of it. @see APPNOTE.TXT 4.3.7 */
interface LocalHeader {
  readonly path: string;
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  readonly packedSize: number;
  readonly size: number;
  readonly firstByte: number;
}

/**
 * The entries of a zip archive from its start on, without its directory. Ends at the first that is not whole, after
 * which nothing can be found.
 *
 * @param sizeOf the size of an entry that is stored and whose header does not tell it; asked when it is reached.
 */
export async function* scanArchive(
  file: Blob,
  sizeOf: (path: string) => number | undefined,
): AsyncGenerator<ArchiveEntry, void> {
  for (let at = 0; ;) {
    const told = await readHeader(file, at);
    const header = told && withSize(told, sizeOf);
    if (!header || header.firstByte + header.packedSize > file.size) return;
    const end = header.firstByte + header.packedSize;
    const descriptor = hasDescriptor(header) ? await readDescriptor(file, end) : undefined;
    if (!header.path.endsWith('/')) yield toEntry(file, { ...header, crc: descriptor?.crc ?? header.crc });
    at = end + (descriptor?.length ?? 0);
  }
}

async function readHeader(file: Blob, at: number): Promise<LocalHeader | undefined> {
  const head = new DataView(await file.slice(at, at + HEADER_LENGTH).arrayBuffer());
  if (head.byteLength < HEADER_LENGTH || head.getUint32(0, true) !== LOCAL_HEADER) return undefined;
  const nameLength = head.getUint16(26, true);
  const extraLength = head.getUint16(28, true);
  const firstByte = at + HEADER_LENGTH + nameLength + extraLength;
  const rest = await file.slice(at + HEADER_LENGTH, firstByte).arrayBuffer();
  const [size, packedSize] = sizesOf(head, new DataView(rest.slice(nameLength)));
  return {
    path: new TextDecoder().decode(rest.slice(0, nameLength)),
    flags: head.getUint16(6, true),
    method: head.getUint16(8, true),
    crc: head.getUint32(14, true),
    packedSize,
    size,
    firstByte,
  };
}

/** Sizes that don't fit into the header stand behind the name. @see APPNOTE.TXT 4.5.3 */
function sizesOf(head: DataView, extra: DataView): [size: number, packedSize: number] {
  const told: [number, number] = [head.getUint32(22, true), head.getUint32(18, true)];
  for (let at = 0; at + 4 <= extra.byteLength; at += 4 + extra.getUint16(at + 2, true)) {
    const isZip64 = extra.getUint16(at, true) === 1 && told.includes(IN_ZIP64);
    if (isZip64 && at + 20 <= extra.byteLength) {
      return [Number(extra.getBigUint64(at + 4, true)), Number(extra.getBigUint64(at + 12, true))];
    }
  }
  return told;
}

function hasDescriptor({ flags }: LocalHeader): boolean {
  return (flags & 8) !== 0;
}

function withSize(header: LocalHeader, sizeOf: (path: string) => number | undefined): LocalHeader | undefined {
  if (!hasDescriptor(header)) return header;
  const size = header.method === 0 ? sizeOf(header.path) : undefined;
  return size === undefined ? undefined : { ...header, size, packedSize: size };
}

/** Checksum and sizes behind the bytes: 4 or 8 bytes a size, so what follows tells. @see APPNOTE.TXT 4.3.9 */
async function readDescriptor(
  file: Blob,
  at: number,
): Promise<{ readonly crc: number; readonly length: number } | undefined> {
  const bytes = new DataView(await file.slice(at, at + 28).arrayBuffer());
  if (bytes.byteLength < 16 || bytes.getUint32(0, true) !== DESCRIPTOR) return undefined;
  const isShort = bytes.byteLength >= 18 && bytes.getUint16(16, true) === 0x4b50;
  return { crc: bytes.getUint32(4, true), length: isShort ? 16 : 24 };
}

function toEntry(file: Blob, header: LocalHeader): ArchiveEntry {
  const { path, size, flags } = header;
  return {
    path,
    size,
    isEncrypted: (flags & 1) !== 0,
    unpack: async (target, signal) => {
      const packed = file.slice(header.firstByte, header.firstByte + header.packedSize).stream();
      const isStored = header.method === 0;
      if (!isStored && header.method !== 8) throw new Error(`${path} is packed by method ${header.method}`);
      const unpacked = isStored ? packed : packed.pipeThrough(new DecompressionStream('deflate-raw'));
      await unpacked.pipeThrough(await checked(header)).pipeTo(target, signal ? { signal } : {});
    },
  };
}

/** Passes bytes on, and fails at their end when they are not those of the header. */
async function checked({ path, size, crc }: LocalHeader): Promise<TransformStream<Uint8Array, Uint8Array>> {
  const running = await startCrc32();
  let left = size;
  return new TransformStream({
    transform: (chunk, controller) => {
      left -= chunk.byteLength;
      if (left < 0) throw new Error(`${path} has more than its ${size} bytes`);
      running.update(chunk);
      controller.enqueue(chunk);
    },
    flush: () => {
      const isRight = left === 0 && Number.parseInt(running.digest(), 16) === crc;
      if (!isRight) throw new Error(`${path} is damaged`);
    },
  });
}
