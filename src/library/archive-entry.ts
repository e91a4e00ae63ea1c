/** A file in an archive. */
export interface ArchiveEntry {
  /** As it stands there: it leads nowhere. */
  readonly path: string;
  /** Bytes, unpacked, as the archive says. */
  readonly size: number;
  readonly isEncrypted: boolean;
  /**
   * Sends the unpacked bytes there, and closes it.
   *
   * @throws {Error} when they are damaged, or more than `size`; what the target throws; the reason of `signal`.
   */
  unpack(target: WritableStream<Uint8Array>, signal?: AbortSignal): Promise<void>;
}

/** Text of an entry that is small. @throws {RangeError} for more bytes than that; as `unpack()`. */
export async function textOf(entry: ArchiveEntry, mostBytes: number): Promise<string> {
  return (await blobOf(entry, mostBytes)).text();
}

/** Bytes of an entry that is small. @throws {RangeError} for more bytes than that; as `unpack()`. */
export async function blobOf(entry: ArchiveEntry, mostBytes: number, type = ''): Promise<Blob> {
  if (entry.size > mostBytes) throw new RangeError(`Expected at most ${mostBytes} bytes of ${entry.path}`);
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  const target = new WritableStream<Uint8Array>({ write: (chunk) => void chunks.push(Uint8Array.from(chunk)) });
  await entry.unpack(target);
  return new Blob(chunks, { type });
}
