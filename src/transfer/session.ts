import { onChange } from '../store/changes.ts';
import type { SessionRow, TransferConditions } from '../store/schema.ts';
import {
  changeSession,
  endFinishedSession,
  finishSession,
  isSameSession,
  openSession,
  readStoredSession,
} from '../store/sessions.ts';
import { hasEnded } from '../store/task-state.ts';
import { type DownloadSource, type WantedDownload, addDownload, addWaiting } from './add-download.ts';
import { Alarm } from './alarm.ts';
import { type AnswerOptions, answerChallenge, cancelChallenge } from './answer-challenge.ts';
import { BackgroundFetchEngine } from './background-fetch-engine.ts';
import { changeConditions, type ConditionsChange } from './conditions.ts';
import type { Credential } from './credentials.ts';
import { digestInWorker } from './digest-in-worker.ts';
import { onEnvironmentChange } from './environment.ts';
import { type SessionEventMap, SessionChangeEvent, SessionIdleEvent, SessionInvalidEvent } from './events.ts';
import { FetchEngine } from './fetch-engine.ts';
import { acceptAny } from './finish.ts';
import { invalidate } from './invalidate.ts';
import { keepConditions } from './keep-conditions.ts';
import type { DownloadOptions } from './new-download.ts';
import { Queue } from './queue.ts';
import { Looks } from './looks.ts';
import { keepTryingForRoom } from './keep-trying-for-room.ts';
import { keepReconciled } from './reconcile.ts';
import type { SessionOptions } from './session-options.ts';
import { resumeTasks } from './resume-tasks.ts';
import { SessionRuns } from './session-runs.ts';
import { shakeOffPause } from './shake-off-pause.ts';
import { removeTasks, stopTasks } from './stop-tasks.ts';
import { TaskList } from './task-list.ts';
import type { TaskContext, TransferTask } from './transfer-task.ts';
import { TypedEventTarget } from './typed-event-target.ts';

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
 * @fires {SessionInvalidEvent} sessioninvalid - the last event of all
 */
export class TransferSession extends TypedEventTarget<SessionEventMap> {
  #row: SessionRow;
  readonly #context: TaskContext;
  readonly #lifetime = new AbortController();
  readonly #tasks: TaskList;
  readonly #runs: SessionRuns;
  readonly #queue: Queue;
  readonly #looks = new Looks((ids) => this.#look(ids));
  readonly #alarm = new Alarm(() => void this.#looks.again([]));

  private constructor(row: SessionRow, { registration, icons = [], accept = acceptAny }: SessionOptions) {
    super();
    const { signal } = this.#lifetime;
    const browser = new BackgroundFetchEngine(registration, icons);
    const isBrowserBusy = (): boolean => browser.isAvailable && this.#tasks.isRunningBy('background-fetch');
    const acceptance = { accept, digest: (file: Blob) => digestInWorker(file, signal) };
    const engines = [browser, new FetchEngine({ acceptance, isBrowserBusy })];
    this.#row = row;
    this.#queue = new Queue({ sessionId: row.id, engines, signal }, acceptance);
    this.#runs = new SessionRuns({ engines, acceptance, task: (id) => this.task(id), signal });
    this.#context = {
      engines,
      acceptance,
      reorder: (movedId) => this.#queue.reorder(movedId),
      look: (ids) => this.#looks.again(ids),
    };
    this.#tasks = new TaskList({ context: this.#context, session: this, registration });
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

  /** When its tasks may run; a task's own conditions override these. As of the last look at the store. */
  get conditions(): TransferConditions {
    return this.#row.conditions;
  }

  /** All tasks in the order of the queue: by priority, then first come. */
  get tasks(): readonly TransferTask[] {
    return [...this.#tasks.inQueueOrder()];
  }

  task(id: string): TransferTask | undefined {
    return this.#tasks.get(id);
  }

  /**
   * A new download, suspended until `resume()`, as in `URLSession`: of an address, or one that goes on with what a
   * canceled task has kept. Resume data whose bytes are gone is as good as its address: all begins anew.
   *
   * @param source absolute http(s) address (see `parseAddress()` for what people type; a user and password in it are kept
   * in memory for when its server asks), or what `task.cancel({ producingResumeData: true })` returned.
   * @throws {TypeError} when it is neither, or the digest is no SHA-256.
   * @throws {RangeError} when a condition's number is out of its bounds.
   * @throws {DOMException} `InvalidStateError` when the session takes no more tasks; `QuotaExceededError` when there is
   * no room to move the bytes: they stay with the canceled task.
   */
  async downloadTask(source: DownloadSource, options?: DownloadOptions): Promise<TransferTask> {
    const { id, request } = await addDownload(this.#row, source, options);
    await this.#looks.again([id]);
    const task = this.#tasks.get(id);
    if (!task) throw new TypeError(`The task for ${request.url} was removed while it was being made`);
    return task;
  }

  /** New downloads that wait for their turn at once: all of them, though the page go the moment after, or none. */
  async startDownloads(wanted: readonly WantedDownload[]): Promise<void> {
    await addWaiting(this.#row, wanted);
  }

  /** @throws {RangeError} see `changeConditions()`. */
  async setConditions(change: ConditionsChange): Promise<void> {
    await changeSession(this.identifier, (row) => ({ ...row, conditions: changeConditions(row.conditions, change) }));
  }

  /** Suspends every task that runs or waits. */
  async suspendAll(): Promise<void> {
    const ids = [...this.#tasks.in('waiting'), ...this.#tasks.in('running')].map(({ id }) => id);
    await stopTasks(ids, { type: 'suspend' }, this.#context);
  }

  /** Resumes every suspended task, in the order of the queue. */
  async resumeAll(): Promise<void> {
    await resumeTasks(
      this.identifier,
      this.#tasks.in('suspended').map(({ id }) => id),
    );
  }

  /** Forgets many tasks at once, as `task.remove()` does one. */
  async removeTasks(tasks: readonly TransferTask[]): Promise<void> {
    await removeTasks(
      tasks.map(({ id }) => id),
      this.#context,
    );
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
    const { engines, acceptance } = this.#context;
    for (const engine of engines) if (engine.kind === 'background-fetch') await shakeOffPause(engine, acceptance);
  }

  /** Takes no new tasks from now on, in any page; when the last has ended the session is over: `sessioninvalid`. */
  async finishTasksAndInvalidate(): Promise<void> {
    await finishSession(this.#row);
    await this.#looks.again();
  }

  /** Cancels all tasks, lets their bytes go, and ends the session: `sessioninvalid`. Files that are complete stay. */
  async invalidateAndCancel(): Promise<void> {
    await invalidate(this.#row, this.#context.engines);
    await this.#looks.again();
  }

  /** Lets go of the session in this page; transfers by the browser go on. */
  close(): void {
    this.#lifetime.abort();
    this.#alarm.set(undefined);
  }

  async #takeUp(): Promise<void> {
    const { signal } = this.#lifetime;
    onChange((change, ids) => {
      if (change === 'tasks') void this.#looks.again(ids);
      if (change === 'sessions') void this.#looks.again([]);
    }, signal);
    onEnvironmentChange(() => void this.#looks.again(), signal);
    await this.#looks.again();
    void keepReconciled(this.#context.engines, this.identifier, signal);
    keepTryingForRoom(() => this.tasks, signal);
  }

  /** @param ids the tasks to read; `undefined` for all. */
  async #look(ids: ReadonlySet<string> | undefined): Promise<void> {
    if (this.#lifetime.signal.aborted) return;
    const wasBusy = this.#tasks.isBusy;
    const { session, tasks } = await readStoredSession(this.identifier, ids);
    if (!session || !isSameSession(session, this.#row)) return this.#end(); // Its name was given to a new one.
    this.#row = session;
    this.#tasks.update(tasks, ids);
    const { rows } = this.#tasks;
    this.#runs.look(rows);
    this.dispatchEvent(new SessionChangeEvent());
    if (wasBusy && !this.#tasks.isBusy) this.dispatchEvent(new SessionIdleEvent());
    if (session.state === 'invalid') return this.#end();
    if (session.state === 'finishing' && rows.every(({ state }) => hasEnded(state))) void endFinishedSession(session);
    const { rows: free, next } = await keepConditions(session.conditions, rows, this.#context);
    this.#queue.look(free);
    this.#alarm.set(next);
  }

  #end(): void {
    this.#row = { ...this.#row, state: 'invalid' };
    this.close();
    this.dispatchEvent(new SessionInvalidEvent());
  }
}
