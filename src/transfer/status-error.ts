import { TransferError } from './errors.ts';
import { parseRetryAfter } from './retry.ts';

/** The error of an answer that is no 2xx. */
export function statusError({ status, headers }: Pick<Response, 'status' | 'headers'>, url: string): TransferError {
  const retryAfter = parseRetryAfter(headers.get('Retry-After'), Date.now());
  return new TransferError('bad-status', `Expected a 2xx response from ${url}, got ${status}`, { status, retryAfter });
}
