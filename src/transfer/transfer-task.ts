import { readFile } from '../store/files.ts';
import type { TaskPriority, TaskRow } from '../store/schema.ts';
import type { Failure, ResumeData, TaskState } from '../store/task-state.ts';
import { changeOrder, changeTask, readTask } from '../store/tasks.ts';
import { changeConditions, type ConditionsChange } from './conditions.ts';
import { type TaskEventMap, TaskProgressEvent } from './events.ts';
import { isSegmented } from './plan.ts';
import { movedBefore, movedToTop } from './queue-order.ts';
import { resumeTasks } from './resume-tasks.ts';
import { RunProgress } from './run-progress.ts';
import { type CancelOptions, type StopContext, cancelTasks, removeTasks, stopTasks } from './stop-tasks.ts';
import { TypedEventTarget } from './typed-event-target.ts';

export interface TaskProgress {
  /** Bytes that lie in storage or were received in this run; never falls while the task runs. */
  readonly bytesReceived: number;
  /** The file's size in bytes; `undefined` when nobody knows it. */
  readonly bytesExpected: number | undefined;
  readonly bytesPerSecond: number | undefined;
  /** Milliseconds to the end at this speed. */
  readonly timeLeft: number | undefined;
}

/** Why a task ended without its file, with what it has kept. */
export type TaskFailure = Failure & { readonly resumeData?: ResumeData };

/** What a task needs of its session. */
export interface TaskContext extends StopContext {
  /** The order of the queue changed: what runs before its time starts anew behind the others. */
  readonly reorder: (movedId: string) => Promise<void>;
  /** Follows these rows before anything else happens. */
  readonly look: (ids: readonly string[]) => Promise<void>;
}

/**
 * One transfer, as one page sees it. The row in the store is the truth; this object follows it.
 * Mirrors `URLSessionTask`.
 */
export class TransferTask extends TypedEventTarget<TaskEventMap> {
  readonly id: string;
  readonly #context: TaskContext;
  #row: TaskRow;
  #progress = new RunProgress();

  /** Sessions make tasks; use `session.downloadTask()`. */
  constructor(row: TaskRow, context: TaskContext) {
    super();
    this.id = row.id;
    this.#row = row;
    this.#context = context;
  }

  /** What the store has of it. For the session and for Longhaul's own screens. */
  get row(): TaskRow {
    return this.#row;
  }

  /** `suspended`, `waiting`, `running`, `completed` or `failed`, with what is true in it alone. */
  get state(): TaskState {
    return this.#row.state;
  }

  /** The file's name: by its address, then as its server calls it. Text, never markup. */
  get name(): string {
    return this.#row.name;
  }

  /** The address that was asked for. */
  get url(): string {
    return this.#row.request.url;
  }

  /** In ms since the epoch, as all times here. */
  get createdAt(): number {
    return this.#row.createdAt;
  }

  /** When it last changed its state. */
  get changedAt(): number {
    return this.#row.changedAt;
  }

  /** When it completed, failed or was canceled; `undefined` before. */
  get endedAt(): number | undefined {
    return this.#row.endedAt;
  }

  /** Why it ended without its file; `undefined` in every other state. Canceling is a reason, too, as in `URLSession`. */
  get error(): TaskFailure | undefined {
    if (this.state.state !== 'failed') return undefined;
    const { state: _, ...failure } = this.state;
    return failure;
  }

  get progress(): TaskProgress {
    const bytesReceived = Math.max(this.#row.bytesStored, this.#progress.received);
    const length = this.#row.remote?.length;
    const bytesExpected = length !== undefined && length >= bytesReceived ? length : undefined;
    const bytesPerSecond = this.state.state === 'running' ? this.#progress.bytesPerSecond : undefined;
    const canTell = bytesExpected !== undefined && bytesPerSecond !== undefined;
    const timeLeft = canTell ? ((bytesExpected - bytesReceived) * 1000) / bytesPerSecond : undefined;
    return { bytesReceived, bytesExpected, bytesPerSecond, timeLeft };
  }

  /** Whether `suspend()` keeps what it has received, as a task of `URLSession` that can give resume data. */
  get isResumable(): boolean {
    return isSegmented(this.#row.remote);
  }

  /** @throws {RangeError} see `changeConditions()`. */
  async setConditions(change: ConditionsChange): Promise<void> {
    await changeTask(this.id, (row) => ({ ...row, conditions: changeConditions(row.conditions, change) }));
  }

  async setPriority(priority: TaskPriority): Promise<void> {
    await changeTask(this.id, (row) => ({ ...row, priority }));
    await this.#context.reorder(this.id);
  }

  /** Goes ahead of all others of its priority. */
  async moveToTop(): Promise<void> {
    await this.#move((rows) => {
      const row = rows.find(({ id }) => id === this.id);
      const moved = row && movedToTop(row, rows);
      return moved ? [moved] : [];
    });
  }

  /**
   * Goes right before another task of its session, and takes its priority; without one, behind all of its own priority.
   * A task that is gone moves nothing.
   */
  async moveBefore(other?: TransferTask): Promise<void> {
    await this.#move((rows) => movedBefore(this.id, other?.id, rows));
  }

  /**
   * Lets a suspended task run, or tries an ended one again: from what it has stored, else from the beginning.
   *
   * @throws {DOMException} `InvalidStateError` when its session is over.
   */
  async resume(): Promise<void> {
    await resumeTasks(this.#row.sessionId, [this.id]);
  }

  /** Stops the run; what is stored stays. */
  async suspend(): Promise<void> {
    await stopTasks([this.id], { type: 'suspend' }, this.#context);
  }

  /**
   * Ends the task with the code `canceled`. Its bytes go at once; with `producingResumeData` those that another task can
   * go on with are kept until one does, until `resume()` takes them back, or until this task is canceled again without it
   * or removed.
   *
   * @returns resume data for `session.downloadTask({ resumeData })`; `undefined` when nothing can be continued: no byte is
   * stored, the server has no ranges or no validator, or the file is complete. Also in `error.resumeData`.
   */
  cancel(): Promise<undefined>;
  cancel(options: CancelOptions): Promise<ResumeData | undefined>;
  async cancel(options: CancelOptions = {}): Promise<ResumeData | undefined> {
    await cancelTasks([this.id], options, this.#context);
    const state = (await readTask(this.id))?.state;
    return state?.state === 'failed' ? state.resumeData : undefined;
  }

  /** Forgets the task, its run ended first, with all its bytes; those of a document that was made from it stay. */
  async remove(): Promise<void> {
    await removeTasks([this.id], this.#context);
  }

  /** The received file, read from storage as it is used; `undefined` before it is complete. */
  async file(): Promise<Blob | undefined> {
    if (this.state.state !== 'completed') return undefined;
    return readFile(this.state.fileId, this.#row.remote?.type ?? '');
  }

  /** Follows the row that the store has now. For the session. */
  update(row: TaskRow): void {
    if (runOf(this.#row) !== runOf(row)) this.#progress = new RunProgress();
    this.#row = row;
  }

  /**
   * What the engine counts in this task's own run. For the session.
   *
   * @param received bytes in this run.
   * @param planned bytes that the run is to bring; 0: unknown.
   */
  report(received: number, planned: number): void {
    this.#progress.add(this.#storedBefore(planned) + received, performance.now());
    this.dispatchEvent(new TaskProgressEvent(this));
    if (this.#progress.isCutOff) void this.#giveUpCutOff();
  }

  async #move(step: (rows: readonly TaskRow[]) => readonly TaskRow[]): Promise<void> {
    const moved = await changeOrder(this.#row.sessionId, step);
    if (moved.length === 0) return;
    await this.#context.look(moved.map(({ id }) => id));
    await this.#context.reorder(this.id);
  }

  /** What lay in storage when the run began: the file less what the run is to bring. */
  #storedBefore(planned: number): number {
    const length = this.#row.remote?.length;
    return length === undefined || planned === 0 ? 0 : Math.max(0, length - planned);
  }

  async #giveUpCutOff(): Promise<void> {
    const { state } = this.#row;
    if (state.state !== 'running') return;
    const message = `${this.url} breaks off after ${this.#progress.received} bytes each time`;
    const error = { code: 'truncated', message } as const;
    await stopTasks([this.id], { type: 'fail', registrationId: state.registrationId, error }, this.#context);
  }
}

function runOf({ state }: TaskRow): string | undefined {
  return state.state === 'running' ? state.registrationId : undefined;
}
