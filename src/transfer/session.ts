import { onChange } from '../store/changes.ts';
import type { TaskRow } from '../store/schema.ts';
import { openSession } from '../store/sessions.ts';
import { addTask, listTasks } from '../store/tasks.ts';
import { announceState } from './announce-state.ts';
import { BackgroundFetchEngine } from './background-fetch-engine.ts';
import { compareTasks } from './deal.ts';
import type { TransferEngine } from './engine.ts';
import { SessionChangeEvent, type SessionEventMap, SessionIdleEvent, TaskProgressEvent } from './events.ts';
import { FetchEngine } from './fetch-engine.ts';
import type { AcceptFile } from './finish.ts';
import { goOn } from './go-on.ts';
import { newDownload } from './new-download.ts';
import { Queue } from './queue.ts';
import { reconcile } from './reconcile.ts';
import { RetryAlarm } from './retry-alarm.ts';
import type { SessionOptions } from './session-options.ts';
import { SessionRuns, rememberSpeed } from './session-runs.ts';
import { stopTasks } from './stop-tasks.ts';
import { TransferTask } from './transfer-task.ts';
import { TypedEventTarget } from './typed-event-target.ts';

/**
 * A named set of transfers that outlives every page. Opening the same identifier again, in any page or after a
 * relaunch, gives the same tasks back. Mirrors `URLSession` with a background configuration.
 *
 * @fires {TaskProgressEvent} taskprogress
 * @fires {TaskResumeEvent} taskresume
 * @fires {TaskWaitingEvent} taskwaiting
 * @fires {TaskFinishEvent} taskfinish
 * @fires {TaskCompleteEvent} taskcomplete
 * @fires {SessionChangeEvent} sessionchange
 * @fires {SessionIdleEvent} sessionidle
 */
export class TransferSession extends TypedEventTarget<SessionEventMap> {
  readonly identifier: string;
  readonly #engines: readonly TransferEngine[];
  readonly #accept: AcceptFile;
  readonly #lifetime = new AbortController();
  readonly #tasks = new Map<string, TransferTask>();
  readonly #runs: SessionRuns;
  readonly #queue: Queue;
  readonly #alarm = new RetryAlarm(() => void this.#refresh());
  #refreshing: Promise<void> = Promise.resolve();

  private constructor(identifier: string, { registration, icons = [], accept = acceptAny }: SessionOptions) {
    super();
    const { signal } = this.#lifetime;
    const browser = new BackgroundFetchEngine(registration, icons);
    const isBrowserBusy = (): boolean => browser.isAvailable && this.#isRunningBy('background-fetch');
    this.identifier = identifier;
    this.#accept = accept;
    this.#engines = [browser, new FetchEngine({ accept, isBrowserBusy })];
    this.#queue = new Queue({ sessionId: identifier, engines: this.#engines, signal }, accept);
    this.#runs = new SessionRuns({ engines: this.#engines, accept, task: (id) => this.task(id), signal });
  }

  /**
   * Opens a session and takes up all its tasks where they are.
   *
   * @param identifier unique on this origin.
   */
  static async open(identifier: string, options: SessionOptions = {}): Promise<TransferSession> {
    await openSession(identifier);
    const session = new TransferSession(identifier, options);
    await session.#takeUp();
    return session;
  }

  /** All tasks in the order of the queue. */
  get tasks(): readonly TransferTask[] {
    return [...this.#tasks.values()].toSorted((a, b) => compareTasks(a.row, b.row));
  }

  task(id: string): TransferTask | undefined {
    return this.#tasks.get(id);
  }

  /**
   * A new download, suspended until `resume()`, as in `URLSession`.
   *
   * @param url absolute http(s) address without credentials; see `parseAddress()` for what people type.
   * @throws {TypeError} when it is not such an address.
   */
  async downloadTask(url: URL): Promise<TransferTask> {
    if (!/^https?:$/u.test(url.protocol)) throw new TypeError(`Expected an http(s) address, got ${url.protocol}`);
    const row = newDownload(this.identifier, url);
    await addTask(row);
    await this.#refresh();
    const task = this.#tasks.get(row.id);
    if (!task) throw new TypeError(`The task for ${url.href} was removed while it was being made`);
    return task;
  }

  /** Lets go of the session in this page; transfers by the browser go on. */
  close(): void {
    this.#lifetime.abort();
    this.#alarm.stop();
  }

  async #takeUp(): Promise<void> {
    const { signal } = this.#lifetime;
    onChange((change) => void (change === 'tasks' && this.#refresh()), signal);
    // Room is made in many ways; one is that a document went.
    onChange((change) => void (change === 'documents' && goOn(this.tasks, 'room')), signal);
    globalThis.addEventListener('online', () => void goOn(this.tasks, 'connectivity'), { signal });
    await this.#refresh();
    void reconcile(this.#engines, this.identifier, signal);
    void goOn(this.tasks, 'room');
    if (navigator.onLine) void goOn(this.tasks, 'connectivity');
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
    const kept = new Set(rows.map((row) => row.id));
    for (const id of this.#tasks.keys()) if (!kept.has(id)) this.#tasks.delete(id);
    for (const row of rows) this.#follow(row);
    this.#runs.look(rows);
    this.dispatchEvent(new SessionChangeEvent());
    if (wasBusy && !this.#isBusy()) this.dispatchEvent(new SessionIdleEvent());
    this.#queue.look(rows);
    this.#alarm.look(rows, Date.now());
  }

  #follow(row: TaskRow): void {
    const task = this.#tasks.get(row.id);
    if (!task) return this.#adopt(row);
    const before = task.state;
    if (before.state === 'running' && row.state.state !== 'running') rememberSpeed(task);
    task.update(row);
    announceState(task, before, this);
  }

  #adopt(row: TaskRow): void {
    const context = { engines: this.#engines, accept: this.#accept };
    const task = new TransferTask(row, (ids, event) => stopTasks(ids, event, context));
    this.#tasks.set(task.id, task);
    task.addEventListener('taskprogress', () => this.dispatchEvent(new TaskProgressEvent(task)));
  }

  #isRunningBy(engine: TransferEngine['kind']): boolean {
    return [...this.#tasks.values()].some(({ state }) => state.state === 'running' && state.engine === engine);
  }

  #isBusy(): boolean {
    return [...this.#tasks.values()].some(({ state }) => state.state === 'running' || state.state === 'waiting');
  }
}

function acceptAny(): Promise<undefined> {
  return Promise.resolve(undefined);
}
