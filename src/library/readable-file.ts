/** Bytes that are read part by part. A `Blob` is one; a file that is still coming is another. */
export interface ReadableFile {
  readonly size: number;
  /**
   * @param end first byte after the part.
   * @returns a part that is read when it is used; it may take until the bytes have come.
   */
  slice(begin: number, end: number): { arrayBuffer(): Promise<ArrayBuffer> };
  /** What is worth reading at once, in bytes; each byte of a file that is still coming costs time on the line. */
  readonly readAhead?: number;
  /** Calls `listener` whenever reading begins to wait for bytes that are not here, or no longer does. */
  watchWaiting?(listener: (isWaiting: boolean) => void, signal: AbortSignal): void;
}
