import type { TaskRow } from '../store/schema.ts';
import { changeTask } from '../store/tasks.ts';
import type { Acceptance } from './finish.ts';
import { compareInQueue } from './queue-order.ts';
import { isDue } from './is-due.ts';
import { prepare } from './prepare.ts';
import { type QueueContext, reorder, startRuns } from './start-runs.ts';
import { stepTask } from './step-task.ts';

/** Servers that are looked at at a time; browsers open no more connections to one. */
const LOOKS = 6;

/** A server that takes longer to be looked at than this lets those behind it go first, in ms. */
const PATIENCE = 1_500;

/** One page's part in the queue: looks at the servers of waiting tasks and deals those that are ready. */
export class Queue {
  readonly #context: QueueContext;
  readonly #acceptance: Acceptance;
  /** Since when, by `performance.now()`. */
  readonly #preparing = new Map<string, number>();
  readonly #prepared = new Set<string>();
  #rows: readonly TaskRow[] = [];
  #ready: ReadonlySet<string> = new Set();
  #isDealing = false;
  #isDealWanted = false;

  constructor(context: Omit<QueueContext, 'isReady'>, acceptance: Acceptance) {
    this.#context = { ...context, isReady: (taskId) => this.#ready.has(taskId) };
    this.#acceptance = acceptance;
  }

  /** @param rows all tasks of the session, as they are now. */
  look(rows: readonly TaskRow[]): void {
    if (this.#context.signal.aborted) return;
    this.#rows = rows;
    const now = Date.now();
    const due = rows.filter(({ state }) => isDue(state, now));
    for (const row of rows) if (!isStillPrepared(row)) this.#prepared.delete(row.id);
    for (const row of due) if (!isAtTurn(row)) void letTurnCome(row.id);
    const inOrder = due.filter((row) => isAtTurn(row)).toSorted(compareInQueue);
    this.#prepareNext(inOrder);
    this.#ready = this.#readyOf(inOrder);
    if (this.#ready.size > 0) this.#deal();
  }

  /** A task was moved: what runs before it and should not starts anew behind it. */
  async reorder(movedId: string): Promise<void> {
    await reorder(movedId, this.#context);
  }

  /** Browsers take runs in the order in which they are started, so who comes first is waited for, for a while. */
  #readyOf(inOrder: readonly TaskRow[]): ReadonlySet<string> {
    const now = performance.now();
    const end = inOrder.findIndex(
      ({ id }) => !this.#prepared.has(id) && now - (this.#preparing.get(id) ?? now) < PATIENCE,
    );
    const first = end === -1 ? inOrder : inOrder.slice(0, end);
    return new Set(first.flatMap(({ id }) => (this.#prepared.has(id) ? [id] : [])));
  }

  #prepareNext(due: readonly TaskRow[]): void {
    for (const row of due) {
      if (this.#preparing.size >= LOOKS) return;
      if (this.#preparing.has(row.id) || this.#prepared.has(row.id)) continue;
      this.#preparing.set(row.id, performance.now());
      setTimeout(() => this.look(this.#rows), PATIENCE);
      void this.#prepare(row);
    }
  }

  async #prepare(row: TaskRow): Promise<void> {
    const { signal } = this.#context;
    const remote = await prepare(row, { acceptance: this.#acceptance, signal });
    this.#preparing.delete(row.id);
    if (remote) this.#prepared.add(row.id);
    // What the server said is in the row, which may not have been read again yet; else it would be asked once more. One
    // that isn't ready changed its row: the next look at all of them knows.
    this.look(
      this.#rows.flatMap((each) => {
        if (each.id !== row.id) return [each];
        return remote ? [{ ...each, remote }] : [];
      }),
    );
  }

  /** One deal at a time, and one more for whatever got ready meanwhile. */
  #deal(): void {
    this.#isDealWanted = true;
    if (!this.#isDealing) void this.#dealOut();
  }

  async #dealOut(): Promise<void> {
    this.#isDealing = true;
    try {
      while (this.#isDealWanted && !this.#context.signal.aborted) {
        this.#isDealWanted = false;
        await startRuns(this.#context);
      }
    } catch (error) {
      if (!this.#context.signal.aborted) throw error; // The page goes; the tasks still wait.
    } finally {
      this.#isDealing = false;
    }
  }
}

/** After a failure, or when its file changed, a server is looked at again. */
function isStillPrepared({ state, remote }: TaskRow): boolean {
  if (remote === undefined) return false;
  return state.state === 'running' || isAtTurn({ state });
}

function isAtTurn({ state }: Pick<TaskRow, 'state'>): boolean {
  return state.state === 'waiting' && state.reason === 'turn';
}

/** What it waited for is over. */
async function letTurnCome(taskId: string): Promise<void> {
  await changeTask(taskId, (row) => {
    if (isAtTurn(row) || !isDue(row.state, Date.now())) return undefined;
    return stepTask(row, { type: 'wait', reason: 'turn' });
  });
}
