import { PIECE, type IncomingFile } from './incoming-file.ts';

/**
 * Takes chunks of any size for a file that comes in, and stores them in pieces: one is in memory at a time.
 *
 * @param check told the first bytes, before anything is stored; throws for what is not taken.
 * @param onBytes told how many bytes came each time.
 */
export function pieceStream(
  incoming: IncomingFile,
  check: (start: Uint8Array) => void,
  onBytes: (count: number) => void,
): WritableStream<Uint8Array> {
  const piece = new Uint8Array(PIECE);
  let held = 0;
  let isChecked = false;
  const flush = async (): Promise<void> => {
    if (!isChecked) check(piece.subarray(0, held));
    isChecked = true;
    if (held > 0) await incoming.append(piece.subarray(0, held));
    held = 0;
  };
  const write = async (chunk: Uint8Array): Promise<void> => {
    onBytes(chunk.byteLength);
    for (let at = 0; at < chunk.byteLength;) {
      const part = chunk.subarray(at, at + PIECE - held);
      piece.set(part, held);
      held += part.byteLength;
      at += part.byteLength;
      if (held === PIECE) await flush();
    }
  };
  return new WritableStream({ write, close: flush });
}
