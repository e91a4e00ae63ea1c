import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { type Body, toBytes } from './body.ts';

/** What a server tells about a version of a file: a strong ETag and a date, a date alone, or nothing. */
export type Validator = 'etag' | 'date' | 'none';

/** One version of one file, as an honest static file server knows it. */
export interface ServedFile {
  readonly body: Body;
  /** `Content-Type`. */
  readonly type: string;
  /** SHA-256 of `body`, in hex. The ETag is made of it, so the same bytes keep their ETag over restarts. */
  readonly sha256: string;
  readonly lastModified: Date;
  readonly validator: Validator;
  /** False: `Range` is ignored and not advertised. */
  readonly ranges: boolean;
  /** The body in `Content-Encoding: gzip`, for clients that accept it. */
  readonly gzip?: Uint8Array;
}

export interface ServedFileOptions {
  readonly type?: string;
  /** Whole seconds: HTTP dates have no finer unit. */
  readonly lastModified?: Date;
  readonly validator?: Validator;
  readonly ranges?: boolean;
  readonly gzip?: boolean;
}

/** The 1st of January 2026, 00:00 UTC: a fixed date keeps answers the same from run to run. */
export const FIXED_DATE = new Date(Date.UTC(2026, 0, 1));

export function serveFile(body: Body, options: ServedFileOptions = {}): ServedFile {
  return {
    body,
    type: options.type ?? 'application/pdf',
    sha256: sha256Of(body),
    lastModified: options.lastModified ?? FIXED_DATE,
    validator: options.validator ?? 'etag',
    ranges: options.ranges ?? true,
    ...(options.gzip ? { gzip: gzipSync(toBytes(body)) } : {}),
  };
}

const HASHED_AT_ONCE = 2 ** 20;

function sha256Of(body: Body): string {
  const hash = createHash('sha256');
  for (let done = 0; done < body.length; done += HASHED_AT_ONCE) {
    hash.update(toBytes(body.subarray(done, done + HASHED_AT_ONCE)));
  }
  return hash.digest('hex');
}
