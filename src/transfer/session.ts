import { onChange } from '../store/changes.ts';
import type { TaskRow } from '../store/schema.ts';
import { openSession } from '../store/sessions.ts';
import type { TaskState } from '../store/task-state.ts';
import { addTask, changeTask, listTasks } from '../store/tasks.ts';
import type { TransferEngine } from './engine.ts';
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
import { launch } from './launch.ts';
import { type DownloadOptions, newDownload } from './new-download.ts';
import { reconcile } from './reconcile.ts';
import { stepTask } from './step-task.ts';
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
  #alarm: ReturnType<typeof setTimeout> | undefined;
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
    await openSession(identifier);
    const session = new TransferSession(identifier, engine, accept);
    await session.#takeUp();
    return session;
  }

  /** All tasks in the order of the queue. */
  get tasks(): readonly TransferTask[] {
    return [...this.#tasks.values()].toSorted((a, b) => a.row.position - b.row.position);
  }

  task(id: string): TransferTask | undefined {
    return this.#tasks.get(id);
  }

  /**
   * A new download, suspended until `resume()`, as in `URLSession`.
   *
   * @param url absolute http(s) address without credentials; see `parseAddress()` for what people type.
   * @throws {TypeError} when it is not such an address, or an option is not what it should be.
   */
  async downloadTask(url: URL, options: DownloadOptions = {}): Promise<TransferTask> {
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
    clearTimeout(this.#alarm);
    for (const task of this.#tasks.values()) task.release();
  }

  async #takeUp(): Promise<void> {
    const { signal } = this.#lifetime;
    onChange((change) => void (change === 'tasks' && this.#refresh()), signal);
    globalThis.addEventListener('online', () => void this.#retryConnectivity(), { signal });
    await this.#refresh();
    void reconcile(this.#engine, this.identifier, signal);
    if (navigator.onLine) void this.#retryConnectivity();
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
    this.#forget(new Set(rows.map((row) => row.id)));
    for (const row of rows) this.#follow(row);
    this.dispatchEvent(new SessionChangeEvent());
    if (wasBusy && !this.#isBusy()) this.dispatchEvent(new SessionIdleEvent());
    this.#launchWaiting(rows);
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
    if (state.state === before.state) return;
    const both = (event: () => Event): void => void (task.dispatchEvent(event()), this.dispatchEvent(event()));
    if (state.state === 'waiting') both(() => new TaskWaitingEvent(task, state.reason));
    if (state.state === 'failed') both(() => new TaskCompleteEvent(task, state));
    if (state.state !== 'completed') return;
    both(() => new TaskFinishEvent(task));
    both(() => new TaskCompleteEvent(task));
  }

  #launchWaiting(rows: readonly TaskRow[]): void {
    const now = Date.now();
    const waiting = rows.filter(({ state }) => isDue(state, now));
    for (const row of waiting.slice(0, LOOK_AHEAD)) {
      if (this.#launching.has(row.id)) continue;
      this.#launching.add(row.id);
      const context = { engine: this.#engine, accept: this.#accept, signal: this.#lifetime.signal };
      void launch(row, context).finally(() => this.#launching.delete(row.id));
    }
    this.#wakeForRetry(rows, now);
  }

  /** Looks again when the next wait is over. */
  #wakeForRetry(rows: readonly TaskRow[], now: number): void {
    clearTimeout(this.#alarm);
    const ends = rows.flatMap(({ state }) =>
      state.state === 'waiting' && state.reason === 'retry' ? [state.until] : [],
    );
    const next = Math.min(...ends.filter((end) => end > now));
    if (next !== Infinity) this.#alarm = setTimeout(() => void this.#refresh(), next - now);
  }

  async #retryConnectivity(): Promise<void> {
    for (const { id, state } of this.#tasks.values()) {
      if (state.state !== 'waiting' || state.reason !== 'connectivity') continue;
      await changeTask(id, (row) => stepTask(row, { type: 'wait', reason: 'turn' }));
    }
  }

  #isBusy(): boolean {
    return [...this.#tasks.values()].some(({ state }) => state.state === 'running' || state.state === 'waiting');
  }
}

function isDue(state: TaskState, now: number): boolean {
  if (state.state !== 'waiting') return false;
  return state.reason === 'turn' || (state.reason === 'retry' && state.until <= now);
}

function acceptAny(): Promise<undefined> {
  return Promise.resolve(undefined);
}
