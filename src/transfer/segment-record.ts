import type { RemoteFile, Validator } from '../store/schema.ts';
import { TransferError } from './errors.ts';
import { type ByteRange, parseContentRange, rangeLength } from './ranges.ts';
import { describeRemote } from './record.ts';
import { statusError } from './status-error.ts';

/** What the answer to one Range request turned out to be. */
export type SegmentReading =
  | { readonly kind: 'segment'; readonly range: ByteRange; readonly bytes: Blob; readonly remote: RemoteFile }
  /** The server ignored the range and sent all of it. */
  | { readonly kind: 'whole'; readonly bytes: Blob; readonly remote: RemoteFile }
  /** The server ignored the range and what it sent is not the file. */
  | { readonly kind: 'no-ranges' }
  /** The file is no longer the one whose other bytes are stored. */
  | { readonly kind: 'changed' }
  | { readonly kind: 'failed'; readonly error: TransferError };

/**
 * Checks an answer against what was asked: status, place, total, exact length, validator.
 *
 * @param known the file as earlier answers described it; its length is what the plan was made for.
 * @see RFC 9110 §15.3.7
 */
export async function readSegment(
  response: Response,
  asked: ByteRange,
  known: RemoteFile & { readonly length: number },
): Promise<SegmentReading> {
  if (response.status === 416) return { kind: 'changed' };
  if (!response.ok) return { kind: 'failed', error: statusError(response, known.url) };
  const bytes = await response.blob();
  const remote = { ...describeRemote(response.url || known.url, response.headers, known.length), acceptsRanges: true };
  if (!isSameVersion(known.validator, remote.validator)) return { kind: 'changed' };
  if (response.status !== 206)
    return bytes.size === known.length ? { kind: 'whole', bytes, remote } : { kind: 'no-ranges' };
  return checkPart(response, asked, bytes, remote);
}

/** Two validators of the same kind must be equal; where one is missing nothing can be told. */
export function isSameVersion(known: Validator | undefined, seen: Validator | undefined): boolean {
  if (known?.kind === 'etag' && seen?.kind === 'etag') return known.etag === seen.etag;
  if (known?.kind === 'date' && seen?.kind === 'date') {
    return known.lastModified === seen.lastModified && known.length === seen.length;
  }
  return true;
}

function checkPart(
  { headers }: Response,
  asked: ByteRange,
  bytes: Blob,
  remote: RemoteFile & { readonly length?: number },
): SegmentReading {
  const told = parseContentRange(headers.get('Content-Range'));
  if (told && told.total !== remote.length) return { kind: 'changed' };
  if (told?.firstByte !== asked.firstByte || told.lastByte !== asked.lastByte) {
    return failed(
      'bad-range',
      `Asked ${remote.url} for ${describe(asked)}, got ${headers.get('Content-Range') ?? 'none'}`,
    );
  }
  if (bytes.size !== rangeLength(asked)) {
    return failed('truncated', `Expected ${rangeLength(asked)} bytes of ${remote.url}, got ${bytes.size}`);
  }
  return { kind: 'segment', range: asked, bytes, remote };
}

function describe({ firstByte, lastByte }: ByteRange): string {
  return `bytes ${firstByte}-${lastByte}`;
}

function failed(code: 'bad-range' | 'truncated', message: string): SegmentReading {
  return { kind: 'failed', error: new TransferError(code, message) };
}
