import { admitIncoming, type WhenKnown } from '../store/incoming.ts';
import { readRoom } from '../store/room.ts';
import { cleanName } from '../transfer/file-name.ts';
import { hasPdfHeader } from './accept-file.ts';
import { IncomingFile, PIECE, type StoredBytes, whileIncoming } from './incoming-file.ts';
import { newDocument } from './new-document.ts';

/** Why a file from disk is not taken; picks the words that people read. */
export type Refusal = 'empty-file' | 'web-page' | 'not-a-pdf' | 'unreadable' | 'no-room';

/** What became of a file from disk. */
export type BringInResult =
  | { readonly kind: 'added'; readonly documentId: string }
  /** The library had it before; restored: without its bytes, which the browser had cleared. */
  | { readonly kind: 'known' | 'restored'; readonly documentId: string }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

export interface BringInOptions {
  readonly whenKnown: WhenKnown;
  readonly signal?: AbortSignal;
  /** Told how many bytes are stored, after each piece. */
  readonly onBytes?: (stored: number) => void;
}

/**
 * Copies a file from disk into the library, a piece at a time. Runs where its SHA-256 may be computed: in a worker.
 *
 * @throws the reason of `signal`; nothing of the file is kept then.
 */
export async function bringIn(file: File, { whenKnown, ...options }: BringInOptions): Promise<BringInResult> {
  try {
    const fileName = cleanName(file.name) ?? 'Unnamed file';
    const isPdf = await whatItIs(file, fileName);
    const id = crypto.randomUUID();
    return await whileIncoming(id, async () => {
      const stored = await storeBytes(await IncomingFile.begin(id), file, options);
      const row = newDocument({ id, isPdf, fileName, type: mimeType(file), size: stored.size });
      // The person is here and sees it come: there is nothing to tell.
      const document = { ...row, sha256: stored.sha256, seen: 1, notice: 'settled' } as const;
      const { kind, document: admitted } = await admitIncoming(document, {}, whenKnown);
      return { kind, documentId: admitted.id };
    });
  } catch (error) {
    const refusal = refusalOf(error);
    if (refusal === undefined) throw error;
    return { kind: 'refused', refusal };
  }
}

/** A file that is not taken, from wherever it was found out. */
class RefusedFile extends Error {
  override readonly name = 'RefusedFile';
  readonly refusal: Refusal;

  constructor(refusal: Refusal, options?: ErrorOptions) {
    super(`The file is not taken: ${refusal}`, options);
    this.refusal = refusal;
  }
}

function refusalOf(error: unknown): Refusal | undefined {
  if (error instanceof RefusedFile) return error.refusal;
  if (isRoomError(error)) return 'no-room';
  return undefined;
}

/** Whether a write failed because there is no room. */
export function isRoomError(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'QuotaExceededError';
}

/** @returns whether it is a PDF. */
async function whatItIs(file: File, fileName: string): Promise<boolean> {
  if (file.size === 0) throw new RefusedFile('empty-file');
  const isPdf = await hasPdfHeader(file).catch(toUnreadable);
  if (!isPdf && (await isWebPage(file, fileName))) throw new RefusedFile('web-page');
  const claimsToBe = mimeType(file) === 'application/pdf' || /\.pdf$/iu.test(fileName);
  if (!isPdf && claimsToBe) throw new RefusedFile('not-a-pdf');
  const room = await readRoom();
  if (room && room.free < file.size) throw new RefusedFile('no-room');
  return isPdf;
}

async function isWebPage(file: File, fileName: string): Promise<boolean> {
  if (/^(?:text\/html|application\/xhtml\+xml)$/u.test(mimeType(file)) || /\.x?html?$/iu.test(fileName)) return true;
  const start = await file.slice(0, 1024).text().catch(toUnreadable);
  return /^\s*<(?:!doctype html|html)\b/iu.test(start);
}

async function storeBytes(
  incoming: IncomingFile,
  file: File,
  { signal, onBytes }: Omit<BringInOptions, 'whenKnown'>,
): Promise<StoredBytes> {
  for (let firstByte = 0; firstByte < file.size; firstByte += PIECE) {
    signal?.throwIfAborted();
    const wanted = Math.min(PIECE, file.size - firstByte);
    const piece = await file
      .slice(firstByte, firstByte + wanted)
      .arrayBuffer()
      .catch(toUnreadable);
    if (piece.byteLength !== wanted) throw new RefusedFile('unreadable');
    await incoming.append(new Uint8Array(piece));
    piece.transfer(0); // Gives its memory back at once: the garbage collector would let pieces pile up.
    onBytes?.(firstByte + wanted);
  }
  signal?.throwIfAborted();
  return incoming.end();
}

/** A file that changes, goes or is taken away while it is read can't be read any more. */
function toUnreadable(cause: unknown): never {
  throw new RefusedFile('unreadable', { cause });
}

/** Without its parameters. */
function mimeType({ type }: File): string {
  return type.split(';')[0]?.trim().toLowerCase() ?? '';
}
