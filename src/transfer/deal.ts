import type { TaskPriority } from '../store/schema.ts';
import { compareInQueue } from './queue-order.ts';

/** A task as the planner sees it. */
export interface QueuedTask {
  readonly id: string;
  readonly priority: TaskPriority;
  readonly position: number;
  /** How many requests its plan has. */
  readonly requests: number;
}

/** A run as the planner sees it. */
export interface DealtRun {
  readonly registrationId: string;
  readonly plannedAt: number;
  /** A byte of it has come: a run that gives way now loses what is under way. */
  readonly hasBegun: boolean;
  readonly tasks: readonly QueuedTask[];
}

export interface Deal {
  /** Runs to be given up; their tasks are dealt anew. */
  readonly dissolve: readonly string[];
  /** Ids of the tasks of each new run, in order. */
  readonly start: readonly (readonly string[])[];
}

/** Chromium took 1,500 requests in one registration in 0.3 s (156); more of them wait for the next. */
const MOST_REQUESTS = 1_500;

const NOTHING: Deal = { dissolve: [], start: [] };

/**
 * Deals waiting tasks over the places of an engine: one each, and the last place takes all that remain as a convoy, so
 * that the whole queue goes on without a window. With no place free, the youngest run that has not begun gives way and
 * its tasks ride along.
 *
 * @param places how many runs there may be, at least 0.
 */
export function deal(waiting: readonly QueuedTask[], runs: readonly DealtRun[], places: number): Deal {
  const free = places - runs.length;
  const youngest = free > 0 ? undefined : youngestIdle(runs);
  const seats = youngest ? 1 : free;
  if (waiting.length === 0 || seats <= 0) return NOTHING;
  const queue = [...(youngest?.tasks ?? []), ...waiting].toSorted(compareInQueue);
  const start = seat(queue, seats);
  if (youngest && !start.flat().some((id) => waiting.some((task) => task.id === id))) return NOTHING;
  return { dissolve: youngest ? [youngest.registrationId] : [], start };
}

/**
 * Runs that stand before a task that now goes first: from the first of them on, all are dealt anew.
 *
 * @param movedId the task that got another place: a run that carries it among others has it at its old one.
 */
export function outOfOrder(runs: readonly DealtRun[], waiting: readonly QueuedTask[], movedId?: string): string[] {
  const inOrder = runs.toSorted((a, b) => a.plannedAt - b.plannedAt);
  const from = inOrder.findIndex(({ tasks }, index) => {
    if (tasks.length > 1 && tasks.some(({ id }) => id === movedId)) return true;
    const after = [...inOrder.slice(index + 1).flatMap((run) => run.tasks), ...waiting];
    return tasks.some((task) => after.some((other) => compareInQueue(other, task) < 0));
  });
  return from === -1 ? [] : inOrder.slice(from).map(({ registrationId }) => registrationId);
}

function youngestIdle(runs: readonly DealtRun[]): DealtRun | undefined {
  return runs.filter(({ hasBegun }) => !hasBegun).toSorted((a, b) => b.plannedAt - a.plannedAt)[0];
}

function seat(queue: readonly QueuedTask[], seats: number): string[][] {
  const alone = queue.length <= seats ? queue.length : seats - 1;
  const runs = queue.slice(0, alone).map(({ id }) => [id]);
  const convoy = within(queue.slice(alone), MOST_REQUESTS).map(({ id }) => id);
  return convoy.length === 0 ? runs : [...runs, convoy];
}

/** As many from the front as have so many requests together, but at least one. */
function within(queue: readonly QueuedTask[], mostRequests: number): readonly QueuedTask[] {
  let requests = 0;
  const end = queue.findIndex((task, index) => (requests += task.requests) > mostRequests && index > 0);
  return end === -1 ? queue : queue.slice(0, end);
}
