/** Of which kind rows changed. The message carries no facts: whoever hears it looks again. */
export type Change =
  | 'sessions'
  | 'tasks'
  | 'documents'
  | 'settings'
  | 'credentials'
  | 'marks'
  | 'covers'
  | 'collections'
  | 'index'
  | 'removed';

interface Message {
  readonly change: Change;
  readonly ids?: readonly string[];
}

const CHANNEL = 'longhaul-changes';

let sender: BroadcastChannel | undefined;

/** Tells every page and the worker, this one included, that rows were committed. */
export function announceChange(...changes: readonly Change[]): void {
  for (const change of changes) announce({ change });
}

/** As `announceChange()`, where it is known which rows to look at again; nothing when there are none. */
export function announceRows(change: Change, ids: readonly string[]): void {
  if (ids.length > 0) announce({ change, ids });
}

/**
 * Calls `listener` after each change, until `signal` aborts.
 *
 * @param listener is told the ids of the rows where they are known; without them any row may have changed.
 */
export function onChange(listener: (change: Change, ids?: readonly string[]) => void, signal: AbortSignal): void {
  const channel = new BroadcastChannel(CHANNEL);
  const hear = ({ data }: MessageEvent<Message>): void => listener(data.change, data.ids);
  channel.addEventListener('message', hear, { signal });
  signal.addEventListener('abort', () => channel.close(), { once: true });
}

function announce(message: Message): void {
  sender ??= new BroadcastChannel(CHANNEL);
  sender.postMessage(message);
}
