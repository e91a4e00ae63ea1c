import type { KeptCredential } from './credentials.ts';

/** What windows say to each other about credentials that none of them may write down. */
type Message =
  | { readonly type: 'ask'; readonly space: string }
  | { readonly type: 'answer'; readonly credential: KeptCredential }
  | { readonly type: 'drop'; readonly space: string };

const CHANNEL = 'longhaul-credentials';

/** How long a window that has a credential may take to answer, in ms: one in the background may be slow. */
const PATIENCE = 2_000;

const kept = new Map<string, KeptCredential>();
/** Lets go of the lock by which other windows see that this one has a credential. */
const releases = new Map<string, () => void>();
let channel: BroadcastChannel | undefined;

/**
 * Keeps a credential as long as this window is open. Other windows and the worker of this origin get it for the asking:
 * each of them may be the one whose turn it is to send a request.
 */
export function hold(credential: KeptCredential): void {
  drop(credential.space); // One window has it, or an older one would answer.
  kept.set(credential.space, credential);
  const whileKept = (): Promise<void> => new Promise((resolve) => releases.set(credential.space, resolve));
  void navigator.locks.request(lockFor(credential.space), { mode: 'shared' }, whileKept);
}

/** What this window keeps. */
export function held(space: string): KeptCredential | undefined {
  return kept.get(space);
}

/** Forgets a credential here and in every other window. */
export function drop(space: string): void {
  forget(space);
  toOthers({ type: 'drop', space });
}

function forget(space: string): void {
  kept.delete(space);
  releases.get(space)?.();
  releases.delete(space);
}

function lockFor(space: string): string {
  return `longhaul-credential-${space}`;
}

function toOthers(message: Message): void {
  if (!channel) {
    channel = new BroadcastChannel(CHANNEL);
    channel.addEventListener('message', ({ data }: MessageEvent<Message>) => hear(data));
  }
  channel.postMessage(message);
}

function hear(message: Message): void {
  if (message.type === 'drop') forget(message.space);
  const credential = message.type === 'ask' ? kept.get(message.space) : undefined;
  if (credential) toOthers({ type: 'answer', credential });
}

/** What another window keeps; `undefined` at once when none has it. */
export async function askOthers(space: string): Promise<KeptCredential | undefined> {
  const { held: locks = [] } = await navigator.locks.query();
  if (!locks.some(({ name }) => name === lockFor(space))) return undefined;
  const ear = new BroadcastChannel(CHANNEL);
  try {
    return await new Promise((resolve) => {
      setTimeout(resolve, PATIENCE);
      ear.addEventListener('message', ({ data }: MessageEvent<Message>) => {
        if (data.type === 'answer' && data.credential.space === space) resolve(data.credential);
      });
      ear.postMessage({ type: 'ask', space } satisfies Message);
    });
  } finally {
    ear.close();
  }
}
