import { onChange } from '../store/changes.ts';
import type { TaskRow, TransferConditions } from '../store/schema.ts';
import { changeSession, openSession, readSession } from '../store/sessions.ts';
import type { TaskState } from '../store/task-state.ts';
import { addTasks, changeTask, listTasks } from '../store/tasks.ts';
import { Alarm } from './alarm.ts';
import { type AnswerOptions, answerChallenge, cancelChallenge } from './answer-challenge.ts';
import { askForSync, needsPage } from './ask-for-sync.ts';
import { BackgroundFetchEngine, type TransferIcon } from './background-fetch-engine.ts';
import { newChallenge } from './challenge.ts';
import { changeConditions, type ConditionsChange } from './conditions.ts';
import type { Credential } from './credentials.ts';
import { digestInWorker } from './digest-in-worker.ts';
import type { TransferEngine } from './engine.ts';
import { onEnvironmentChange } from './environment.ts';
import {
  SessionChangeEvent,
  type SessionEventMap,
  SessionIdleEvent,
  TaskChallengeEvent,
  TaskCompleteEvent,
  TaskFinishEvent,
  TaskProgressEvent,
  TaskResumeEvent,
  TaskWaitingEvent,
} from './events.ts';
import { FetchEngine } from './fetch-engine.ts';
import type { AcceptFile, Acceptance } from './finish.ts';
import { keepConditions } from './keep-conditions.ts';
import { type DownloadOptions, newDownload } from './new-download.ts';
import type { TaskEvent } from './next-state.ts';
import { Queue } from './queue.ts';
import { compareInQueue } from './queue-order.ts';
import { keepReconciled } from './reconcile.ts';
import { SessionRuns, rememberSpeed } from './session-runs.ts';
import { shakeOffPause } from './shake-off-pause.ts';
import { takeCredential } from './split-credential.ts';
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

/**
 * A named set of transfers that outlives every page. Opening the same identifier again, in any page or after a
 * relaunch, gives the same tasks back. Mirrors `URLSession` with a background configuration.
 *
 * @fires {TaskProgressEvent} taskprogress
 * @fires {TaskResumeEvent} taskresume
 * @fires {TaskWaitingEvent} taskwaiting
 * @fires {TaskChallengeEvent} taskchallenge
 * @fires {TaskFinishEvent} taskfinish
 * @fires {TaskCompleteEvent} taskcomplete
 * @fires {SessionChangeEvent} sessionchange
 * @fires {SessionIdleEvent} sessionidle
 */
export class TransferSession extends TypedEventTarget<SessionEventMap> {
  readonly identifier: string;
  readonly #engines: readonly TransferEngine[];
  readonly #acceptance: Acceptance;
  readonly #registration: ServiceWorkerRegistration | undefined;
  readonly #lifetime = new AbortController();
  readonly #tasks = new Map<string, TransferTask>();
  readonly #runs: SessionRuns;
  readonly #queue: Queue;
  readonly #alarm = new Alarm(() => void this.#refresh());
  #conditions: TransferConditions = {};
  #refreshing: Promise<void> = Promise.resolve();

  private constructor(identifier: string, { registration, icons = [], accept = acceptAny }: SessionOptions) {
    super();
    const { signal } = this.#lifetime;
    const browser = new BackgroundFetchEngine(registration, icons);
    const isBrowserBusy = (): boolean => browser.isAvailable && this.#isRunningBy('background-fetch');
    this.identifier = identifier;
    const acceptance = { accept, digest: (file: Blob) => digestInWorker(file, signal) };
    this.#acceptance = acceptance;
    this.#registration = registration;
    this.#engines = [browser, new FetchEngine({ acceptance, isBrowserBusy })];
    this.#queue = new Queue({ sessionId: identifier, engines: this.#engines, signal }, acceptance);
    this.#runs = new SessionRuns({ engines: this.#engines, acceptance, task: (id) => this.task(id), signal });
  }

  /**
   * Opens a session and takes up all its tasks where they are.
   *
   * @param identifier unique on this origin.
   */
  static async open(identifier: string, options: SessionOptions = {}): Promise<TransferSession> {
    const { conditions } = await openSession(identifier);
    const session = new TransferSession(identifier, options);
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

  /** Suspends every task that runs or waits. */
  async suspendAll(): Promise<void> {
    const ids = [...this.#tasksIn('waiting'), ...this.#tasksIn('running')].map(({ id }) => id);
    await this.#stop(ids, { type: 'suspend' });
  }

  /** Resumes every suspended task, in the order of the queue. */
  async resumeAll(): Promise<void> {
    for (const task of this.#tasksIn('suspended')) await task.resume();
  }

  /**
   * A new download, suspended until `resume()`, as in `URLSession`.
   *
   * @param url absolute http(s) address; a user and password in it are kept for when its server asks, in memory. See
   * `parseAddress()` for what people type.
   * @throws {TypeError} when it is not such an address, or the digest is no SHA-256.
   * @throws {RangeError} when a condition's number is out of its bounds.
   */
  async downloadTask(url: URL, options?: DownloadOptions): Promise<TransferTask> {
    assertHttp(url.protocol);
    const row = newDownload(this.identifier, await takeCredential(url), options);
    await addTasks([row]);
    await this.#refresh();
    const task = this.#tasks.get(row.id);
    if (!task) throw new TypeError(`The task for ${row.request.url} was removed while it was being made`);
    return task;
  }

  /** New downloads that wait for their turn at once: all of them, though the page go the moment after, or none. */
  async startDownloads(wanted: readonly ({ readonly url: URL } & DownloadOptions)[]): Promise<void> {
    for (const { url } of wanted) assertHttp(url.protocol);
    const rows: TaskRow[] = [];
    for (const { url, ...options } of wanted) {
      rows.push(newDownload(this.identifier, await takeCredential(url), options));
    }
    await addTasks(rows.map((row) => stepTask(row, { type: 'resume' }) ?? row));
  }

  /**
   * Signs in where a task waits for it; all tasks that wait for the same protection space go on.
   *
   * @throws {TypeError} when no header can carry the credential.
   */
  async answerChallenge({ id }: TransferTask, credential: Credential, options: AnswerOptions): Promise<void> {
    await answerChallenge(id, credential, options);
  }

  /** Doesn't sign in: the task fails with the code `sign-in`. Mirrors `.cancelAuthenticationChallenge`. */
  async cancelChallenge({ id }: TransferTask): Promise<void> {
    await cancelChallenge(id);
  }

  /** The page's address changed, which holds the browser's transfers up: see `shakeOffPause()`. */
  async afterNavigation(): Promise<void> {
    for (const engine of this.#engines) {
      if (engine.kind === 'background-fetch') await shakeOffPause(engine, this.#acceptance);
    }
  }

  /** Lets go of the session in this page; transfers by the browser go on. */
  close(): void {
    this.#lifetime.abort();
    this.#alarm.set(undefined);
  }

  async #takeUp(): Promise<void> {
    const { signal } = this.#lifetime;
    onChange((change) => void ((change === 'tasks' || change === 'sessions') && this.#refresh()), signal);
    // Room is made in many ways; one is that a document went.
    onChange((change) => void (change === 'documents' && this.#tryForRoom()), signal);
    onEnvironmentChange(() => void this.#refresh(), signal);
    await this.#refresh();
    void keepReconciled(this.#engines, this.identifier, signal);
    void this.#tryForRoom();
  }

  /** One look at a time, and one more for whatever was said meanwhile; one that failed doesn't end them. */
  #refresh(): Promise<void> {
    const look = (): Promise<void> => this.#look();
    this.#refreshing = this.#refreshing.then(look, look);
    return this.#refreshing;
  }

  async #look(): Promise<void> {
    if (this.#lifetime.signal.aborted) return;
    const wasBusy = this.#isBusy();
    const rows = await listTasks(this.identifier);
    this.#conditions = (await readSession(this.identifier))?.conditions ?? {};
    const kept = new Set(rows.map((row) => row.id));
    for (const id of this.#tasks.keys()) if (!kept.has(id)) this.#tasks.delete(id);
    for (const row of rows) this.#follow(row);
    this.#runs.look(rows);
    this.dispatchEvent(new SessionChangeEvent());
    if (wasBusy && !this.#isBusy()) this.dispatchEvent(new SessionIdleEvent());
    const context = { engines: this.#engines, acceptance: this.#acceptance };
    const { rows: free, next } = await keepConditions(this.#conditions, rows, context);
    this.#queue.look(free);
    this.#alarm.set(next);
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
    const stop = (ids: readonly string[], event: TaskEvent) => this.#stop(ids, event);
    const task = new TransferTask(row, { stop, reorder: () => this.#queue.reorder() });
    this.#tasks.set(task.id, task);
    task.addEventListener('taskprogress', () => this.dispatchEvent(new TaskProgressEvent(task)));
  }

  #announce(task: TransferTask, before: TaskState): void {
    const { state, row } = task;
    const both = (event: () => Event): void => void (task.dispatchEvent(event()), this.dispatchEvent(event()));
    const challenge = newChallenge(before, state);
    if (challenge) both(() => new TaskChallengeEvent(task, challenge));
    if (isSameNews(state, before)) return;
    if (needsPage(state)) void askForSync(this.#registration);
    if (state.state === 'waiting') both(() => new TaskWaitingEvent(task, state.reason));
    if (state.state === 'running' && row.bytesStored > 0) both(() => new TaskResumeEvent(task, row.bytesStored));
    if (state.state === 'failed') both(() => new TaskCompleteEvent(task, state));
    if (state.state !== 'completed') return;
    both(() => new TaskFinishEvent(task));
    both(() => new TaskCompleteEvent(task));
  }

  async #tryForRoom(): Promise<void> {
    for (const { id, state } of this.#tasksIn('waiting')) {
      if (state.state !== 'waiting' || state.reason !== 'room') continue;
      await changeTask(id, (row) => stepTask(row, { type: 'wait', reason: 'turn' }));
    }
  }

  async #stop(ids: readonly string[], event: TaskEvent): Promise<void> {
    await stopTasks(ids, event, { engines: this.#engines, acceptance: this.#acceptance });
  }

  #tasksIn(state: TaskState['state']): TransferTask[] {
    return this.tasks.filter((task) => task.state.state === state);
  }

  #isRunningBy(engine: TransferEngine['kind']): boolean {
    return [...this.#tasks.values()].some(({ state }) => state.state === 'running' && state.engine === engine);
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

function assertHttp(protocol: string): void {
  if (!/^https?:$/u.test(protocol)) throw new TypeError(`Expected an http(s) address, got ${protocol}`);
}

function acceptAny(): Promise<undefined> {
  return Promise.resolve(undefined);
}
