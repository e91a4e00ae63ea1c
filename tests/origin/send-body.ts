import type { ServerResponse } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { type Body, toBytes } from './body.ts';

export interface SendOptions {
  /** Default: as fast as the client reads. */
  readonly bytesPerSecond?: number | undefined;
  /** Aborted when the client is gone: see `clientGone`. */
  readonly signal: AbortSignal;
  /** Called after each write has left this process, with the bytes of that write. */
  readonly onSent?: (bytes: number) => void;
}

const LARGEST_CHUNK = 64 * 1024;
const CHUNKS_PER_SECOND = 20;

/**
 * Writes `body` at a steady speed and resolves once its last byte has left this process. Does not end the response.
 *
 * @throws {Error} if the client goes away first.
 */
export async function sendBody(response: ServerResponse, body: Body, options: SendOptions): Promise<void> {
  const { bytesPerSecond = Infinity, signal, onSent } = options;
  const chunkSize = Math.max(1, Math.min(LARGEST_CHUNK, Math.floor(bytesPerSecond / CHUNKS_PER_SECOND)));
  const started = performance.now();
  for (let sent = 0; sent < body.length;) {
    const chunk = toBytes(body.subarray(sent, sent + chunkSize));
    await write(response, chunk, signal);
    sent += chunk.length;
    onSent?.(chunk.length);
    // Against the start, not the last chunk: late timers must not add up.
    const early = started + (sent / bytesPerSecond) * 1000 - performance.now();
    if (early > 0) await delay(early, undefined, { signal });
  }
}

/** A signal that aborts when the connection closes, whoever closed it. */
export function clientGone(response: ServerResponse): AbortSignal {
  const gone = new AbortController();
  response.once('close', () => gone.abort());
  return gone.signal;
}

function write(response: ServerResponse, chunk: Uint8Array, signal: AbortSignal): Promise<void> {
  signal.throwIfAborted();
  return new Promise((resolve, reject) => {
    response.write(chunk, (error) => (error ? reject(error) : resolve()));
  });
}
