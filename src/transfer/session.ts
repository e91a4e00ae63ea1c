import { onChange } from '../store/changes.ts';
import type { SessionRow, TaskRow } from '../store/schema.ts';
import { endFinishedSession, finishSession, isSameSession, openSession, readSession } from '../store/sessions.ts';
import { hasEnded } from '../store/task-state.ts';
import { type DownloadSource, addDownload } from './add-download.ts';
import { announceState } from './announce-state.ts';
import { BackgroundFetchEngine } from './background-fetch-engine.ts';
import { compareTasks } from './deal.ts';
import type { TransferEngine } from './engine.ts';
import {
  SessionChangeEvent,
  type SessionEventMap,
  SessionIdleEvent,
  SessionInvalidEvent,
  TaskProgressEvent,
} from './events.ts';
import { FetchEngine } from './fetch-engine.ts';
import { type AcceptFile, acceptAny } from './finish.ts';
import { goOn } from './go-on.ts';
import { invalidate } from './invalidate.ts';
import { Queue } from './queue.ts';
import { reconcile } from './reconcile.ts';
import { RetryAlarm } from './retry-alarm.ts';
import type { SessionOptions } from './session-options.ts';
import { SessionRuns, rememberSpeed } from './session-runs.ts';
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
 * @fires {SessionInvalidEvent} sessioninvalid - the last event of all
 */
export class TransferSession extends TypedEventTarget<SessionEventMap> {
  #row: SessionRow;
  readonly #engines: readonly TransferEngine[];
  readonly #accept: AcceptFile;
  readonly #lifetime = new AbortController();
  readonly #tasks = new Map<string, TransferTask>();
  readonly #runs: SessionRuns;
  readonly #queue: Queue;
  readonly #alarm = new RetryAlarm(() => void this.#refresh());
  #refreshing: Promise<void> = Promise.resolve();

  private constructor(row: SessionRow, { registration, icons = [], accept = acceptAny }: SessionOptions) {
    super();
    const { signal } = this.#lifetime;
    const browser = new BackgroundFetchEngine(registration, icons);
    const isBrowserBusy = (): boolean => browser.isAvailable && this.#isRunningBy('background-fetch');
    this.#row = row;
    this.#accept = accept;
    this.#engines = [browser, new FetchEngine({ accept, isBrowserBusy })];
    this.#queue = new Queue({ sessionId: row.id, engines: this.#engines, signal }, accept);
    this.#runs = new SessionRuns({ engines: this.#engines, accept, task: (id) => this.task(id), signal });
  }

  /**
   * Opens a session and takes up all its tasks where they are. The name of one that was invalidated is free again: this
   * makes a new session of it, and what the old one still had goes; documents stay.
   *
   * @param identifier unique on this origin.
   */
  static async open(identifier: string, options: SessionOptions = {}): Promise<TransferSession> {
    const session = new TransferSession(await openSession(identifier), options);
    await session.#takeUp();
    return session;
  }

  get identifier(): string {
    return this.#row.id;
  }

  /** `valid`; `finishing`: takes no new tasks; `invalid`: over, for good. */
  get state(): SessionRow['state'] {
    return this.#row.state;
  }

  /** All tasks in the order of the queue. */
  get tasks(): readonly TransferTask[] {
    return [...this.#tasks.values()].toSorted((a, b) => compareTasks(a.row, b.row));
  }

  task(id: string): TransferTask | undefined {
    return this.#tasks.get(id);
  }

  /**
   * A new download, suspended until `resume()`, as in `URLSession`: of an address, or one that goes on with what a
   * canceled task has kept. Resume data whose bytes are gone is as good as its address: all begins anew.
   *
   * @param source absolute http(s) address without credentials (see `parseAddress()` for what people type), or what
   * `task.cancel({ producingResumeData: true })` returned.
   * @throws {TypeError} when it is neither.
   * @throws {DOMException} `InvalidStateError` when the session takes no more tasks; `QuotaExceededError` when there is
   * no room to move the bytes: they stay with the canceled task.
   */
  async downloadTask(source: DownloadSource): Promise<TransferTask> {
    const { id, request } = await addDownload(this.#row, source);
    await this.#refresh();
    const task = this.#tasks.get(id);
    if (!task) throw new TypeError(`The task for ${request.url} was removed while it was being made`);
    return task;
  }

  /** Takes no new tasks from now on, in any page; when the last has ended the session is over: `sessioninvalid`. */
  async finishTasksAndInvalidate(): Promise<void> {
    await finishSession(this.#row);
    await this.#refresh();
  }

  /** Cancels all tasks, lets their bytes go, and ends the session: `sessioninvalid`. Files that are complete stay. */
  async invalidateAndCancel(): Promise<void> {
    await invalidate(this.#row, this.#engines);
    await this.#refresh();
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
    const { session, tasks: rows } = await readSession(this.identifier);
    if (!session || !isSameSession(session, this.#row)) return this.#end(); // Its name was given to a new one.
    this.#row = session;
    const kept = new Set(rows.map((row) => row.id));
    for (const id of this.#tasks.keys()) if (!kept.has(id)) this.#tasks.delete(id);
    for (const row of rows) this.#follow(row);
    this.#runs.look(rows);
    this.dispatchEvent(new SessionChangeEvent());
    if (wasBusy && !this.#isBusy()) this.dispatchEvent(new SessionIdleEvent());
    if (session.state === 'invalid') return this.#end();
    if (session.state === 'finishing' && rows.every(({ state }) => hasEnded(state))) void endFinishedSession(session);
    this.#queue.look(rows);
    this.#alarm.look(rows, Date.now());
  }

  #end(): void {
    this.#row = { ...this.#row, state: 'invalid' };
    this.close();
    this.dispatchEvent(new SessionInvalidEvent());
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
    const task = new TransferTask(row, context);
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
