import { onChange } from '../store/changes.ts';
import type { TaskRow } from '../store/schema.ts';
import { openSession } from '../store/sessions.ts';
import type { PlainReason, TaskState } from '../store/task-state.ts';
import { addTasks, changeTask, listTasks } from '../store/tasks.ts';
import { BackgroundFetchEngine, type TransferIcon } from './background-fetch-engine.ts';
import { compareTasks } from './deal.ts';
import type { TransferEngine } from './engine.ts';
import {
  SessionChangeEvent,
  type SessionEventMap,
  SessionIdleEvent,
  TaskCompleteEvent,
  TaskFinishEvent,
  TaskProgressEvent,
  TaskResumeEvent,
  TaskWaitingEvent,
} from './events.ts';
import { FetchEngine } from './fetch-engine.ts';
import type { AcceptFile } from './finish.ts';
import { newDownload } from './new-download.ts';
import { Queue } from './queue.ts';
import { keepReconciled } from './reconcile.ts';
import { SessionRuns, rememberSpeed } from './session-runs.ts';
import { stepTask } from './step-task.ts';
import { stopTasks } from './stop-tasks.ts';
import { TransferTask } from './transfer-task.ts';
import { TypedEventTarget } from './typed-event-target.ts';

export interface SessionOptions {
  /** The app's service worker, whose Background Fetch carries on without a page; without one, `fetch()` does its best. */
  readonly registration?: ServiceWorkerRegistration | undefined;
  /** What the browser shows beside a running transfer. */
  readonly icons?: readonly TransferIcon[];
  /** The app's say on a received file; by default the session keeps every file. */
  readonly accept?: AcceptFile;
}

/** So long after a document went its room can be used, in ms: Chromium counts it as free half a second later. */
const ROOM_DELAY = 2_000;

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
  #alarm: ReturnType<typeof setTimeout> | undefined;
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
    assertHttp(url.protocol);
    const row = newDownload(this.identifier, url);
    await addTasks([row]);
    await this.#refresh();
    const task = this.#tasks.get(row.id);
    if (!task) throw new TypeError(`The task for ${url.href} was removed while it was being made`);
    return task;
  }

  /** New downloads that wait for their turn at once: all of them, though the page go the moment after, or none. */
  async startDownloads(urls: readonly URL[]): Promise<void> {
    for (const { protocol } of urls) assertHttp(protocol);
    const rows = urls.map((url) => newDownload(this.identifier, url));
    await addTasks(rows.map((row) => stepTask(row, { type: 'resume' }) ?? row));
  }

  /** Lets go of the session in this page; transfers by the browser go on. */
  close(): void {
    this.#lifetime.abort();
    clearTimeout(this.#alarm);
  }

  async #takeUp(): Promise<void> {
    const { signal } = this.#lifetime;
    onChange((change) => void (change === 'tasks' && this.#refresh()), signal);
    // Room is made in many ways; one is that a document went.
    onChange(
      (change) => void (change === 'documents' && setTimeout(() => void this.#goOn('room'), ROOM_DELAY)),
      signal,
    );
    globalThis.addEventListener('online', () => void this.#goOn('connectivity'), { signal });
    await this.#refresh();
    void keepReconciled(this.#engines, this.identifier, signal);
    void this.#goOn('room');
    if (navigator.onLine) void this.#goOn('connectivity');
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
    this.#wakeForRetry(rows, Date.now());
  }

  #follow(row: TaskRow): void {
    const task = this.#tasks.get(row.id);
    if (!task) return this.#adopt(row);
    const before = task.state;
    if (before.state === 'running' && row.state.state !== 'running') rememberSpeed(task);
    task.update(row);
    this.#announce(task, before);
  }

  #adopt(row: TaskRow): void {
    const context = { engines: this.#engines, accept: this.#accept };
    const task = new TransferTask(row, (ids, event) => stopTasks(ids, event, context));
    this.#tasks.set(task.id, task);
    task.addEventListener('taskprogress', () => this.dispatchEvent(new TaskProgressEvent(task)));
  }

  #announce(task: TransferTask, before: TaskState): void {
    const { state, row } = task;
    if (state.state === before.state) return;
    const both = (event: () => Event): void => void (task.dispatchEvent(event()), this.dispatchEvent(event()));
    if (state.state === 'waiting') both(() => new TaskWaitingEvent(task, state.reason));
    if (state.state === 'running' && row.bytesStored > 0) both(() => new TaskResumeEvent(task, row.bytesStored));
    if (state.state === 'failed') both(() => new TaskCompleteEvent(task, state));
    if (state.state !== 'completed') return;
    both(() => new TaskFinishEvent(task));
    both(() => new TaskCompleteEvent(task));
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

  /** What these tasks waited for may be there: another try tells. */
  async #goOn(reason: PlainReason): Promise<void> {
    for (const { id, state } of this.#tasks.values()) {
      if (state.state !== 'waiting' || state.reason !== reason) continue;
      await changeTask(id, (row) => stepTask(row, { type: 'wait', reason: 'turn' }));
    }
  }

  #isRunningBy(engine: TransferEngine['kind']): boolean {
    return [...this.#tasks.values()].some(({ state }) => state.state === 'running' && state.engine === engine);
  }

  #isBusy(): boolean {
    return [...this.#tasks.values()].some(({ state }) => state.state === 'running' || state.state === 'waiting');
  }
}

function assertHttp(protocol: string): void {
  if (!/^https?:$/u.test(protocol)) throw new TypeError(`Expected an http(s) address, got ${protocol}`);
}

function acceptAny(): Promise<undefined> {
  return Promise.resolve(undefined);
}
