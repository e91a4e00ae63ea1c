import { type ByteRange, missingIn } from '../store/byte-range.ts';

/** Which bytes an answer brings, and how many the whole file has. */
export interface ContentRange extends ByteRange {
  readonly total: number;
}

/** @see RFC 9110 §14.1.2 */
export function toRangeHeader({ firstByte, lastByte }: ByteRange): string {
  return `bytes=${firstByte}-${lastByte}`;
}

/** The reverse of `toRangeHeader()`; `undefined` for a request without a range. */
export function parseRangeHeader(header: string | null): ByteRange | undefined {
  const match = /^bytes=(\d{1,15})-(\d{1,15})$/u.exec(header ?? '');
  return match ? { firstByte: Number(match[1]), lastByte: Number(match[2]) } : undefined;
}

/**
 * Reads `bytes first-last/total`.
 *
 * @returns `undefined` for anything else: another unit, an unknown total, numbers out of order.
 * @see RFC 9110 §14.4
 */
export function parseContentRange(header: string | null): ContentRange | undefined {
  const match = /^bytes (\d{1,15})-(\d{1,15})\/(\d{1,15})$/u.exec(header ?? '');
  if (!match) return undefined;
  const [firstByte = 0, lastByte = 0, total = 0] = match.slice(1).map(Number);
  return firstByte <= lastByte && lastByte < total ? { firstByte, lastByte, total } : undefined;
}

export function rangeLength({ firstByte, lastByte }: ByteRange): number {
  return lastByte - firstByte + 1;
}

/**
 * Splits a range into pieces that together cover every byte once.
 *
 * @param segmentSize largest piece in bytes, at least 1.
 * @throws {RangeError} if it is not a positive safe integer.
 */
export function splitRange({ firstByte, lastByte }: ByteRange, segmentSize: number): ByteRange[] {
  if (!Number.isSafeInteger(segmentSize) || segmentSize < 1) throw new RangeError(`No segment size: ${segmentSize}`);
  const pieces: ByteRange[] = [];
  for (let first = firstByte; first <= lastByte; first += segmentSize) {
    pieces.push({ firstByte: first, lastByte: Math.min(first + segmentSize - 1, lastByte) });
  }
  return pieces;
}

/**
 * What of a file is not stored yet.
 *
 * @param length file size in bytes; 0 has no bytes to miss.
 * @param stored in order of `firstByte`; may overlap.
 */
export function missingRanges(length: number, stored: readonly ByteRange[]): ByteRange[] {
  return missingIn({ firstByte: 0, lastByte: length - 1 }, stored);
}
