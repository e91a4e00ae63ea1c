import type { ByteRange } from '../store/byte-range.ts';
import type { RemoteFile, TaskRow } from '../store/schema.ts';
import { storeHarvest } from '../store/tasks.ts';
import { authorizationFor } from './authorization.ts';
import { TransferError } from './errors.ts';
import { unlessOver } from './finish.ts';
import { rangeLength, toRangeHeader } from './ranges.ts';
import { checkHead, isSameVersion } from './segment-record.ts';

/** Whether a part of a task's file can be fetched by itself, ahead of its turn. */
export function canFetchParts({ remote, request }: TaskRow): boolean {
  if (request.method !== 'GET' || remote?.access !== 'allowed' || remote.validator === undefined) return false;
  return remote.acceptsRanges === true && remote.ignoresRanges !== true && remote.length !== undefined;
}

/**
 * Fetches a part of a file whose task is still under way, and stores it with the rest: no later plan asks for it again.
 * Only a request that runs already may bring it a second time.
 *
 * @param row of a task of which `canFetchParts()`.
 * @throws {TransferError} `file-changed` when it is another file now, `network`, or what its server says.
 */
export async function fetchPart(row: TaskRow, part: ByteRange, signal: AbortSignal): Promise<void> {
  const { length } = row.remote ?? {};
  if (length === undefined) throw new TransferError('bad-range', `Nobody knows how long ${row.request.url} is`);
  const response = await ask(row, part, signal);
  const head = checkHead(response, part, { ...row.remote, length } as RemoteFile & { readonly length: number });
  if (head.kind === 'segment') return storePart(row, part, await bodyOf(response, row, signal), head.remote);
  await response.body?.cancel();
  if (head.kind === 'failed') throw head.error;
  if (head.kind === 'changed') throw new TransferError('file-changed', `${row.request.url} is another file now`);
  throw new TransferError('bad-range', `${row.request.url} sends all of it where a part was asked for`);
}

async function ask(row: TaskRow, part: ByteRange, signal: AbortSignal): Promise<Response> {
  const { url, headers } = row.request;
  const all = new Headers(headers.map(([name, value]): [string, string] => [name, value]));
  all.set('Range', toRangeHeader(part));
  const authorization = await authorizationFor(row);
  if (authorization !== undefined) all.set('Authorization', authorization);
  // As in `FetchRun`: with cookies a 401 would open the browser's own box.
  const credentials = authorization === undefined ? 'same-origin' : 'omit';
  return lineOf(row, signal, fetch(url, { headers: all, credentials, cache: 'no-store', signal }));
}

async function bodyOf(response: Response, row: TaskRow, signal: AbortSignal): Promise<Blob> {
  return lineOf(row, signal, response.blob());
}

async function lineOf<T>({ request }: TaskRow, signal: AbortSignal, answer: Promise<T>): Promise<T> {
  return answer.catch((cause: unknown) => {
    throw signal.aborted ? signal.reason : new TransferError('network', `No answer from ${request.url}`, { cause });
  });
}

async function storePart(row: TaskRow, part: ByteRange, bytes: Blob, seen: RemoteFile): Promise<void> {
  if (bytes.size !== rangeLength(part)) {
    throw new TransferError('truncated', `Expected ${rangeLength(part)} bytes of ${seen.url}, got ${bytes.size}`);
  }
  const segment = { fileId: row.id, ...part, bytes };
  await storeHarvest(row.id, { segments: [segment] }, (current) =>
    isSameFile(current, row) ? unlessOver(current) : undefined,
  );
}

/** Whether the bytes of a task are still those of the file that it had before: it may have begun again as another. */
export function isSameFile(now: TaskRow, before: TaskRow): boolean {
  const isSized = now.remote?.length === before.remote?.length && now.freshStarts === before.freshStarts;
  return isSized && isSameVersion(before.remote?.validator, now.remote?.validator);
}
