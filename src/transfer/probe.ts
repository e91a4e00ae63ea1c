import type { RemoteFile } from '../store/schema.ts';
import { describeRemote, trustedLength } from './record.ts';

/** How long one small request of a probe may take, in ms; a slow server must not hold up the job. */
const TIMEOUT = 5_000;

/** What a look at the server brought: the file, or that nobody answered. */
export type ProbeResult = RemoteFile | 'unreachable';

/**
 * Asks a server, from a page, what lies at an address: length, type, ranges, validator, whether a page may read it.
 * Only hints: servers lie on HEAD, so what the download itself says counts.
 *
 * @param url absolute http(s) address.
 * @returns `'unreachable'` when neither HEAD nor GET, with CORS or without, got any answer.
 */
export async function probe(url: string, signal: AbortSignal): Promise<ProbeResult> {
  const head = await ask(url, { method: 'HEAD' }, signal);
  if (head?.ok) return describeRemote(head.url, head.headers, trustedLength(head.headers));
  if (head) return unknownFile(url, 'allowed');
  const isReadable = await ask(url, { headers: { Range: 'bytes=0-0' } }, signal);
  if (isReadable) return unknownFile(url, 'allowed');
  // Any answer at all, even one a page may not read, means that the server lives and refuses by CORS.
  const isThere = await ask(url, { method: 'HEAD', mode: 'no-cors' }, signal);
  return isThere ? unknownFile(url, 'refused') : 'unreachable';
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
