import { database } from './database.ts';
import { redact } from './redact.ts';

/** An error that nobody caught, or that was only reported; without addresses and secrets. */
export interface RecentError {
  /** Ms since the epoch; of the last time. */
  readonly at: number;
  readonly where: 'window' | 'service worker';
  readonly message: string;
  /** '' where the browser gave none. */
  readonly stack: string;
  /** How often it came in a row. */
  readonly times: number;
}

const NAME = 'recent-errors';

/** Says only that some sizes are told in the next frame: no error, though browsers send it as one. */
const PUT_OFF = 'ResizeObserver loop';

/** How many are kept, and how many UTF-16 units of each. */
const MOST = 20;
const LONGEST_MESSAGE = 400;
const LONGEST_STACK = 2000;

/** Oldest first. */
export async function readRecentErrors(): Promise<readonly RecentError[]> {
  const db = await database();
  return errorsIn(await db.get('settings', NAME));
}

/** Keeps an error beside the last ones. Tells nobody: a window that looked again because of an error might make another. */
async function keepError(error: RecentError): Promise<void> {
  const db = await database();
  const tx = db.transaction('settings', 'readwrite');
  const errors = errorsIn(await tx.store.get(NAME));
  await tx.store.put({ name: NAME, value: addError(errors, error) });
  await tx.done;
}

/** Writes an error down for Settings › Diagnostics. Never rejects: the browser's console has the error anyway. */
export async function recordError(thrown: unknown, where: RecentError['where']): Promise<void> {
  // Where storage fails, there is nowhere to write; told as an error, that would come back here.
  await keepError(describeError(thrown, where, Date.now(), location.origin)).catch(() => undefined);
}

/**
 * From here on, errors that nobody catches in this page or worker are written down, and what `reportError()` is given;
 * so are promises that fail while an event of the worker waits for them.
 */
export function recordUncaught(where: RecentError['where']): void {
  addEventListener('error', (event) => {
    if (!event.message.startsWith(PUT_OFF)) void recordError(event.error ?? placeOf(event), where);
  });
  addEventListener('unhandledrejection', (event) => void recordError(event.reason, where));
}

/** @returns a new list: one that comes again only counts up, and the oldest goes. */
export function addError(errors: readonly RecentError[], error: RecentError): readonly RecentError[] {
  const last = errors.at(-1);
  const isSame = last?.message === error.message && last.stack === error.stack && last.where === error.where;
  const rest = isSame ? errors.slice(0, -1) : errors;
  return [...rest, isSame ? { ...error, times: last.times + 1 } : error].slice(-MOST);
}

export function describeError(error: unknown, where: RecentError['where'], at: number, ownOrigin: string): RecentError {
  const isError = error instanceof Error || error instanceof DOMException;
  const message = isError ? `${error.name}: ${error.message}` : String(error);
  const stack = isError ? framesOf(error.stack ?? '') : '';
  return {
    at,
    where,
    message: redact(message, ownOrigin).slice(0, LONGEST_MESSAGE),
    stack: redact(stack, ownOrigin).slice(0, LONGEST_STACK),
    times: 1,
  };
}

/** Chromium's stacks begin with the message, which is kept already; Firefox' and Safari's have frames only. */
function framesOf(stack: string): string {
  const lines = stack.split('\n').map((line) => line.trim());
  const frames = lines.filter((line) => /^at |:\d+:\d+\)?$/u.test(line));
  return frames.join('\n');
}

/** An error of a worker that this page started arrives without the error itself. */
function placeOf({ message, filename, lineno, colno }: ErrorEvent): string {
  return filename === '' ? message : `${message} at ${filename}:${lineno}:${colno}`;
}

function errorsIn(row: { readonly value: unknown } | undefined): readonly RecentError[] {
  return Array.isArray(row?.value) ? row.value : [];
}
