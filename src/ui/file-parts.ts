import { type ByteRange, missingIn } from '../store/byte-range.ts';

/** A stretch of a file: it is stored, or on its way, or still to come. */
export interface FilePart extends ByteRange {
  readonly kind: 'here' | 'coming' | 'missing';
}

interface Known {
  /** The file's size in bytes. */
  readonly length: number;
  /** What is stored, in order of `firstByte`. */
  readonly stored: readonly ByteRange[];
  /** Bytes that are stored or have come in this run. */
  readonly received: number;
}

/**
 * A file as the parts that it is at, in order, which together cover it once. Where bytes that are not stored yet lie,
 * nobody tells; requests go out in the order of the file, so they are shown at the front of what lacks.
 */
export function partsOf({ length, stored, received }: Known): readonly FilePart[] {
  const whole = { firstByte: 0, lastByte: length - 1 };
  const missing = missingIn(whole, stored);
  let coming = received - (length - bytesIn(missing));
  const lacking = missing.flatMap((range) => {
    const size = Math.min(Math.max(0, coming), range.lastByte - range.firstByte + 1);
    coming -= size;
    const parts: readonly FilePart[] = [
      { kind: 'coming', firstByte: range.firstByte, lastByte: range.firstByte + size - 1 },
      { kind: 'missing', firstByte: range.firstByte + size, lastByte: range.lastByte },
    ];
    return parts.filter(({ firstByte, lastByte }) => firstByte <= lastByte);
  });
  const here = missingIn(whole, missing).map((range): FilePart => Object.assign({ kind: 'here' } as const, range));
  return [...here, ...lacking].toSorted((a, b) => a.firstByte - b.firstByte);
}

/** How many bytes lie in ranges that don't overlap. */
export function bytesIn(ranges: readonly ByteRange[]): number {
  return ranges.reduce((sum, { firstByte, lastByte }) => sum + lastByte - firstByte + 1, 0);
}
