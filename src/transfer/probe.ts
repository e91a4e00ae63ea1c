import type { RemoteFile } from '../store/schema.ts';
import { SEGMENTED_FROM } from './plan.ts';
import { describeRemote, totalLength, trustedLength } from './record.ts';
import { statusError } from './status-error.ts';

/** How long one small request of a probe may take, in ms; a slow server must not hold up the job. */
const TIMEOUT = 5_000;

/** What a look at the server brought: the file, or that nobody answered. */
export type ProbeResult = RemoteFile | 'unreachable';

/**
 * Asks a server, from a page, what lies at an address: length, type, ranges, validator, whether a page may read it.
 * Costs at most two small requests, three where the server refuses CORS.
 *
 * @param url absolute http(s) address.
 * @returns `'unreachable'` when neither HEAD nor GET, with CORS or without, got any answer.
 * @throws {TransferError} `bad-status` when GET, asked for one byte, is refused: the job itself would fare no better,
 * and Chromium tries a request that got a 5xx again and again (156: no end after 20 s).
 */
export async function probe(url: string, signal: AbortSignal): Promise<ProbeResult> {
  const head = await ask(url, { method: 'HEAD' }, signal);
  const seen = head?.ok ? describeRemote(head.url, head.headers, trustedLength(head.headers)) : undefined;
  if (seen && !isRangesHidden(url, seen)) return seen;
  const get = await ask(url, { headers: { Range: 'bytes=0-0' } }, signal);
  if (get && seen) return { ...seen, acceptsRanges: get.status === 206 };
  if (get) return readGet(url, get);
  if (seen) return seen;
  // Any answer at all, even one a page may not read, means that the server lives and refuses by CORS.
  const isThere = await ask(url, { method: 'HEAD', mode: 'no-cors' }, signal);
  return isThere ? unknownFile(url, 'refused') : 'unreachable';
}

/** A large file on another origin whose `Accept-Ranges` a page can't read: whether it has ranges is worth a request. */
function isRangesHidden(url: string, { length = 0, acceptsRanges }: RemoteFile): boolean {
  return acceptsRanges !== true && length >= SEGMENTED_FROM && new URL(url).origin !== location.origin;
}

/** 416 is an empty file's honest answer to a range. */
function readGet(url: string, response: Response): RemoteFile {
  const { ok, status, headers, url: finalUrl } = response;
  if (!ok && status !== 416) throw statusError(response, url);
  if (status === 206) return { ...describeRemote(finalUrl, headers, totalLength(headers)), acceptsRanges: true };
  return status === 200 ? describeRemote(finalUrl, headers, trustedLength(headers)) : unknownFile(url, 'allowed');
}

function unknownFile(url: string, access: RemoteFile['access']): RemoteFile {
  return { url, type: '', access };
}

/** @returns the answer with its body let go, or `undefined` when there was none in time. */
async function ask(url: string, init: RequestInit, signal: AbortSignal): Promise<Response | undefined> {
  const timeout = AbortSignal.timeout(TIMEOUT);
  try {
    const response = await fetch(url, {
      ...init,
      credentials: 'same-origin',
      cache: 'no-store',
      signal: AbortSignal.any([signal, timeout]),
    });
    await response.body?.cancel();
    return response;
  } catch (error) {
    // A page can't tell a dead server from a refusal by CORS: both are TypeErrors. Only our own end is an error here.
    if (signal.aborted) throw error;
    return undefined;
  }
}
