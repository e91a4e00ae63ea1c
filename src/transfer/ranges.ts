/** Inclusive byte positions, as in `Range` and `Content-Range`. */
export interface ByteRange {
  readonly firstByte: number;
  readonly lastByte: number;
}

/** @see RFC 9110 §14.1.2 */
export function toRangeHeader({ firstByte, lastByte }: ByteRange): string {
  return `bytes=${firstByte}-${lastByte}`;
}
