/** Bytes that a server sends: in memory, or made as they are sent. */
export type Body = Uint8Array | RepeatedBody;

interface Parts {
  readonly start: Uint8Array;
  /** Comes over and over between `start` and `end`; the last time cut to fit. */
  readonly block: Uint8Array;
  readonly end: Uint8Array;
}

/** A body of any length that takes the memory of its parts alone. */
export class RepeatedBody {
  readonly length: number;
  readonly #parts: Parts;
  /** Bytes of the whole body. */
  readonly #whole: number;
  /** Where in the whole body this view begins. */
  readonly #first: number;

  /** @param length of the whole body, in bytes; at least that of `start` and `end`. */
  constructor(parts: Parts, length: number, view = { first: 0, end: length }) {
    this.#parts = parts;
    this.#whole = length;
    this.#first = view.first;
    this.length = view.end - view.first;
  }

  /** A view of the same bytes; bounds as those of `Uint8Array.subarray`, but not negative. */
  subarray(first: number, end: number = this.length): RepeatedBody {
    const from = Math.min(first, this.length);
    const to = Math.max(from, Math.min(end, this.length));
    return new RepeatedBody(this.#parts, this.#whole, { first: this.#first + from, end: this.#first + to });
  }

  /** The bytes of this view, in memory. */
  bytes(): Uint8Array {
    const pieces: Uint8Array[] = [];
    for (let done = 0; done < this.length; done += pieces.at(-1)?.length ?? 0) {
      pieces.push(this.#pieceAt(this.#first + done).subarray(0, this.length - done));
    }
    return pieces[0] && pieces.length === 1 ? pieces[0] : Buffer.concat(pieces);
  }

  /** From there to the end of the part that it lies in. */
  #pieceAt(position: number): Uint8Array {
    const { start, block, end } = this.#parts;
    const endsAt = this.#whole - end.length;
    if (position < start.length) return start.subarray(position);
    if (position >= endsAt) return end.subarray(position - endsAt);
    const inBlock = (position - start.length) % block.length;
    return block.subarray(inBlock, inBlock + endsAt - position);
  }
}

/** A body in memory. For a long one, ask for a part: `toBytes(body.subarray(first, end))`. */
export function toBytes(body: Body): Uint8Array {
  return body instanceof RepeatedBody ? body.bytes() : body;
}
