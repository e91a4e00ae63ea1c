import type { TransferError } from './errors.ts';

interface Failed extends Pick<TransferError, 'code' | 'status'> {
  /** The server has told something of the file before: the address is right. */
  readonly isKnown: boolean;
}

interface RetryRule {
  readonly applies: (failed: Failed) => boolean;
  /** So often in a row without a new byte. */
  readonly times: number;
  /** Before the first, in ms; doubled each time. */
  readonly delay: number;
  readonly why: string;
}

const RETRIES: readonly RetryRule[] = [
  {
    applies: ({ code, isKnown }) => code === 'network' && isKnown,
    times: 6,
    delay: 1_000,
    why: 'a server that was there is started again within a minute',
  },
  {
    applies: ({ code }) => code === 'network',
    times: 3,
    delay: 1_000,
    why: 'a line or a browser that went away comes back',
  },
  { applies: ({ status }) => status === 429, times: 6, delay: 30_000, why: 'the server asks for patience' },
  {
    applies: ({ status }) => status === 503,
    times: 6,
    delay: 10_000,
    why: 'the server is overloaded or in maintenance',
  },
  {
    applies: ({ status }) => status === 502 || status === 504,
    times: 3,
    delay: 5_000,
    why: 'a gateway lost its server',
  },
  { applies: ({ status }) => status === 408, times: 3, delay: 1_000, why: 'the server found us slow' },
  {
    applies: ({ code }) => code === 'bad-range' || code === 'truncated',
    times: 1,
    delay: 1_000,
    why: 'a cache between may have mixed up answers, or kept a part of one',
  },
];

/** Shortest and longest wait, in ms, whatever the server says. */
const SHORTEST = 1_000;
export const LONGEST_DELAY = 60 * 60_000;

/**
 * When to try again after a failure; what can't succeed is not tried again. What the server says in `Retry-After` counts
 * in place of the rule's own delay.
 *
 * @param failures how often it failed before, in a row, without a new byte.
 * @param random 0 to 1: spreads waits, so that many tasks don't come back at once.
 * @returns ms to wait, or `undefined` to give up.
 */
export function retryDelay(
  error: Failed & Pick<TransferError, 'retryAfter'>,
  failures: number,
  random: number,
): number | undefined {
  const rule = RETRIES.find(({ applies }) => applies(error));
  if (!rule || failures >= rule.times) return undefined;
  // Not earlier than the server said, and little later: its word is meant for all alike.
  const first = error.retryAfter === undefined ? rule.delay * (0.9 + random / 5) : error.retryAfter * (1 + random / 50);
  return Math.min(LONGEST_DELAY, Math.max(SHORTEST, first) * 2 ** failures);
}

/**
 * `Retry-After` in ms from now: seconds or a date.
 *
 * @see RFC 9110 §10.2.3
 */
export function parseRetryAfter(header: string | null, now: number): number | undefined {
  if (header === null) return undefined;
  if (/^\d{1,9}$/u.test(header.trim())) return Number(header) * 1000;
  const date = Date.parse(header);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}
