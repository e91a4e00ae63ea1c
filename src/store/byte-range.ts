/** Inclusive byte positions, as in `Range` and `Content-Range`. */
export interface ByteRange {
  readonly firstByte: number;
  readonly lastByte: number;
}

/**
 * The parts of a range that nothing stored covers.
 *
 * @param stored in order of `firstByte`; may overlap, and reach beyond the range.
 */
export function missingIn({ firstByte, lastByte }: ByteRange, stored: readonly ByteRange[]): ByteRange[] {
  const missing: ByteRange[] = [];
  let next = firstByte;
  for (const segment of stored) {
    const end = Math.min(segment.firstByte - 1, lastByte);
    if (end >= next) missing.push({ firstByte: next, lastByte: end });
    next = Math.max(next, segment.lastByte + 1);
  }
  if (next <= lastByte) missing.push({ firstByte: next, lastByte });
  return missing;
}
