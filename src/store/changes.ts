/** Which rows changed. The message carries no facts: whoever hears it looks again. */
export type Change = 'sessions' | 'tasks' | 'documents' | 'settings' | 'credentials' | 'marks';

const CHANNEL = 'longhaul-changes';

let sender: BroadcastChannel | undefined;

/** Tells every page and the worker, this one included, that rows were committed. */
export function announceChange(...changes: readonly Change[]): void {
  sender ??= new BroadcastChannel(CHANNEL);
  for (const change of changes) sender.postMessage(change);
}

/** Calls `listener` after each change, until `signal` aborts. */
export function onChange(listener: (change: Change) => void, signal: AbortSignal): void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.addEventListener('message', (event: MessageEvent<Change>) => listener(event.data), { signal });
  signal.addEventListener('abort', () => channel.close(), { once: true });
}
