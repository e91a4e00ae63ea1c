import type { ByteRange } from '../store/byte-range.ts';
import type { RemoteFile, Validator } from '../store/schema.ts';
import type { AnswerResponse } from './answers.ts';
import { TransferError } from './errors.ts';
import { parseContentRange, rangeLength } from './ranges.ts';
import { describeRemote } from './record.ts';
import { statusError } from './status-error.ts';

type SizedFile = RemoteFile & { readonly length: number };

/** What the head of an answer to a Range request says, before its body is read. */
export type SegmentHead =
  | { readonly kind: 'segment'; readonly remote: RemoteFile }
  /** The server ignored the range and sends all of it. */
  | { readonly kind: 'whole'; readonly remote: RemoteFile }
  /** The file is no longer the one whose other bytes are stored. */
  | { readonly kind: 'changed' }
  | { readonly kind: 'failed'; readonly error: TransferError };

/** What the answer to one Range request turned out to be. */
export type SegmentReading =
  | { readonly kind: 'segment'; readonly range: ByteRange; readonly bytes: Blob; readonly remote: RemoteFile }
  | { readonly kind: 'whole'; readonly bytes: Blob; readonly remote: RemoteFile }
  /** The server ignored the range and what it sent is not the file. */
  | { readonly kind: 'no-ranges' }
  | { readonly kind: 'changed' }
  | { readonly kind: 'failed'; readonly error: TransferError };

/**
 * Checks an answer against what was asked: status, place, total, exact length, validator.
 *
 * @param known the file as earlier answers described it; its length is what the plan was made for.
 * @see RFC 9110 §15.3.7
 */
export async function readSegment(
  response: AnswerResponse,
  asked: ByteRange,
  known: SizedFile,
): Promise<SegmentReading> {
  const head = checkHead(response, asked, known);
  if (head.kind === 'changed' || head.kind === 'failed') return head;
  const bytes = await response.blob();
  const { remote } = head;
  if (head.kind === 'whole')
    return bytes.size === known.length ? { kind: 'whole', bytes, remote } : { kind: 'no-ranges' };
  if (bytes.size !== rangeLength(asked)) {
    return failed('truncated', `Expected ${rangeLength(asked)} bytes of ${remote.url}, got ${bytes.size}`);
  }
  return { kind: 'segment', range: asked, bytes, remote };
}

/** The half of `readSegment()` that needs no body. */
export function checkHead(response: Omit<AnswerResponse, 'blob'>, asked: ByteRange, known: SizedFile): SegmentHead {
  if (response.status === 416) return readRefusedRange(response, asked, known);
  if (!response.ok) return { kind: 'failed', error: statusError(response, known.url) };
  const remote = { ...describeRemote(response.url || known.url, response.headers, known.length), acceptsRanges: true };
  if (!isSameVersion(known.validator, remote.validator)) return { kind: 'changed' };
  if (response.status !== 206) return { kind: 'whole', remote };
  return checkPlace(response, asked, remote);
}

/**
 * The file got shorter, or a cache between is wrong: told by the length that comes with it. Where that is hidden,
 * another look at the server tells.
 */
function readRefusedRange(
  { headers }: Pick<AnswerResponse, 'headers'>,
  asked: ByteRange,
  { url, length }: SizedFile,
): SegmentHead {
  const told = /^bytes \*\/(?<total>\d{1,15})$/u.exec(headers.get('Content-Range') ?? '')?.groups?.['total'];
  if (told !== undefined && Number(told) !== length) return { kind: 'changed' };
  return failed('bad-range', `${url} says that ${describe(asked)} lie past its end`);
}

/** Two validators of the same kind must be equal; where one is missing nothing can be told. */
export function isSameVersion(known: Validator | undefined, seen: Validator | undefined): boolean {
  if (known?.kind === 'etag' && seen?.kind === 'etag') return known.etag === seen.etag;
  if (known?.kind === 'date' && seen?.kind === 'date') {
    return known.lastModified === seen.lastModified && known.length === seen.length;
  }
  return true;
}

/** Without CORS' leave a page can't read `Content-Range`; the length of the body must do then. */
function checkPlace(
  { headers }: Pick<Response, 'headers'>,
  asked: ByteRange,
  remote: RemoteFile & { readonly length?: number },
): SegmentHead {
  const header = headers.get('Content-Range');
  const isHidden = header === null && new URL(remote.url).origin !== location.origin;
  if (isHidden) return { kind: 'segment', remote };
  const told = parseContentRange(header);
  if (told && told.total !== remote.length) return { kind: 'changed' };
  if (told && told.firstByte === asked.firstByte && told.lastByte === asked.lastByte)
    return { kind: 'segment', remote };
  return failed('bad-range', `Asked ${remote.url} for ${describe(asked)}, got ${header ?? 'none'}`);
}

function describe({ firstByte, lastByte }: ByteRange): string {
  return `bytes ${firstByte}-${lastByte}`;
}

function failed(
  code: 'bad-range' | 'truncated',
  message: string,
): { readonly kind: 'failed'; readonly error: TransferError } {
  return { kind: 'failed', error: new TransferError(code, message) };
}
