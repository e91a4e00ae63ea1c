import type { ByteRange } from '../store/byte-range.ts';
import type { RemoteFile, TaskRow } from '../store/schema.ts';
import { readTask, storeHarvest } from '../store/tasks.ts';
import type { PlannedRequest, TransferPlan } from './engine.ts';
import { TransferError, toTransferError } from './errors.ts';
import { type Acceptance, finishStored } from './finish.ts';
import { toRangeHeader } from './ranges.ts';
import { readPieces } from './read-pieces.ts';
import { describeRemote, trustedLength } from './record.ts';
import type { RequestSlots } from './request-slots.ts';
import { giveUpOrRetry, startFresh } from './requeue.ts';
import { type SegmentHead, checkHead } from './segment-record.ts';
import { statusError } from './status-error.ts';
import { isInRun } from './take-answers.ts';
import { withTask } from './with-task.ts';

/** What is stored at a time, in bytes: a page that dies loses less than this of each request. */
const LARGEST_PIECE = 4_000_000;

/** Four requests that lose a quarter each lose one segment, and as much again may be on the line. */
const PIECES_PER_SEGMENT = 4;

interface FetchRunContext {
  readonly slots: RequestSlots;
  readonly acceptance: Acceptance;
  readonly onBytes: (count: number) => void;
  /** Ends the run; what came so far is stored. */
  readonly signal: AbortSignal;
}

/** The run's fate is known, or the task left it: the other requests of the run end. */
class RunOver extends Error {
  override readonly name = 'RunOver';
}

/**
 * One task's run by `fetch()`. Pieces are stored as they come, so that little is lost with the page, and only as long
 * as the task is in this run: those of two runs can't mix.
 */
export class FetchRun {
  readonly #plan: TransferPlan;
  readonly #taskId: string;
  readonly #context: FetchRunContext;
  readonly #requests = new Map<PlannedRequest, AbortController>();

  /** @param plan of a single task. */
  constructor(plan: TransferPlan, taskId: string, context: FetchRunContext) {
    this.#plan = plan;
    this.#taskId = taskId;
    this.#context = context;
  }

  /** Resolves when the task is complete, waits, failed, or was taken out of the run. */
  async carryOut(): Promise<void> {
    const all = this.#plan.requests.map((request) => this.#carryOutOne(request));
    try {
      await Promise.all(all);
      await withTask(this.#taskId, (row) => this.#finish(row));
    } catch (error) {
      this.#endOthers();
      await Promise.allSettled(all); // Their last pieces are stored before anybody plans again.
      if (error instanceof RunOver || this.#context.signal.aborted) return;
      await giveUpOrRetry(this.#taskId, this.#plan.registrationId, toTransferError(error));
    }
  }

  async #carryOutOne(request: PlannedRequest): Promise<void> {
    const control = new AbortController();
    this.#requests.set(request, control);
    const signal = AbortSignal.any([control.signal, this.#context.signal]);
    const { host } = new URL(request.url);
    try {
      await this.#context.slots.take(host, signal, () => this.#fetch(request, signal));
    } catch (error) {
      if (control.signal.reason instanceof RunOver) return; // Another request brings, or has told, all there is.
      throw error;
    }
  }

  async #fetch(request: PlannedRequest, signal: AbortSignal): Promise<void> {
    const { url, method, range } = request;
    const headers = headersOf(request);
    // With the page's cookies a 401 opens the browser's own sign-in box, and fetch() waits for it (Chromium 156).
    const credentials = headers.has('Authorization') ? 'omit' : 'same-origin';
    const init: RequestInit = { method, headers, credentials, cache: 'no-store', signal };
    const response = await fetch(url, init).catch(async (error: unknown) => {
      throw signal.aborted ? error : await this.#noAnswer(url, error);
    });
    const row = await readTask(this.#taskId);
    if (!row || !isInRun(row, this.#plan.registrationId)) throw new RunOver();
    const { remote } = row;
    if (!range || remote?.length === undefined) return this.#takeWhole(response, row);
    const head = checkHead(response, range, { ...remote, length: remote.length });
    if (head.kind === 'segment') return this.#takePart(response, range, head.remote);
    if (head.kind !== 'whole') return this.#takeOther(head);
    this.#endOthers(request);
    return this.#takeWhole(response, row, { ignoresRanges: true });
  }

  /** A page can't tell a dead server from one that refuses by CORS; the probe has. */
  async #noAnswer(url: string, cause: unknown): Promise<TransferError> {
    const row = await readTask(this.#taskId);
    return row?.remote?.access === 'refused'
      ? new TransferError('cross-origin', `${url} answers without Access-Control-Allow-Origin`, { cause })
      : new TransferError('network', `No answer from ${url}`, { cause });
  }

  async #takeOther(head: Exclude<SegmentHead, { readonly kind: 'segment' | 'whole' }>): Promise<never> {
    if (head.kind === 'failed') throw head.error;
    await startFresh(this.#taskId, this.#plan.registrationId);
    throw new RunOver();
  }

  async #takePart(response: Response, range: ByteRange, remote: RemoteFile): Promise<void> {
    const end = await this.#storePieces(response, range.firstByte, range.lastByte, remote);
    if (end === range.lastByte + 1) return;
    throw new TransferError('truncated', `${remote.url} ended at byte ${end} of ${range.lastByte + 1}`);
  }

  /** A cut-off body rejects by itself where the server told its length; where it told none nobody can know. */
  async #takeWhole(response: Response, row: TaskRow, learned: Partial<RemoteFile> = {}): Promise<void> {
    if (!response.ok) throw statusError(response, row.request.url);
    const url = response.url || row.request.url;
    const seen = { ...describeRemote(url, response.headers, trustedLength(response.headers)), ...learned };
    await this.#store({ replacesAll: true }, seen);
    const length = await this.#storePieces(response, 0, Infinity, seen);
    if (length === 0) throw new TransferError('empty-file', `Got no bytes from ${url}`);
    await this.#store({}, { ...seen, length });
  }

  /** @returns the position after the last byte that came. */
  async #storePieces(response: Response, firstByte: number, lastByte: number, remote: RemoteFile): Promise<number> {
    let at = firstByte;
    if (!response.body) return at;
    const size = Math.min(LARGEST_PIECE, Math.ceil((lastByte - firstByte + 1) / PIECES_PER_SEGMENT));
    for await (const bytes of readPieces(response.body, size, this.#context.onBytes)) {
      const end = at + bytes.size - 1;
      if (end > lastByte) throw new TransferError('bad-range', `${remote.url} sent more than was asked for`);
      await this.#store({ segments: [{ fileId: this.#taskId, firstByte: at, lastByte: end, bytes }] }, remote);
      at = end + 1;
    }
    return at;
  }

  async #store(harvest: Parameters<typeof storeHarvest>[1], remote: RemoteFile): Promise<void> {
    const { registrationId } = this.#plan;
    const stored = await storeHarvest(this.#taskId, harvest, (row) => {
      if (!isInRun(row, registrationId)) return undefined;
      return { ...row, failures: 0, name: remote.name ?? row.name, remote: { ...row.remote, ...remote } };
    });
    if (!stored || !isInRun(stored, registrationId)) throw new RunOver();
  }

  async #finish(row: TaskRow): Promise<void> {
    if (!isInRun(row, this.#plan.registrationId)) return;
    const finished = await finishStored(row, this.#context.acceptance);
    if (finished?.state.state === 'completed') return;
    throw new TransferError('truncated', `${row.bytesStored} of ${row.remote?.length ?? 'unknown'} bytes are stored`);
  }

  /** @param but the request that goes on. */
  #endOthers(but?: PlannedRequest): void {
    for (const [request, control] of this.#requests) if (request !== but) control.abort(new RunOver());
  }
}

function headersOf({ headers, range }: PlannedRequest): Headers {
  const all = new Headers(headers.map(([name, value]): [string, string] => [name, value]));
  if (range) all.set('Range', toRangeHeader(range));
  return all;
}
