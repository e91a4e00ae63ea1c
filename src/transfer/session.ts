import { onChange } from '../store/changes.ts';
import type { TaskRow, TransferConditions } from '../store/schema.ts';
import { changeSession, openSession, readSession } from '../store/sessions.ts';
import type { TaskState } from '../store/task-state.ts';
import { addTask, listTasks } from '../store/tasks.ts';
import { Alarm } from './alarm.ts';
import { changeConditions, type ConditionsChange } from './conditions.ts';
import type { TransferEngine } from './engine.ts';
import { onEnvironmentChange } from './environment.ts';
import {
  SessionChangeEvent,
  type SessionEventMap,
  SessionIdleEvent,
  TaskCompleteEvent,
  TaskFinishEvent,
  TaskProgressEvent,
  TaskWaitingEvent,
} from './events.ts';
import type { AcceptFile } from './finish.ts';
import { keepConditions } from './keep-conditions.ts';
import { launch } from './launch.ts';
import { type DownloadOptions, newDownload } from './new-download.ts';
import { compareInQueue } from './queue-order.ts';
import { reconcile } from './reconcile.ts';
import { TransferTask } from './transfer-task.ts';
import { TypedEventTarget } from './typed-event-target.ts';

/** Waiting tasks that are looked at ahead of their turn; as many as can run. */
const LOOK_AHEAD = 5;

/**
 * A named set of transfers that outlives every page. Opening the same identifier again, in any page or after a
 * relaunch, gives the same tasks back. Mirrors `URLSession` with a background configuration.
 *
 * @fires {TaskProgressEvent} taskprogress
 * @fires {TaskWaitingEvent} taskwaiting
 * @fires {TaskFinishEvent} taskfinish
 * @fires {TaskCompleteEvent} taskcomplete
 * @fires {SessionChangeEvent} sessionchange
 * @fires {SessionIdleEvent} sessionidle
 */
export class TransferSession extends TypedEventTarget<SessionEventMap> {
  readonly identifier: string;
  readonly #engine: TransferEngine;
  readonly #accept: AcceptFile;
  readonly #lifetime = new AbortController();
  readonly #tasks = new Map<string, TransferTask>();
  readonly #launching = new Set<string>();
  readonly #alarm = new Alarm(() => void this.#refresh());
  #conditions: TransferConditions = {};
  #refreshing: Promise<void> = Promise.resolve();

  private constructor(identifier: string, engine: TransferEngine, accept: AcceptFile) {
    super();
    this.#accept = accept;
    this.identifier = identifier;
    this.#engine = engine;
  }

  /**
   * Opens a session and takes up all its tasks where they are.
   *
   * @param identifier unique on this origin.
   * @param accept the app's say on a received file; by default the session keeps every file.
   */
  static async open(
    identifier: string,
    engine: TransferEngine,
    accept: AcceptFile = acceptAny,
  ): Promise<TransferSession> {
    const { conditions } = await openSession(identifier);
    const session = new TransferSession(identifier, engine, accept);
    session.#conditions = conditions;
    await session.#takeUp();
    return session;
  }

  /** All tasks in the order of the queue: by priority, then first come. */
  get tasks(): readonly TransferTask[] {
    return [...this.#tasks.values()].toSorted((a, b) => compareInQueue(a.row, b.row));
  }

  task(id: string): TransferTask | undefined {
    return this.#tasks.get(id);
  }

  /** When its tasks may run; a task's own conditions override these. As of the last look at the store. */
  get conditions(): TransferConditions {
    return this.#conditions;
  }

  /** @throws {RangeError} see `changeConditions()`. */
  async setConditions(change: ConditionsChange): Promise<void> {
    await changeSession(this.identifier, (row) => ({ ...row, conditions: changeConditions(row.conditions, change) }));
  }

  /** Suspends every task that runs or waits; those that wait first, so that none takes the place of one that ran. */
  async suspendAll(): Promise<void> {
    await Promise.all(this.#tasksIn('waiting').map((task) => task.suspend()));
    await Promise.all(this.#tasksIn('running').map((task) => task.suspend()));
  }

  /** Resumes every suspended task, in the order of the queue. */
  async resumeAll(): Promise<void> {
    for (const task of this.#tasksIn('suspended')) await task.resume();
  }

  /**
   * A new download, suspended until `resume()`, as in `URLSession`.
   *
   * @param url absolute http(s) address without credentials; see `parseAddress()` for what people type.
   * @throws {TypeError} when it is not such an address.
   * @throws {RangeError} when a condition's number is out of its bounds.
   */
  async downloadTask(url: URL, options?: DownloadOptions): Promise<TransferTask> {
    if (!/^https?:$/u.test(url.protocol)) throw new TypeError(`Expected an http(s) address, got ${url.protocol}`);
    const row = newDownload(this.identifier, url, options);
    await addTask(row);
    await this.#refresh();
    const task = this.#tasks.get(row.id);
    if (!task) throw new TypeError(`The task for ${url.href} was removed while it was being made`);
    return task;
  }

  /** Lets go of the session in this page; its transfers go on. */
  close(): void {
    this.#lifetime.abort();
    this.#alarm.set(undefined);
    for (const task of this.#tasks.values()) task.release();
  }

  async #takeUp(): Promise<void> {
    const { signal } = this.#lifetime;
    onChange((change) => void ((change === 'tasks' || change === 'sessions') && this.#refresh()), signal);
    onEnvironmentChange(() => void this.#refresh(), signal);
    await this.#refresh();
    void reconcile(this.#engine, this.identifier, signal);
  }

  /** One look at a time, and one more for whatever was said meanwhile. */
  #refresh(): Promise<void> {
    this.#refreshing = this.#refreshing.then(() => this.#look());
    return this.#refreshing;
  }

  async #look(): Promise<void> {
    if (this.#lifetime.signal.aborted) return;
    const wasBusy = this.#isBusy();
    const rows = await listTasks(this.identifier);
    this.#conditions = (await readSession(this.identifier))?.conditions ?? {};
    this.#forget(new Set(rows.map((row) => row.id)));
    for (const row of rows) this.#follow(row);
    this.dispatchEvent(new SessionChangeEvent());
    if (wasBusy && !this.#isBusy()) this.dispatchEvent(new SessionIdleEvent());
    const kept = await keepConditions(this.#conditions, rows, this.#engine);
    this.#launchWaiting(kept.rows);
    this.#alarm.set(kept.next);
  }

  #forget(kept: ReadonlySet<string>): void {
    for (const [id, task] of this.#tasks) {
      if (kept.has(id)) continue;
      task.release();
      this.#tasks.delete(id);
    }
  }

  #follow(row: TaskRow): void {
    const task = this.#tasks.get(row.id);
    if (!task) return this.#adopt(new TransferTask(row, this.#engine));
    const before = task.state;
    task.update(row);
    this.#announce(task, before);
  }

  #adopt(task: TransferTask): void {
    this.#tasks.set(task.id, task);
    task.addEventListener('taskprogress', () => this.dispatchEvent(new TaskProgressEvent(task)));
  }

  #announce(task: TransferTask, before: TaskState): void {
    const { state } = task;
    if (isSameNews(state, before)) return;
    const both = (event: () => Event): void => void (task.dispatchEvent(event()), this.dispatchEvent(event()));
    if (state.state === 'waiting') both(() => new TaskWaitingEvent(task, state.reason));
    if (state.state === 'failed') both(() => new TaskCompleteEvent(task, state));
    if (state.state !== 'completed') return;
    both(() => new TaskFinishEvent(task));
    both(() => new TaskCompleteEvent(task));
  }

  #launchWaiting(rows: readonly TaskRow[]): void {
    const now = Date.now();
    const waiting = rows.filter(({ state }) => isDue(state, now)).toSorted(compareInQueue);
    for (const row of waiting.slice(0, LOOK_AHEAD)) {
      if (this.#launching.has(row.id)) continue;
      this.#launching.add(row.id);
      const context = { engine: this.#engine, accept: this.#accept, signal: this.#lifetime.signal };
      void launch(row, context).finally(() => this.#launching.delete(row.id));
    }
  }

  #tasksIn(state: TaskState['state']): TransferTask[] {
    return this.tasks.filter((task) => task.state.state === state);
  }

  #isBusy(): boolean {
    return [...this.#tasks.values()].some(({ state }) => state.state === 'running' || state.state === 'waiting');
  }
}

/** What a task waits for is worth an event of its own. */
function isSameNews(state: TaskState, before: TaskState): boolean {
  const isSameReason = state.state !== 'waiting' || before.state !== 'waiting' || state.reason === before.reason;
  return state.state === before.state && isSameReason;
}

function isDue(state: TaskState, now: number): boolean {
  if (state.state !== 'waiting') return false;
  return state.reason === 'turn' || (state.reason === 'retry' && state.until <= now);
}

function acceptAny(): Promise<undefined> {
  return Promise.resolve(undefined);
}
