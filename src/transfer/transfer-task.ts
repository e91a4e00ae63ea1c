import { readFile } from '../store/files.ts';
import type { TaskRow } from '../store/schema.ts';
import type { TaskState } from '../store/task-state.ts';
import { changeTask, removeTask } from '../store/tasks.ts';
import type { TransferEngine } from './engine.ts';
import { type TaskEventMap, TaskProgressEvent } from './events.ts';
import type { TaskEvent } from './next-state.ts';
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

  /** Lets a suspended task run, or tries an ended one again. */
  async resume(): Promise<void> {
    await changeTask(this.id, (row) => {
      const next = stepTask(row, { type: 'resume' });
      if (!next) return undefined;
      const { remote: _, ...unprobed } = next; // The server may have changed: ask again.
      return { ...unprobed, failures: 0 };
    });
  }

  /** Stops the run; what is stored stays. */
  async suspend(): Promise<void> {
    await this.#stop({ type: 'suspend' });
  }

  /** Ends the task with the code `canceled`. */
  async cancel(): Promise<void> {
    await this.#stop({ type: 'cancel' });
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
    const before = this.#row.state;
    this.#row = row;
    if (
      before.state === 'running' &&
      row.state.state === 'running' &&
      before.registrationId === row.state.registrationId
    ) {
      return;
    }
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
    if (state.state !== 'running') return;
    const run = new AbortController();
    this.#run = run;
    void this.#engine.watch(
      state.registrationId,
      (received) => this.#report(received, state.registrationId),
      run.signal,
    );
  }

  #report(received: number, registrationId: string): void {
    this.#progress.add(received, performance.now());
    this.dispatchEvent(new TaskProgressEvent(this));
    if (!this.#progress.isCutOff) return;
    const message = `${this.url} breaks off after ${this.#progress.received} bytes each time`;
    void this.#stop({ type: 'fail', registrationId, error: { code: 'truncated', message } });
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
