import { readFile } from '../store/files.ts';
import type { TaskPriority, TaskRow } from '../store/schema.ts';
import type { TaskState } from '../store/task-state.ts';
import { changeTask, listTasks, removeTask, storeHarvest } from '../store/tasks.ts';
import { changeConditions, type ConditionsChange } from './conditions.ts';
import { type TaskEventMap, TaskProgressEvent } from './events.ts';
import type { TaskEvent } from './next-state.ts';
import { isSegmented } from './plan.ts';
import { movedToTop } from './queue-order.ts';
import { RunProgress } from './run-progress.ts';
import { stepTask } from './step-task.ts';
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

/** What a task asks of its session. */
export interface TaskCommands {
  /** Takes tasks out of their runs by an event; `stopTasks()` with the session's engines. */
  readonly stop: (ids: readonly string[], event: TaskEvent) => Promise<void>;
  /** The order of the queue changed: what runs before its time starts anew behind the others. */
  readonly reorder: () => Promise<void>;
}

/**
 * One transfer, as one page sees it. The row in the store is the truth; this object follows it.
 * Mirrors `URLSessionTask`.
 */
export class TransferTask extends TypedEventTarget<TaskEventMap> {
  readonly id: string;
  readonly #commands: TaskCommands;
  #row: TaskRow;
  #progress = new RunProgress();

  /** Sessions make tasks; use `session.downloadTask()`. */
  constructor(row: TaskRow, commands: TaskCommands) {
    super();
    this.id = row.id;
    this.#row = row;
    this.#commands = commands;
  }

  get row(): TaskRow {
    return this.#row;
  }

  get state(): TaskState {
    return this.#row.state;
  }

  get name(): string {
    return this.#row.name;
  }

  get url(): string {
    return this.#row.request.url;
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
    await this.#commands.reorder();
  }

  /** Goes ahead of all others of its priority. */
  async moveToTop(): Promise<void> {
    const rows = await listTasks(this.#row.sessionId);
    await changeTask(this.id, (row) => movedToTop(row, rows));
    await this.#commands.reorder();
  }

  /** Lets a suspended task run, or tries an ended one again. */
  async resume(): Promise<void> {
    await changeTask(this.id, (row) => {
      const next = stepTask(row, { type: 'resume' });
      if (!next) return undefined;
      return { ...next, failures: 0, freshStarts: 0 };
    });
  }

  /** Stops the run; what is stored stays. */
  async suspend(): Promise<void> {
    await this.#commands.stop([this.id], { type: 'suspend' });
  }

  /** Ends the task with the code `canceled`; its bytes go. */
  async cancel(): Promise<void> {
    await this.#commands.stop([this.id], { type: 'cancel' });
    await storeHarvest(this.id, { replacesAll: true }, (row) => (row.state.state === 'completed' ? undefined : row));
  }

  /** Forgets the task, its run ended first. A document made from it stays. */
  async remove(): Promise<void> {
    await this.cancel();
    await removeTask(this.id);
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
    await this.#commands.stop([this.id], { type: 'fail', registrationId: state.registrationId, error });
  }
}

function runOf({ state }: TaskRow): string | undefined {
  return state.state === 'running' ? state.registrationId : undefined;
}
