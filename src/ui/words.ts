import { formatBytes } from '../library/format-bytes.ts';
import { formatNumber } from '../language/formats.ts';
import { msg, str } from '../language/msg.ts';
import type { TaskState, TransferErrorCode, WaitingReason } from '../store/task-state.ts';
import type { AddressError } from '../transfer/address.ts';
import { isRetryDue } from '../transfer/is-due.ts';
import type { TaskProgress, TransferTask } from '../transfer/transfer-task.ts';
import { dateWords } from './date-words.ts';
import { challengeWords } from './sign-in-words.ts';

type WaitingState = Extract<TaskState, { readonly state: 'waiting' }>;

/** The state of a task in words, without the numbers of its progress. */
export function stateWords(task: Pick<TransferTask, 'url' | 'row' | 'state' | 'progress'>): string {
  const { state } = task;
  switch (state.state) {
    case 'suspended':
      return suspendedWords(state.by, task.row.bytesStored > 0);
    case 'waiting':
      return waitingWords(state, new URL(task.url).host);
    case 'running':
      return runningWords(state.engine, task.progress);
    case 'completed':
      return msg('Done');
    case 'failed':
      return failureWords(state, new URL(task.url).host);
    default:
      return state satisfies never;
  }
}

/** `12.4 MB of 60 MB · 20 % · 3 MB/s · 16 s left`, as much of it as is known. */
export function progressWords({ bytesReceived, bytesExpected, bytesPerSecond, timeLeft }: TaskProgress): string {
  const parts = [formatBytes(bytesReceived)];
  if (bytesExpected !== undefined) {
    parts[0] = msg(str`${formatBytes(bytesReceived)} of ${formatBytes(bytesExpected)}`);
    parts.push(percentWords(bytesReceived, bytesExpected));
  }
  if (bytesPerSecond !== undefined)
    parts.push(msg(str`${formatBytes(bytesPerSecond)}/s`, { desc: 'Bytes per second' }));
  if (timeLeft !== undefined) parts.push(msg(str`${durationWords(timeLeft)} left`));
  return parts.join(' · ');
}

/** 0 to 100, rounded down: 100 only when all is there. */
export function percent(bytesReceived: number, bytesExpected: number): number {
  return bytesExpected === 0 ? 100 : Math.floor((bytesReceived * 100) / bytesExpected);
}

/** `20 %`. */
export function percentWords(bytesReceived: number, bytesExpected: number): string {
  return msg(str`${formatNumber(percent(bytesReceived, bytesExpected))} %`);
}

/** `16 s`, `3 min`, `2 h 5 min`. */
export function durationWords(ms: number): string {
  const seconds = Math.max(1, Math.round(ms / 1000));
  if (seconds < 60) return msg(str`${seconds} s`, { desc: 'Seconds' });
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return msg(str`${minutes} min`, { desc: 'Minutes' });
  return msg(str`${Math.floor(minutes / 60)} h ${minutes % 60} min`, { desc: 'Hours and minutes' });
}

/** A password must not stand in a message. */
export function withoutCredential(text: string): string {
  return text.replace(/\/\/[^/?#]*@/u, '//…@');
}

/** Why an address was not taken, and what to do. */
export function addressWords({ reason, line }: AddressError): string {
  const text = withoutCredential(line.trim());
  switch (reason) {
    case 'not-an-address':
      return msg(str`“${text}” is not a web address. Paste one that starts with https://.`);
    case 'not-http':
      return msg(str`“${text}” can’t be downloaded: only addresses that start with https:// or http:// can.`);
    case 'mixed-content':
      return msg(str`“${text}” starts with http://, which browsers block here. Try the same address with https://.`);
    case 'digest':
      return msg(
        'The checksum after #sha256= can’t be one: it has 64 digits from 0 to 9 and a to f. Copy it again, or take it out to download without a check.',
      );
    default:
      return reason satisfies never;
  }
}

const WAITING_WORDS: Readonly<Record<Exclude<WaitingReason, 'retry' | 'date' | 'challenge'>, () => string>> = {
  turn: () => msg('Waiting for its turn'),
  window: () => msg('Waiting for a window of Longhaul'),
  connectivity: () => msg('Waiting for a connection'),
  unmetered: () => msg('Waiting for an unmetered connection'),
  'data-saver': () => msg('Waiting until Data Saver is off'),
  power: () => msg('Waiting for power: it goes on when charging or above 20 % battery'),
  room: () =>
    msg('There is no room left for this file. Remove documents, and it goes on; or free disk space and press Retry'),
};

function waitingWords(state: WaitingState, host: string): string {
  if (state.reason === 'challenge') return challengeWords(state.challenge);
  if (state.reason === 'retry') return retryWords(state, host);
  return state.reason === 'date'
    ? msg(str`Starts ${dateWords(state.until, Date.now())}`)
    : WAITING_WORDS[state.reason]();
}

function retryWords({ until, after }: Extract<TaskState, { readonly reason: 'retry' }>, host: string): string {
  const reason =
    after.status === undefined ? msg(str`No connection to ${host}`) : msg(str`${host} answered ${after.status}`);
  const now = Date.now();
  return isRetryDue(until, now)
    ? msg(str`${reason}. Trying again`)
    : msg(str`${reason}. Trying again in ${durationWords(until - now)}`);
}

/** `fetch()` ends with the page: it never pretends otherwise. */
function runningWords(
  engine: 'background-fetch' | 'fetch',
  { bytesReceived, bytesExpected }: Pick<TaskProgress, 'bytesReceived' | 'bytesExpected'>,
): string {
  // Browsers take one after another: it may be this one's turn, or the turn of one before it.
  if (bytesReceived === 0) {
    return engine === 'fetch' ? msg('Starting…') : msg('Starting as soon as the browser gets to it');
  }
  if (bytesReceived === bytesExpected) return msg('All here; checking and storing it');
  return engine === 'fetch' ? msg('Downloading. Keep Longhaul open') : msg('Downloading');
}

function suspendedWords(by: 'app' | 'browser', hasBytes: boolean): string {
  const what = by === 'app' ? msg('Paused') : msg('Stopped in the browser’s own download list');
  return hasBytes ? what : msg(str`${what}. Nothing of it is stored yet`);
}

function failureWords(state: TaskState & { state: 'failed' }, host: string): string {
  if (state.code === 'bad-status') return statusWords(state.status ?? 0, host);
  return FAILURE_WORDS[state.code](host);
}

function statusWords(status: number, host: string): string {
  if (status === 404 || status === 410) {
    return msg(
      str`${host} has nothing at this address (${status}). Check the address, or look for the file on the site.`,
    );
  }
  if (status === 401 || status === 403) {
    return msg(str`${host} doesn’t give this file to everyone (${status}). Sign in on the site and download it there.`);
  }
  if (status === 429)
    return msg(str`${host} is asked too often right now (429). Wait a few minutes, then press Retry.`);
  if (status >= 500) return msg(str`${host} has trouble at the moment (${status}). Press Retry in a while.`);
  return msg(str`${host} answered with an error (${status}). Check the address, then press Retry.`);
}

const FAILURE_WORDS: Readonly<Record<Exclude<TransferErrorCode, 'bad-status'>, (host: string) => string>> = {
  canceled: () => msg('Canceled'),
  network: (host) => msg(str`${host} can’t be reached. Check the address and your connection, then press Retry.`),
  'cross-origin': (host) =>
    msg(str`${host} doesn’t let other sites download this file. Open the address in a tab and save it from there.`),
  'mixed-content': () => msg('Browsers block http:// addresses here. Try the same address with https://.'),
  'no-background-fetch': () =>
    msg('This browser can’t download in the background. Open Longhaul in Chrome or Edge, then press Retry.'),
  permission: () =>
    msg('The browser blocks background downloads for this site. Allow them in the site’s settings, then press Retry.'),
  'no-room': () => msg('There is no room left for this file. Remove documents or free disk space, then press Retry.'),
  'empty-file': (host) => msg(str`${host} sent an empty file. Check the address, or press Retry later.`),
  truncated: (host) => msg(str`${host} broke off before the whole file was here. Press Retry; nothing of it was kept.`),
  'bad-range': (host) => msg(str`${host} sent other parts of the file than were asked for. Press Retry.`),
  'web-page': () =>
    msg('This address is a web page, not a PDF. Open the page, and copy the address of the PDF itself.'),
  'not-a-pdf': (host) =>
    msg(str`What ${host} sent says it is a PDF, but it is not one. Check the address, or press Retry.`),
  'file-changed': (host) =>
    msg(str`The file on ${host} changed while it was downloading. Press Retry to get the new one.`),
  'digest-mismatch': () =>
    msg(
      'The file is not the one that was promised: its checksum is different. Nothing was kept. Press Retry, or check the address.',
    ),
  'sign-in': (host) => msg(str`${host} gives this file only to people who sign in. Press Retry to be asked again.`),
  'timed-out': () => msg('The time that was allowed for this download is over. Press Retry to give it as much again.'),
  lost: () => msg('The browser lost this download. Press Retry.'),
  unexpected: () => msg('Something went wrong that Longhaul did not expect. Press Retry; the details tell more.'),
};

/** For code that comes when it is wanted, and can't be had. */
export function missingPartWords(): string {
  return msg('A part of Longhaul is missing on this device. Connect to the network, then reload.');
}
