import type { SegmentRow, TaskRow } from '../store/schema.ts';
import type { Answer } from './answers.ts';
import type { TransferError } from './errors.ts';
import { type Acceptance, finish, finishStored } from './finish.ts';
import { harvestSegments } from './harvest.ts';
import { readWholeFile, trustedLength } from './record.ts';
import { startFresh, startWithoutRanges } from './requeue.ts';

/** The run that answers came from. */
export interface AnsweredRun {
  readonly registrationId: string;
  /** It ended well: an answer that doesn't tell its length is the whole file. */
  readonly isSuccess: boolean;
}

/** A task after its answers, and what was wrong with one of them. */
export interface Taken {
  readonly row: TaskRow;
  readonly error?: TransferError;
}

/**
 * Stores what a run's answers bring to one of its tasks, and completes it when all is there. To be called under the
 * task's lock, with the row as it is then. Repeatable.
 *
 * @throws {TransferError} when the file is not what was asked for. {DOMException} `QuotaExceededError`.
 */
export async function takeAnswers(
  row: TaskRow,
  run: AnsweredRun,
  answers: readonly Answer[],
  acceptance: Acceptance,
): Promise<Taken> {
  if (row.state.state === 'completed' || answers.length === 0) return { row };
  const isSegments = answers.some(({ asked }) => asked !== undefined);
  return isSegments ? takeSegments(row, run, answers, acceptance) : takeWhole(row, run, answers, acceptance);
}

/** Whether a row is in this run: what an older one says of the file no longer counts, its right bytes do. */
export function isInRun({ state }: TaskRow, registrationId: string): boolean {
  return state.state === 'running' && state.registrationId === registrationId;
}

async function takeSegments(
  row: TaskRow,
  { registrationId }: AnsweredRun,
  answers: readonly Answer[],
  acceptance: Acceptance,
): Promise<Taken> {
  const result = await harvestSegments(row, answers);
  if (result.kind !== 'stored') {
    if (!isInRun(row, registrationId)) return { row };
    const restart = result.kind === 'changed' ? startFresh : startWithoutRanges;
    return { row: (await restart(row.id, registrationId)) ?? row };
  }
  const finished = await finishStored(result.row, acceptance);
  return { ...result, row: finished ?? result.row };
}

async function takeWhole(
  row: TaskRow,
  { isSuccess }: AnsweredRun,
  answers: readonly Answer[],
  acceptance: Acceptance,
): Promise<Taken> {
  const response = answers[0]?.response;
  if (!response) return { row };
  const canTell = isSuccess || !response.ok || trustedLength(response.headers) !== undefined;
  if (!canTell) return { row };
  const file = await readWholeFile(response, row);
  const segment: SegmentRow = { fileId: row.id, firstByte: 0, lastByte: file.bytes.size - 1, bytes: file.bytes };
  return { row: (await finish(row, file, { segments: [segment], replacesAll: true }, acceptance)) ?? row };
}
