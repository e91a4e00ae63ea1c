import type { TaskRow } from '../store/schema.ts';
import { readSession } from '../store/sessions.ts';
import { changeTask, listAllTasks } from '../store/tasks.ts';
import { BackgroundFetchEngine } from './background-fetch-engine.ts';
import { compareInQueue } from './queue-order.ts';
import { sha256Of } from './digest.ts';
import { FetchEngine, endOfFetchRun } from './fetch-engine.ts';
import type { AcceptFile, Acceptance } from './finish.ts';
import { isDue } from './is-due.ts';
import { keepConditions } from './keep-conditions.ts';
import { pause } from './pause.ts';
import { prepare } from './prepare.ts';
import { requeueLost } from './reconcile.ts';
import { startRun } from './start-run.ts';
import { stepTask } from './step-task.ts';
import type { StopContext } from './stop-tasks.ts';

export interface CarryOnOptions {
  /** The app's say on a received file, as in `settle()`. */
  readonly accept: AcceptFile;
  /** The worker's own. */
  readonly registration: ServiceWorkerRegistration;
  /** Ends it before the browser ends the worker's event; what came by then is stored. */
  readonly signal: AbortSignal;
}

interface BatchContext {
  readonly acceptance: Acceptance;
  readonly signal: AbortSignal;
}

/** A task that may be tried again within so many ms is waited for. */
const LONGEST_PAUSE = 60_000;

/**
 * Carries waiting tasks on by `fetch()`, for a worker whose event is alive and whose app has no window: a worker may
 * not start a Background Fetch. Resolves when none is due any more, or `signal` aborts; those that are left wait for a
 * window then. Called twice at a time, the second waits and does what is left.
 *
 * @returns the tasks that wait for a window.
 */
export async function carryOn({ accept, registration, signal }: CarryOnOptions): Promise<readonly TaskRow[]> {
  return navigator.locks.request('longhaul-carry-on', { signal }, async () => {
    const acceptance: Acceptance = { accept, digest: sha256Of };
    const engine = new FetchEngine({ acceptance });
    const engines = [engine, new BackgroundFetchEngine(registration)];
    await requeueLost(engines, listAllTasks, signal);
    while (!signal.aborted && (await carryBatch(engine, { acceptance, signal })));
    await requeueLost([engine], fetchRuns, signal);
    return leaveToWindow();
  });
}

/**
 * Resolves when all that pages carry by `fetch()` has ended, or the pages have; and when none is at giving a run to the
 * browser any more.
 */
export async function pagesFetchesEnd(signal: AbortSignal): Promise<void> {
  const runs = (await fetchRuns()).map(({ state }) => state.registrationId);
  await Promise.all(runs.map((registrationId) => endOfFetchRun(registrationId, signal)));
  await navigator.locks.request('longhaul-launch', { signal }, () => undefined);
}

/** @returns whether there may be more to do. */
async function carryBatch(engine: FetchEngine, { acceptance, signal }: BatchContext): Promise<boolean> {
  const rows = await freeTasks({ engines: [engine], acceptance });
  const now = Date.now();
  const due = rows.filter(({ state }) => isDue(state, now)).toSorted(compareInQueue);
  if (due.length === 0) return waitForRetry(rows, now, signal);
  await Promise.all(due.slice(0, engine.places).map((row) => carryOne(row, engine, { acceptance, signal })));
  const stop = (): void => void engine.stopAll();
  signal.addEventListener('abort', stop, { once: true });
  await engine.finished();
  signal.removeEventListener('abort', stop);
  return true;
}

type RunningTask = TaskRow & { readonly state: Extract<TaskRow['state'], { readonly state: 'running' }> };

async function fetchRuns(): Promise<RunningTask[]> {
  const rows = await listAllTasks();
  return rows.filter((row): row is RunningTask => row.state.state === 'running' && row.state.engine === 'fetch');
}

/** The tasks of all sessions that their conditions let run now. */
async function freeTasks(context: StopContext): Promise<TaskRow[]> {
  const rows = await listAllTasks();
  const free: TaskRow[] = [];
  for (const sessionId of new Set(rows.map((row) => row.sessionId))) {
    const own = rows.filter((row) => row.sessionId === sessionId);
    const session = await readSession(sessionId);
    free.push(...(await keepConditions(session?.conditions ?? {}, own, context)).rows);
  }
  return free;
}

async function carryOne(row: TaskRow, engine: FetchEngine, context: BatchContext): Promise<void> {
  const isReady = await prepare(row, context);
  if (isReady) await navigator.locks.request('longhaul-launch', () => startRun([row.id], engine));
}

async function waitForRetry(rows: readonly TaskRow[], now: number, signal: AbortSignal): Promise<boolean> {
  const times = rows.flatMap(({ state }) => (state.state === 'waiting' && 'until' in state ? [state.until - now] : []));
  const next = Math.min(...times);
  if (next > LONGEST_PAUSE) return false;
  await pause(next, signal);
  return true;
}

async function leaveToWindow(): Promise<TaskRow[]> {
  const left: TaskRow[] = [];
  for (const { id, state } of await listAllTasks()) {
    if (!isDue(state, Infinity)) continue;
    const row = await changeTask(id, waitForWindow);
    if (row && isDue(row.state, Infinity)) left.push(row);
  }
  return left;
}

function waitForWindow(row: TaskRow): TaskRow | undefined {
  const isAtTurn = row.state.state === 'waiting' && row.state.reason === 'turn';
  return isAtTurn ? stepTask(row, { type: 'wait', reason: 'window' }) : undefined;
}
