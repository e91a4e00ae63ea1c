import type { RemoteFile, TaskRow, Validator } from '../store/schema.ts';
import { TransferError } from './errors.ts';
import { fileNameOf, isAttachment } from './file-name.ts';
import { parseContentRange } from './ranges.ts';
import { statusError } from './status-error.ts';

/** A file as it came out of a registration, not yet stored. */
export interface ReceivedFile {
  readonly bytes: Blob;
  readonly name: string;
  readonly remote: RemoteFile;
}

/**
 * Reads a whole file from the answer to a request without `Range`, and checks that all of it is there.
 *
 * @throws {TransferError} `bad-status`, `empty-file` or `truncated`.
 */
export async function readWholeFile(response: Response, row: TaskRow): Promise<ReceivedFile> {
  if (!response.ok) throw statusError(response, row.request.url);
  const bytes = await response.blob();
  assertWhole(bytes.size, response.headers, row);
  const url = response.url === '' ? row.request.url : response.url;
  const remote = describeRemote(url, response.headers, bytes.size);
  return { bytes, remote, name: remote.name ?? fileNameOf(url, null) };
}

function assertWhole(size: number, headers: Headers, row: TaskRow): void {
  const expected = trustedLength(headers) ?? row.remote?.length;
  if (expected !== undefined && expected !== size) {
    throw new TransferError('truncated', `Expected ${expected} bytes from ${row.request.url}, got ${size}`);
  }
  if (size === 0) throw new TransferError('empty-file', `Got no bytes from ${row.request.url}`);
}

/** What an answer's headers say of the file. */
export function describeRemote(url: string, headers: Headers, length: number | undefined): RemoteFile {
  const validator = readValidator(headers, length);
  const disposition = headers.get('Content-Disposition');
  return {
    url,
    type: mimeType(headers),
    access: 'allowed',
    acceptsRanges: headers.get('Accept-Ranges') === 'bytes',
    ...(disposition === null ? {} : { name: fileNameOf(url, disposition), isAttachment: isAttachment(disposition) }),
    ...(length === undefined ? {} : { length }),
    ...(validator ? { validator } : {}),
  };
}

/**
 * `Content-Length` in bytes of the file. With a `Content-Encoding` it counts compressed bytes and tells nothing.
 *
 * @see RFC 9110 §8.6
 */
export function trustedLength(headers: Headers): number | undefined {
  if (headers.has('Content-Encoding')) return undefined;
  const value = headers.get('Content-Length');
  return value !== null && /^\d{1,15}$/u.test(value) ? Number(value) : undefined;
}

/** The file's size as `Content-Range` tells it; absent where a page can't read that header. */
export function totalLength(headers: Headers): number | undefined {
  if (headers.has('Content-Encoding')) return undefined;
  return parseContentRange(headers.get('Content-Range'))?.total;
}

function mimeType(headers: Headers): string {
  return (headers.get('Content-Type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
}

function readValidator(headers: Headers, length: number | undefined): Validator | undefined {
  const etag = headers.get('ETag');
  if (etag !== null && !etag.startsWith('W/')) return { kind: 'etag', etag };
  const lastModified = headers.get('Last-Modified');
  if (lastModified !== null && length !== undefined) return { kind: 'date', lastModified, length };
  return undefined;
}
