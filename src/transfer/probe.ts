import type { RemoteFile } from '../store/schema.ts';
import { opensBrowserPrompt } from './challenge.ts';
import { TransferError } from './errors.ts';
import { SEGMENTED_FROM } from './plan.ts';
import { describeRemote, totalLength, trustedLength } from './record.ts';
import { statusError } from './status-error.ts';

/** How long one small request of a probe may take, in ms; a slow server must not hold up the job. */
const TIMEOUT = 5_000;

const ONE_BYTE: RequestInit = { headers: { Range: 'bytes=0-0' } };

interface Look {
  readonly url: string;
  readonly signal: AbortSignal;
  readonly authorization: string | undefined;
}

/** What a look at the server brought: the file, or that nobody answered. */
export type ProbeResult = RemoteFile | 'unreachable';

/**
 * Asks a server, from a page, what lies at an address: length, type, ranges, validator, whether a page may read it.
 * Costs at most two small requests, three where the server refuses CORS or is the app's own.
 *
 * @param url absolute http(s) address.
 * @param authorization the header's value, where the task has one. `fetch()` takes it off when it is sent on to another
 * origin.
 * @returns `'unreachable'` when neither HEAD nor GET, with CORS or without, got any answer.
 * @throws {TransferError} `bad-status` when GET, asked for one byte, is refused: the job itself would fare no better,
 * and Chromium tries a request that got a 5xx again and again (156: no end after 20 s). `cross-origin` when the server
 * lives but lets no other site sign in.
 */
export async function probe(url: string, signal: AbortSignal, authorization?: string): Promise<ProbeResult> {
  const look: Look = { url, signal, authorization };
  if (!(await isPromptFree(look))) return askWithoutCors(look);
  const head = await ask(look, { method: 'HEAD' });
  const seen = head?.ok ? describeRemote(head.url, head.headers, trustedLength(head.headers)) : undefined;
  if (seen && !isRangesHidden(url, seen) && authorization === undefined) return seen;
  const get = await ask(look, ONE_BYTE);
  if (get && (!seen || isRefusal(get))) return readGet(look, get);
  if (get && seen) return { ...seen, url: get.url, acceptsRanges: get.status === 206 };
  if (seen) return seen;
  return askWithoutCors(look);
}

/**
 * The app's own server is asked with the page's cookies, and then a 401 may open the browser's sign-in box over the app:
 * `fetch()` waits until it is closed (Chromium 156; Background Fetch and the worker never open it). So it is asked
 * without them first.
 *
 * @returns whether it answered; other origins get no cookies, and are not asked.
 * @throws {TransferError} `bad-status` with what the server asks for, when it would open the box.
 */
async function isPromptFree(look: Look): Promise<boolean> {
  const { url, authorization } = look;
  if (new URL(url).origin !== location.origin || authorization !== undefined) return true;
  const bare = await ask(look, { ...ONE_BYTE, credentials: 'omit' });
  const opensPrompt = bare?.status === 401 && opensBrowserPrompt(bare.headers.get('WWW-Authenticate'));
  if (opensPrompt) throw statusError(bare, url, false);
  return bare !== undefined;
}

/** Any answer at all, even one a page may not read, means that the server lives and refuses by CORS. */
async function askWithoutCors(look: Look): Promise<ProbeResult> {
  const { url, authorization } = look;
  const init: RequestInit = { method: 'HEAD', mode: 'no-cors', credentials: 'omit' };
  const isThere = await ask({ ...look, authorization: undefined }, init);
  if (!isThere) return 'unreachable';
  if (authorization === undefined) return unknownFile(url, 'refused');
  throw new TransferError('cross-origin', `${url} doesn't let other sites send Authorization`);
}

/** HEAD was let through and GET is not: what counts is GET. */
function isRefusal({ status }: Response): boolean {
  return status === 401 || status === 403;
}

/** A large file on another origin whose `Accept-Ranges` a page can't read: whether it has ranges is worth a request. */
function isRangesHidden(url: string, { length = 0, acceptsRanges }: RemoteFile): boolean {
  return acceptsRanges !== true && length >= SEGMENTED_FROM && new URL(url).origin !== location.origin;
}

/** 416 is an empty file's honest answer to a range. */
function readGet({ url, authorization }: Look, response: Response): RemoteFile {
  const { ok, status, headers, url: finalUrl } = response;
  // After a redirect to another origin the header was not with it any more.
  const isAnswered = authorization !== undefined && new URL(finalUrl).origin === new URL(url).origin;
  if (!ok && status !== 416) throw statusError(response, url, isAnswered);
  if (status === 206) return { ...describeRemote(finalUrl, headers, totalLength(headers)), acceptsRanges: true };
  return status === 200 ? describeRemote(finalUrl, headers, trustedLength(headers)) : unknownFile(url, 'allowed');
}

function unknownFile(url: string, access: RemoteFile['access']): RemoteFile {
  return { url, type: '', access };
}

/** @returns the answer with its body let go, or `undefined` when there was none in time. */
async function ask({ url, signal, authorization }: Look, init: RequestInit): Promise<Response | undefined> {
  const timeout = AbortSignal.timeout(TIMEOUT);
  const headers = new Headers(init.headers);
  if (authorization !== undefined) headers.set('Authorization', authorization);
  try {
    const response = await fetch(url, {
      // With a header of its own it needs no cookies, and a refusal must not open the browser's sign-in box.
      credentials: authorization === undefined ? 'same-origin' : 'omit',
      ...init,
      headers,
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
