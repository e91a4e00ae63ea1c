import { missingIn } from '../store/byte-range.ts';
import { listRanges } from '../store/files.ts';
import type { RemoteFile, TaskRow } from '../store/schema.ts';
import { storeHarvest } from '../store/tasks.ts';
import type { Answer } from './answers.ts';
import { TransferError } from './errors.ts';
import { unlessOver } from './finish.ts';
import { isSegmented } from './plan.ts';
import { type SegmentReading, readSegment } from './segment-record.ts';

type SizedFile = RemoteFile & { readonly length: number };

/** What became of the answers of a run. */
export type HarvestResult =
  | { readonly kind: 'stored'; readonly row: TaskRow; readonly error?: TransferError }
  | { readonly kind: 'changed' }
  | { readonly kind: 'no-ranges' };

/**
 * Checks the answers to a task's Range requests and stores those that are right, each once and by itself: where room
 * ends, what fits stays. A row that was cancelled or is complete stores nothing.
 *
 * @throws {DOMException} `QuotaExceededError` when there is no room for the next segment.
 */
export async function harvestSegments(row: TaskRow, answers: readonly Answer[]): Promise<HarvestResult> {
  if (!isSegmented(row.remote)) return { kind: 'stored', row };
  const stored = await listRanges(row.id);
  let known: SizedFile = row.remote;
  let current = row;
  let error: TransferError | undefined;
  for (const { asked, response } of answers) {
    if (!asked || missingIn(asked, stored).length === 0) continue;
    const reading = await readSegment(response, asked, known);
    if (reading.kind === 'changed' || reading.kind === 'no-ranges') return { kind: reading.kind };
    if (reading.kind === 'whole') return { kind: 'stored', row: await storeWhole(current, reading) };
    if (reading.kind === 'failed') error ??= reading.error;
    else [current, known] = [await storeSegment(current, reading), withValidator(known, reading.remote)];
  }
  return { kind: 'stored', row: current, ...(error ? { error } : {}) };
}

/** Records show headers that a page's probe may not see. */
function withValidator(known: SizedFile, seen: RemoteFile): SizedFile {
  return known.validator === undefined && seen.validator ? { ...seen, length: known.length } : known;
}

async function storeSegment(
  row: TaskRow,
  { range, bytes, remote }: SegmentReading & { readonly kind: 'segment' },
): Promise<TaskRow> {
  return storeAlive(row, { segments: [{ fileId: row.id, ...range, bytes }] }, remote);
}

async function storeWhole(
  row: TaskRow,
  { bytes, remote }: SegmentReading & { readonly kind: 'whole' },
): Promise<TaskRow> {
  const segment = { fileId: row.id, firstByte: 0, lastByte: bytes.size - 1, bytes };
  return storeAlive(row, { segments: [segment], replacesAll: true }, remote);
}

async function storeAlive(
  row: TaskRow,
  harvest: Parameters<typeof storeHarvest>[1],
  seen: RemoteFile,
): Promise<TaskRow> {
  const stored = await storeHarvest(row.id, harvest, (current) => {
    if (!unlessOver(current)) return undefined;
    return { ...current, failures: 0, name: seen.name ?? current.name, remote: { ...current.remote, ...seen } };
  });
  if (!stored) throw new TransferError('canceled', `Task ${row.id} was removed while its bytes came`);
  return stored;
}
