import type { Need } from './needs.ts';

/** Documents that come within so many ms of the first are told of together. */
const TOGETHER = 60_000;

/** A notification of documents that still stands. */
export interface ReadyNotice {
  readonly tag: string;
  /** Ids, the first that came first. */
  readonly documents: readonly string[];
  /** Ms since the epoch at which it was first shown. */
  readonly since: number;
}

/**
 * What to show for documents that are owed a notification. Nothing but what stands and what is owed decides, so whoever
 * does it again, after a worker that died in between, comes to the same end.
 *
 * @param due ids, at least one.
 * @param now ms since the epoch.
 * @returns `undefined` when one that stands speaks of all of them already.
 */
export function planReady(
  due: readonly string[],
  standing: readonly ReadyNotice[],
  now: number,
): ReadyNotice | undefined {
  const told = new Set(standing.flatMap(({ documents }) => documents));
  const fresh = due.filter((id) => !told.has(id));
  if (fresh.length === 0) return undefined;
  const recent = standing.findLast(({ since }) => now - since < TOGETHER);
  if (recent) return { ...recent, documents: [...recent.documents, ...fresh] };
  return { tag: `document-${fresh[0]}`, documents: fresh, since: now };
}

/** What becomes of the notification of one kind of needs. */
export type NeedsPlan =
  | { readonly action: 'leave' | 'close' }
  /** `isNews`: there is one that the person was not told of; else what was told has only become less. */
  | { readonly action: 'show'; readonly needs: readonly Need[]; readonly isNews: boolean };

/**
 * @param needs all of one kind.
 * @param announced keys that the person was told of, or has seen in a window.
 * @param standing keys in the notification that stands; `undefined` without one.
 */
export function planNeeds(
  needs: readonly Need[],
  announced: ReadonlySet<string>,
  standing: readonly string[] | undefined,
): NeedsPlan {
  const told = needs.filter(({ key }) => standing?.includes(key));
  const fresh = needs.filter(({ key }) => !announced.has(key) && !told.some((need) => need.key === key));
  if (fresh.length > 0) return { action: 'show', needs: [...told, ...fresh], isNews: true };
  if (told.length === (standing?.length ?? 0)) return { action: 'leave' };
  return told.length === 0 ? { action: 'close' } : { action: 'show', needs: told, isNews: false };
}
