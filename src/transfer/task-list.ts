import type { TaskRow } from '../store/schema.ts';
import type { TaskState } from '../store/task-state.ts';
import { announceState } from './announce-state.ts';
import { askForSync, needsPage } from './ask-for-sync.ts';
import { TaskProgressEvent } from './events.ts';
import { compareInQueue } from './queue-order.ts';
import { rememberSpeed } from './session-runs.ts';
import { type TaskContext, TransferTask } from './transfer-task.ts';

interface TaskListOptions {
  readonly context: TaskContext;
  /** Where events of tasks are heard, too. */
  readonly session: EventTarget;
  readonly registration: ServiceWorkerRegistration | undefined;
}

/** The tasks of a session, kept like their rows: one object a task for as long as it lives. */
export class TaskList {
  readonly #options: TaskListOptions;
  readonly #tasks = new Map<string, TransferTask>();
  /** As long as nothing was updated. */
  #inOrder: readonly TransferTask[] | undefined;

  constructor(options: TaskListOptions) {
    this.#options = options;
  }

  get(id: string): TransferTask | undefined {
    return this.#tasks.get(id);
  }

  inQueueOrder(): readonly TransferTask[] {
    this.#inOrder ??= [...this.#tasks.values()].toSorted((a, b) => compareInQueue(a.row, b.row));
    return this.#inOrder;
  }

  in(state: TaskState['state']): readonly TransferTask[] {
    return this.inQueueOrder().filter((task) => task.state.state === state);
  }

  /** Whether something runs, or will. */
  get isBusy(): boolean {
    return [...this.#tasks.values()].some(({ state }) => state.state === 'running' || state.state === 'waiting');
  }

  isRunningBy(engine: 'background-fetch' | 'fetch'): boolean {
    return [...this.#tasks.values()].some(({ state }) => state.state === 'running' && state.engine === engine);
  }

  /** Of all tasks, in no order. */
  get rows(): readonly TaskRow[] {
    return Array.from(this.#tasks.values(), ({ row }) => row);
  }

  /**
   * @param rows those that there are now: of all tasks, or of these.
   * @param ids which were read; absent: all.
   */
  update(rows: readonly TaskRow[], ids: Iterable<string> = this.#tasks.keys()): void {
    const kept = new Set(rows.map(({ id }) => id));
    for (const id of ids) if (!kept.has(id)) this.#tasks.delete(id);
    this.#inOrder = undefined;
    for (const row of rows) this.#follow(row);
  }

  #follow(row: TaskRow): void {
    const task = this.#tasks.get(row.id);
    if (!task) return this.#adopt(row);
    const { registration, session } = this.#options;
    const before = task.state;
    if (before.state === 'running' && row.state.state !== 'running') rememberSpeed(task);
    task.update(row);
    if (before.state !== row.state.state && needsPage(row.state)) void askForSync(registration);
    announceState(task, before, session);
  }

  #adopt(row: TaskRow): void {
    const { context, session } = this.#options;
    const task = new TransferTask(row, context);
    this.#tasks.set(task.id, task);
    task.addEventListener('taskprogress', () => session.dispatchEvent(new TaskProgressEvent(task)));
  }
}
