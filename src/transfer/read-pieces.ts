import { TransferError } from './errors.ts';

/** How long a server may send nothing, in ms. */
export const LONGEST_SILENCE = 30_000;

/**
 * A body as pieces, each a Blob: the browser keeps those on disk, so that no more than one piece is in memory. What came
 * before an end of any kind (an abort too) comes as the last piece.
 *
 * @param size of a piece, in bytes; the last is smaller.
 * @param onBytes told how many bytes came each time.
 * @throws {TransferError} `network` when nothing comes for `LONGEST_SILENCE`, or the line breaks.
 */
export async function* readPieces(
  body: ReadableStream<Uint8Array<ArrayBuffer>>,
  size: number,
  onBytes: (count: number) => void,
): AsyncGenerator<Blob, void> {
  const reader = body.getReader();
  let chunks: Uint8Array<ArrayBuffer>[] = [];
  let held = 0;
  let failure: TransferError | undefined;
  for (;;) {
    const chunk = await readChunk(reader).catch((error: unknown) => void (failure = toBreak(error)));
    if (!chunk) break;
    chunks.push(chunk);
    held += chunk.byteLength;
    onBytes(chunk.byteLength);
    if (held < size) continue;
    yield new Blob(chunks);
    [chunks, held] = [[], 0];
  }
  if (held > 0) yield new Blob(chunks);
  if (failure) throw failure;
}

async function readChunk(
  reader: ReadableStreamDefaultReader<Uint8Array<ArrayBuffer>>,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const silence = new Promise<never>((_resolve, reject) => {
    const message = `No byte came for ${LONGEST_SILENCE / 1000} s`;
    timer = setTimeout(() => reject(new TransferError('network', message)), LONGEST_SILENCE);
  });
  try {
    return (await Promise.race([reader.read(), silence])).value;
  } catch (error) {
    await reader.cancel(error).catch(() => undefined); // It has failed already, or hangs.
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

function toBreak(error: unknown): TransferError {
  if (error instanceof TransferError) return error;
  return new TransferError('network', 'The connection broke off', { cause: error });
}
