import { demandOf } from './challenge.ts';
import { TransferError } from './errors.ts';
import { parseRetryAfter } from './retry.ts';

/**
 * An answer that is not the file, with all that it says of what to do about it.
 *
 * @param url where it was asked; an answer without an address of its own stands for this one.
 * @param isAnswered whether the request carried a credential; absent where only the task's row can tell.
 */
export function statusError(
  response: Pick<Response, 'status' | 'headers' | 'url'>,
  url: string,
  isAnswered?: boolean,
): TransferError {
  const { status, headers } = response;
  const demand = demandOf({ status, headers, url: response.url || url });
  return new TransferError('bad-status', `Expected a 2xx response from ${url}, got ${status}`, {
    status,
    retryAfter: parseRetryAfter(headers.get('Retry-After'), Date.now()),
    demand: demand && isAnswered !== undefined ? { ...demand, isAnswered } : demand,
  });
}
