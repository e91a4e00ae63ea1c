import { readFile } from '../store/files.ts';
import { rememberLineSpeed } from '../store/line-speed.ts';
import type { TaskPriority, TaskRow } from '../store/schema.ts';
import type { TaskState } from '../store/task-state.ts';
import { changeTask, listTasks, removeTask, storeHarvest } from '../store/tasks.ts';
import { changeConditions, type ConditionsChange } from './conditions.ts';
import type { OnBytes, TransferEngine } from './engine.ts';
import { type TaskEventMap, TaskProgressEvent } from './events.ts';
import { harvestRun } from './harvest-run.ts';
import type { TaskEvent } from './next-state.ts';
import { isSegmented } from './plan.ts';
import { movedToTop } from './queue-order.ts';
import { RunProgress } from './run-progress.ts';
import { stepTask } from './step-task.ts';
import { TypedEventTarget } from './typed-event-target.ts';

type RunningState = Extract<TaskState, { readonly state: 'running' }>;

/** Finished segments are stored so often while a page is open, in ms: each look costs some ms of every finished one. */
const HARVEST_INTERVAL = 5_000;

export interface TaskProgress {
  /** Bytes that lie in storage or were received in this run; never falls while the task runs. */
  readonly bytesReceived: number;
  /** The file's size in bytes; `undefined` when nobody knows it. */
  readonly bytesExpected: number | undefined;
  readonly bytesPerSecond: number | undefined;
  /** Milliseconds to the end at this speed. */
  readonly timeLeft: number | undefined;
}

/**
 * One transfer, as one page sees it. The row in the store is the truth; this object follows it.
 * Mirrors `URLSessionTask`.
 */
export class TransferTask extends TypedEventTarget<TaskEventMap> {
  readonly id: string;
  readonly #engine: TransferEngine;
  #row: TaskRow;
  #progress = new RunProgress();
  #run: AbortController | undefined;
  /** Whether the engine reports on the row's run, if it has one. */
  #isWatching = true;
  #harvestedAt = performance.now();

  /** Sessions make tasks; use `session.downloadTask()`. */
  constructor(row: TaskRow, engine: TransferEngine) {
    super();
    this.id = row.id;
    this.#row = row;
    this.#engine = engine;
    this.#followRun();
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
  }

  /** Goes ahead of all others of its priority. */
  async moveToTop(): Promise<void> {
    const rows = await listTasks(this.#row.sessionId);
    await changeTask(this.id, (row) => movedToTop(row, rows));
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
    await harvestRun(this.#row, this.#engine);
    await this.#stop({ type: 'suspend' });
  }

  /** Ends the task with the code `canceled`; its bytes go. */
  async cancel(): Promise<void> {
    await this.#stop({ type: 'cancel' });
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
    const before = runOf(this.#row);
    this.#row = row;
    if (before === runOf(row) && this.#isWatching) return;
    const speed = this.#progress.bytesPerSecond;
    if (before !== runOf(row) && speed !== undefined) void rememberLineSpeed(new URL(this.url).host, speed);
    this.#followRun();
  }

  /** Stops listening; the transfer itself goes on. For the session. */
  release(): void {
    this.#run?.abort();
  }

  #followRun(): void {
    this.#run?.abort();
    this.#progress = new RunProgress();
    const { state } = this.#row;
    this.#isWatching = state.state !== 'running';
    if (state.state === 'running') void this.#watch(state);
  }

  /** The row says `running` before the engine has the run; the next look at the row comes when it has. */
  async #watch(state: RunningState): Promise<void> {
    const run = new AbortController();
    this.#run = run;
    const onBytes: OnBytes = (received, planned) => this.#report(received, planned, state);
    const isThere = await this.#engine.watch(state.registrationId, onBytes, run.signal);
    if (this.#run === run) this.#isWatching = isThere;
  }

  #report(received: number, planned: number, run: RunningState): void {
    this.#progress.add(this.#storedBefore(planned) + received, performance.now());
    this.dispatchEvent(new TaskProgressEvent(this));
    if (this.#progress.isCutOff) void this.#giveUpCutOff(run.registrationId);
    else void this.#harvestNowAndThen();
  }

  /** What lay in storage when the run began: the file less what the run is to bring. */
  #storedBefore(planned: number): number {
    const length = this.#row.remote?.length;
    return length === undefined || planned === 0 ? 0 : Math.max(0, length - planned);
  }

  async #giveUpCutOff(registrationId: string): Promise<void> {
    const message = `${this.url} breaks off after ${this.#progress.received} bytes each time`;
    await this.#stop({ type: 'fail', registrationId, error: { code: 'truncated', message } });
  }

  async #harvestNowAndThen(): Promise<void> {
    if (performance.now() - this.#harvestedAt < HARVEST_INTERVAL) return;
    this.#harvestedAt = performance.now();
    await harvestRun(this.#row, this.#engine);
  }

  /** The row first, so that the ending event finds a task that no longer runs. */
  async #stop(event: TaskEvent): Promise<void> {
    let registrationId: string | undefined;
    await changeTask(this.id, (row) => {
      registrationId = row.state.state === 'running' ? row.state.registrationId : undefined;
      return stepTask(row, event);
    });
    if (registrationId !== undefined) await this.#engine.stop(registrationId);
  }
}

function runOf({ state }: TaskRow): string | undefined {
  return state.state === 'running' ? state.registrationId : undefined;
}
