import type { IncomingHttpHeaders } from 'node:http';
import type { ByteRange } from '../../src/store/byte-range.ts';
import type { Body } from './body.ts';
import { parseRange } from './byte-ranges.ts';
import type { ServedFile } from './served-file.ts';

/** Header names are in lower case. */
export type AnswerHeaders = Record<string, string>;

/** What goes back over the wire, before anything is sent. */
export interface Answer {
  readonly status: number;
  readonly headers: AnswerHeaders;
  /** Empty for HEAD, 304 and 416. */
  readonly body: Body;
}

export interface Question {
  readonly method: string;
  readonly headers: IncomingHttpHeaders;
}

const NO_BODY = new Uint8Array();

/** The bytes that this client gets for this file, and the validator that goes with just these bytes. */
interface Representation {
  readonly file: ServedFile;
  readonly bytes: Body;
  readonly etag: string | undefined;
  readonly date: string | undefined;
  readonly encoded: boolean;
}

/**
 * The answer of an honest static file server. Pure: it sends nothing.
 *
 * @see RFC 9110 §13.2.2 for the order in which conditions are read, §14 for ranges.
 */
export function answer(question: Question, file: ServedFile): Answer {
  const chosen = chooseRepresentation(question.headers, file);
  const headers = describe(chosen);
  if (isNotModified(question.headers, chosen)) return { status: 304, headers, body: NO_BODY };
  const range = wantedRange(question, chosen);
  if (range === 'unsatisfiable') return unsatisfiable(headers, chosen.bytes.length);
  const whole = withBody(question, 200, headers, chosen.bytes);
  return range ? partial(question, headers, chosen.bytes, range) : whole;
}

function chooseRepresentation(headers: IncomingHttpHeaders, file: ServedFile): Representation {
  const encoded = file.gzip !== undefined && /\bgzip\b/.test(headers['accept-encoding']?.toString() ?? '');
  return {
    file,
    encoded,
    bytes: encoded && file.gzip ? file.gzip : file.body,
    etag: file.validator === 'etag' ? `"${file.sha256.slice(0, 32)}${encoded ? '-gzip' : ''}"` : undefined,
    date: file.validator === 'none' ? undefined : file.lastModified.toUTCString(),
  };
}

function describe({ file, etag, date, encoded }: Representation): AnswerHeaders {
  return {
    'content-type': file.type,
    ...(file.ranges && { 'accept-ranges': 'bytes' }),
    ...(etag !== undefined && { etag }),
    ...(date !== undefined && { 'last-modified': date }),
    ...(file.gzip && { vary: 'Accept-Encoding' }),
    ...(encoded && { 'content-encoding': 'gzip' }),
  };
}

function isNotModified(headers: IncomingHttpHeaders, { etag, date }: Representation): boolean {
  const tags = headers['if-none-match'];
  if (tags !== undefined) return etag !== undefined && (tags.trim() === '*' || listsTag(tags, etag));
  const since = headers['if-modified-since'];
  return since !== undefined && date !== undefined && Date.parse(since) >= Date.parse(date);
}

/** If-None-Match compares weakly: `W/"a"` and `"a"` are the same (RFC 9110 §13.1.2). */
function listsTag(list: string, etag: string): boolean {
  return list.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag);
}

function wantedRange({ method, headers }: Question, chosen: Representation): ByteRange | 'unsatisfiable' | undefined {
  if (!chosen.file.ranges || method === 'HEAD' || !ifRangeHolds(headers['if-range'], chosen)) return undefined;
  return parseRange(headers.range, chosen.bytes.length);
}

/** If-Range compares strongly and exactly: a weak tag or another date never holds (RFC 9110 §13.1.5). */
function ifRangeHolds(header: string | string[] | undefined, { etag, date }: Representation): boolean {
  return header === undefined || (header !== '' && (header === etag || header === date));
}

function unsatisfiable(headers: AnswerHeaders, length: number): Answer {
  return {
    status: 416,
    headers: { ...headers, 'content-range': `bytes */${length}`, 'content-length': '0' },
    body: NO_BODY,
  };
}

function partial(question: Question, headers: AnswerHeaders, bytes: Body, range: ByteRange): Answer {
  const contentRange = `bytes ${range.firstByte}-${range.lastByte}/${bytes.length}`;
  const part = bytes.subarray(range.firstByte, range.lastByte + 1);
  return withBody(question, 206, { ...headers, 'content-range': contentRange }, part);
}

function withBody({ method }: Question, status: number, headers: AnswerHeaders, bytes: Body): Answer {
  const body = method === 'HEAD' ? NO_BODY : bytes;
  return { status, headers: { ...headers, 'content-length': String(bytes.length) }, body };
}
