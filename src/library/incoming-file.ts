import { discardIncoming, beginIncoming, listIncoming, storeIncoming } from '../store/incoming.ts';
import { type RunningDigest, startSha256 } from '../transfer/digest.ts';

/** Bytes of a segment. One is in memory at a time. */
export const PIECE = 8_388_608;

/** A file of which all bytes are stored, as segments under its id. */
export interface StoredBytes {
  readonly id: string;
  readonly size: number;
  readonly sha256: string;
}

/** The bytes of a file that comes in, stored segment by segment while their SHA-256 is computed. */
export class IncomingFile {
  readonly id: string;
  readonly #digest: RunningDigest;
  #size = 0;

  private constructor(id: string, digest: RunningDigest) {
    this.id = id;
    this.#digest = digest;
  }

  /** To be called inside `whileIncoming()`. */
  static async begin(id: string): Promise<IncomingFile> {
    const digest = await startSha256();
    await beginIncoming(id);
    return new IncomingFile(id, digest);
  }

  /**
   * Stores the next bytes. They are copied: nothing of the file that they came from is needed any more.
   *
   * @param piece at most `PIECE` bytes, at least one.
   * @throws {DOMException} `QuotaExceededError` when there is no room.
   */
  async append(piece: Uint8Array<ArrayBuffer>): Promise<void> {
    this.#digest.update(piece);
    const firstByte = this.#size;
    this.#size += piece.byteLength;
    await storeIncoming({ fileId: this.id, firstByte, lastByte: this.#size - 1, bytes: new Blob([piece]) });
  }

  end(): StoredBytes {
    return { id: this.id, size: this.#size, sha256: this.#digest.digest() };
  }
}

/**
 * Brings a file in, and lets go of what has come of it when that fails. A window that is closed meanwhile gives the
 * lock back, by which `discardAbandoned()` knows.
 */
export async function whileIncoming<T>(id: string, bring: () => Promise<T>): Promise<T> {
  return navigator.locks.request(lockOf(id), async () => {
    try {
      return await bring();
    } catch (error) {
      await discardIncoming(id);
      throw error;
    }
  });
}

/** Lets go of what has come of files whose windows are gone. */
export async function discardAbandoned(): Promise<void> {
  for (const id of await listIncoming()) {
    await navigator.locks.request(lockOf(id), { ifAvailable: true }, async (lock) => {
      if (lock) await discardIncoming(id);
    });
  }
}

function lockOf(id: string): string {
  return `longhaul-incoming-${id}`;
}
