import type { DocumentRow, TaskRow } from '../store/schema.ts';
import { challengeOf } from '../transfer/challenge.ts';

/** What only the person can settle: a sign-in, room, what becomes of a file that changed, what could not be downloaded. */
export type NeedKind = 'sign-in' | 'room' | 'version' | 'failure';

export interface Need {
  readonly kind: NeedKind;
  /** The same for as long as it is the same matter; another one, when it comes up again. */
  readonly key: string;
  /** The server to sign in to, else the file. Text, never markup. */
  readonly name: string;
  /** The document or the task that it is about. */
  readonly id: string;
}

/** Ends that the person brought about themself. */
const OWN_DOING: ReadonlySet<string> = new Set(['canceled', 'sign-in']);

/**
 * What waits for the person, transfers in the order in which they were added.
 *
 * @param documents those that may have come again as another file; others do no harm.
 */
export function needsOf(tasks: readonly TaskRow[], documents: readonly DocumentRow[]): readonly Need[] {
  const inOrder = tasks.toSorted((a, b) => a.createdAt - b.createdAt || a.position - b.position);
  const needs = [...inOrder.flatMap((task) => needOfTask(task) ?? []), ...documents.flatMap(needOfDocument)];
  return [...new Map(needs.map((need) => [need.key, need])).values()];
}

/** The documents whose bytes these tasks have brought again. */
export function renewedBy(tasks: readonly TaskRow[]): readonly string[] {
  return tasks.flatMap(({ state, renews }) => (state.state === 'completed' && renews !== undefined ? [renews] : []));
}

function needOfTask({ id, name, state, endedAt = 0 }: TaskRow): Need | undefined {
  const challenge = challengeOf(state);
  if (challenge) {
    const { origin, isRepeated } = challenge;
    return { kind: 'sign-in', key: `sign-in ${origin} ${isRepeated}`, name: new URL(origin).host, id };
  }
  if (state.state === 'waiting' && state.reason === 'room') return { kind: 'room', key: `room ${id}`, name, id };
  if (state.state !== 'failed' || OWN_DOING.has(state.code)) return undefined;
  return { kind: 'failure', key: `failure ${id} ${endedAt}`, name, id };
}

function needOfDocument({ id, title, isOtherVersion }: DocumentRow): Need[] {
  return isOtherVersion ? [{ kind: 'version', key: `version ${id}`, name: title, id }] : [];
}
