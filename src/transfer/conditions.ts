import type { TransferConditions } from '../store/schema.ts';
import type { PlainReason, WaitingReason } from '../store/task-state.ts';
import type { Environment } from './environment.ts';
import type { Wait } from './next-state.ts';

/** Conditions to change; `undefined` takes one away. */
export type ConditionsChange = { readonly [Key in keyof TransferConditions]: TransferConditions[Key] | undefined };

/** What keeps a task from running: something to wait for, or the code it fails with. */
export type Unmet = Wait | 'timed-out' | 'network';

/** A battery below this counts as low, 0 to 1. */
const LOW_BATTERY = 0.2;

interface Rule {
  readonly reason: PlainReason;
  readonly isAsked: (conditions: TransferConditions) => boolean;
  /** `undefined` where the browser doesn't tell. */
  readonly isMet: (environment: Environment) => boolean | undefined;
}

/** In the order in which a task says what it waits for. */
const RULES: readonly Rule[] = [
  {
    reason: 'connectivity',
    isAsked: () => true,
    isMet: ({ isOnline }) => isOnline,
  },
  {
    reason: 'unmetered',
    isAsked: ({ allowsExpensiveNetworkAccess, isDiscretionary }) =>
      allowsExpensiveNetworkAccess === false || isDiscretionary === true,
    isMet: ({ connection }) => negate(connection?.isMetered),
  },
  {
    reason: 'data-saver',
    isAsked: ({ allowsConstrainedNetworkAccess }) => allowsConstrainedNetworkAccess === false,
    isMet: ({ connection }) => negate(connection?.saveData),
  },
  {
    reason: 'power',
    isAsked: ({ isDiscretionary }) => isDiscretionary === true,
    isMet: ({ battery }) => battery && (battery.isCharging || battery.level > LOW_BATTERY),
  },
];

/**
 * The first condition that is not met. What the browser doesn't tell holds nothing back; but a task that waits for it
 * already goes on waiting until it is told (a phone between two networks says neither "metered" nor "unmetered").
 *
 * As in `URLSessionConfiguration`:
 * - `waitsForConnectivity`: absent means true, which background sessions always do; false fails with `network` offline.
 * - `allowsExpensiveNetworkAccess` false: not over a metered line.
 * - `allowsConstrainedNetworkAccess` false: not while Data Saver, the web's Low Data Mode, is on.
 * - `isDiscretionary`: only over an unmetered line, and charging or above 20 %.
 * - `timeoutIntervalForResource`: counts from `since`, also while it waits. Absent: no limit (Apple's default is 7 days).
 *
 * `earliestBeginDate` is of `URLSessionTask` there.
 *
 * @param now ms since the epoch, as `since`, when the task was created or last tried again.
 * @param waitsFor what the task waits for now, if it waits.
 * @see https://developer.apple.com/documentation/foundation/urlsessionconfiguration
 */
export function unmetCondition(
  conditions: TransferConditions,
  environment: Environment,
  now: number,
  since: number,
  waitsFor?: WaitingReason,
): Unmet | undefined {
  const { timeoutIntervalForResource: limit, earliestBeginDate: date } = conditions;
  if (limit !== undefined && now >= since + limit) return 'timed-out';
  if (date !== undefined && now < date) return { reason: 'date', until: date };
  const rule = RULES.find(
    ({ reason, isAsked, isMet }) => isAsked(conditions) && !(isMet(environment) ?? reason !== waitsFor),
  );
  if (rule?.reason === 'connectivity' && conditions.waitsForConnectivity === false) return 'network';
  return rule && { reason: rule.reason };
}

/** The conditions that hold for a task: its own override its session's, key by key. */
export function mergeConditions(session: TransferConditions, task: TransferConditions): TransferConditions {
  return { ...session, ...task };
}

/**
 * Conditions after a change; those that it doesn't name stay.
 *
 * @throws {RangeError} when `earliestBeginDate` or `timeoutIntervalForResource` is no finite number, or the latter negative.
 */
export function changeConditions(current: TransferConditions, change: ConditionsChange): TransferConditions {
  const { earliestBeginDate: date = 0, timeoutIntervalForResource: limit = 0 } = change;
  if (!Number.isFinite(date)) throw new RangeError(`No date in ms: ${date}`);
  if (!Number.isFinite(limit) || limit < 0) throw new RangeError(`No interval in ms: ${limit}`);
  const all = Object.entries({ ...current, ...change });
  return Object.fromEntries(all.filter(([, value]) => value !== undefined));
}

function negate(value: boolean | undefined): boolean | undefined {
  return value === undefined ? undefined : !value;
}
