import type { TaskRow, TransferConditions } from '../store/schema.ts';
import type { TaskState, WaitingReason } from '../store/task-state.ts';
import { isLoopback } from './address.ts';
import { isRetryDue } from './is-due.ts';
import { mergeConditions, type Unmet, unmetCondition } from './conditions.ts';
import type { Environment } from './environment.ts';
import type { FailureFacts, TaskEvent } from './next-state.ts';

type WaitingState = Extract<TaskState, { readonly state: 'waiting' }>;

/** A task that its conditions move, and how. */
export interface Move {
  readonly taskId: string;
  readonly event: TaskEvent;
}

/** Reasons that conditions give and take away. */
const OWN_REASONS: ReadonlySet<WaitingReason> = new Set(['connectivity', 'unmetered', 'data-saver', 'power', 'date']);

/**
 * Which tasks their conditions move now: whose turn it is but may not run, waits for what is missing; who has it again,
 * waits for its turn; a run that may not go on waits, too; whose time is over fails. Applied twice, it moves nothing.
 */
export function applyConditions(
  session: TransferConditions,
  rows: readonly TaskRow[],
  environment: Environment,
  now: number,
): Move[] {
  return rows.flatMap((row) => {
    const event = eventFor(row, mergeConditions(session, row.conditions), environment, now);
    return event ? [{ taskId: row.id, event }] : [];
  });
}

/**
 * When something changes by itself: a date or a retry that comes, a timeout that ends.
 *
 * @returns ms since the epoch, later than `now`; `undefined` when nothing does.
 */
export function nextMoment(session: TransferConditions, rows: readonly TaskRow[], now: number): number | undefined {
  const moments = rows.flatMap((row) => momentsOf(row, mergeConditions(session, row.conditions)));
  const next = Math.min(...moments.filter((moment) => moment > now));
  return next === Infinity ? undefined : next;
}

function eventFor(
  row: TaskRow,
  conditions: TransferConditions,
  environment: Environment,
  now: number,
): TaskEvent | undefined {
  const { state } = row;
  if (state.state === 'running') return eventForRun(row, state.registrationId, conditions, environment, now);
  if (state.state !== 'waiting') return undefined;
  const seen = { ...environment, isOnline: environment.isOnline || isWorthATry(row, state) };
  const unmet = unmetCondition(conditions, seen, now, startOf(row), state.reason);
  if (unmet === 'timed-out') return { type: 'fail', error: failureOf(unmet, row) };
  if (!isUpToConditions(state, now)) return undefined;
  if (unmet === 'network') return { type: 'fail', error: failureOf(unmet, row) };
  if (unmet) return isSameWait(state, unmet) ? undefined : { type: 'wait', ...unmet };
  return OWN_REASONS.has(state.reason) ? { type: 'wait', reason: 'turn' } : undefined;
}

/** A run is past its date, and the browser itself carries it over a line that goes and comes. */
function eventForRun(
  row: TaskRow,
  registrationId: string,
  conditions: TransferConditions,
  environment: Environment,
  now: number,
): TaskEvent | undefined {
  const { earliestBeginDate: _, ...lasting } = conditions;
  const unmet = unmetCondition(lasting, { ...environment, isOnline: true }, now, startOf(row));
  if (unmet === undefined) return undefined;
  if (typeof unmet === 'string') return { type: 'fail', registrationId, error: failureOf(unmet, row) };
  return { type: 'requeue', registrationId, ...unmet };
}

/** A browser without any line still reaches its own device; only a try can tell. */
function isWorthATry({ request }: TaskRow, { reason }: WaitingState): boolean {
  return reason !== 'connectivity' && isLoopback(new URL(request.url).hostname);
}

/** Room, a person's answer or a window are not for conditions to give. */
function isUpToConditions(state: WaitingState, now: number): boolean {
  if (state.reason === 'retry') return isRetryDue(state.until, now);
  return state.reason === 'turn' || OWN_REASONS.has(state.reason);
}

function isSameWait(state: WaitingState, wait: Exclude<Unmet, string>): boolean {
  if (state.reason !== wait.reason) return false;
  return state.reason !== 'date' || wait.reason !== 'date' || state.until === wait.until;
}

function momentsOf(row: TaskRow, { earliestBeginDate, timeoutIntervalForResource }: TransferConditions): number[] {
  const { state } = row;
  if (state.state !== 'waiting' && state.state !== 'running') return [];
  const end = timeoutIntervalForResource === undefined ? [] : [startOf(row) + timeoutIntervalForResource];
  if (state.state === 'running') return end;
  const begin = earliestBeginDate === undefined ? [] : [earliestBeginDate];
  return [...end, ...begin, ...(state.reason === 'retry' ? [state.until] : [])];
}

function startOf({ createdAt, retriedAt }: TaskRow): number {
  return retriedAt ?? createdAt;
}

function failureOf(code: Extract<Unmet, string>, { request, createdAt, retriedAt }: TaskRow): FailureFacts {
  const began = new Date(retriedAt ?? createdAt).toISOString();
  const why = code === 'network' ? 'offline, and not to wait' : `not complete in the time allowed since ${began}`;
  return { code, message: `${new URL(request.url).host}: ${why}` };
}
