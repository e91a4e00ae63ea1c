import { acceptFile } from '../src/library/accept-file.ts';
import { carryOn, pagesFetchesEnd } from '../src/transfer/carry-on.ts';
import { pause } from '../src/transfer/pause.ts';
import { onChange } from '../src/store/changes.ts';
import { announceNeeds } from './needs-notices.ts';
import { tell } from './tell.ts';
import { announceWaiting } from './waiting-notice.ts';
import { hasWindow } from './windows.ts';
import { worker } from './worker-scope.ts';

/** Chromium ends a worker's event after five minutes; what is left must be stored and said before, in ms. */
const LONGEST = 4 * 60_000;

/** Aborted when a newer worker is to take over: browsers let it in only when this one has no event under way. */
const replacement = new AbortController();

/** In ms: how long a closed window may be listed, and how often to look. */
const CLOSING = 4_000;
const LOOK = 200;

/**
 * Without a window the worker goes on by itself with what waits: in an ending event, and in the `sync` that a page
 * asked for while it could. What is left is said by a notification.
 */
export async function carryOnWithoutWindow(signal: AbortSignal = longestTime()): Promise<void> {
  if (await hasWindow()) return;
  const carried = whileAnnouncing(() => carryOn({ accept: acceptFile, registration: worker.registration, signal }));
  const left = (await carried.catch(unlessTimedOut(signal))) ?? [];
  if (!(await hasWindow())) await announceWaiting(left.length);
}

/** A page's own fetches end with it, and so does what it has not handed over: this event outlives it. */
export async function takeOverFromPages(): Promise<void> {
  const signal = longestTime();
  await pagesFetchesEnd(signal).catch(unlessTimedOut(signal));
  await closingWindowsGo(signal);
  await carryOnWithoutWindow(signal);
}

/** Ends whatever would take minutes, with what has come of it stored: a newer worker, or a window, goes on with it. */
export function makeWay(): void {
  replacement.abort();
}

function longestTime(): AbortSignal {
  return AbortSignal.any([AbortSignal.timeout(LONGEST), replacement.signal]);
}

/** A window whose page has ended is listed a little longer; one that stays goes on with everything itself. */
async function closingWindowsGo(signal: AbortSignal): Promise<void> {
  for (let waited = 0; waited < CLOSING && (await hasWindow()); waited += LOOK) await pause(LOOK, signal);
}

/** Each document is told of as soon as it is there, not when all are. */
async function whileAnnouncing<T>(step: () => Promise<T>): Promise<T> {
  const listening = new AbortController();
  onChange((change) => void (change === 'documents' && tell()), listening.signal);
  const result = await step();
  listening.abort();
  await tell();
  await announceNeeds();
  return result;
}

/** The time is over while somebody else, a page or another event of this worker, is still at it. */
function unlessTimedOut(signal: AbortSignal): (error: unknown) => undefined {
  return (error) => {
    if (!signal.aborted) throw error;
  };
}
