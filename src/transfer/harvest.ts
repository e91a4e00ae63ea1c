import { listRanges } from '../store/files.ts';
import type { RemoteFile, SegmentRow, TaskRow } from '../store/schema.ts';
import { storeHarvest } from '../store/tasks.ts';
import type { Answer } from './answers.ts';
import { TransferError } from './errors.ts';
import { isSegmented } from './plan.ts';
import { type SegmentReading, readSegment } from './segment-record.ts';

type SizedFile = RemoteFile & { readonly length: number };

/** What became of the answers of a run. */
export type HarvestResult =
  | { readonly kind: 'stored'; readonly row: TaskRow; readonly error?: TransferError }
  | { readonly kind: 'changed' }
  | { readonly kind: 'no-ranges' };

/**
 * Checks the answers to a run's Range requests and stores those that are right, each once. A row that was cancelled or
 * is complete stores nothing.
 *
 * @throws {DOMException} `QuotaExceededError` when there is no room; nothing is stored then.
 */
export async function harvestSegments(row: TaskRow, answers: readonly Answer[]): Promise<HarvestResult> {
  const readings = await readNew(row, answers);
  const whole = readings.find((reading) => reading.kind === 'whole');
  if (whole) return { kind: 'stored', row: await storeWhole(row, whole.bytes, whole.remote) };
  if (readings.some(({ kind }) => kind === 'changed')) return { kind: 'changed' };
  if (readings.some(({ kind }) => kind === 'no-ranges')) return { kind: 'no-ranges' };
  const segments = readings.filter((reading) => reading.kind === 'segment');
  const error = readings.find((reading) => reading.kind === 'failed')?.error;
  const stored = segments.length === 0 ? row : await storeSegments(row, segments);
  return { kind: 'stored', row: stored, ...(error ? { error } : {}) };
}

/** Reads what is not stored yet, in order; the first answer's validator holds for the rest. */
async function readNew(row: TaskRow, answers: readonly Answer[]): Promise<SegmentReading[]> {
  if (!isSegmented(row.remote)) return [];
  const stored = new Set((await listRanges(row.id)).map(({ firstByte }) => firstByte));
  let known: SizedFile = row.remote;
  const readings: SegmentReading[] = [];
  for (const { asked, response } of answers) {
    if (!asked || stored.has(asked.firstByte)) continue;
    const reading = await readSegment(response, asked, known);
    if (reading.kind === 'segment') known = withValidator(known, reading.remote);
    readings.push(reading);
  }
  return readings;
}

/** Records show headers that a page's probe may not see. */
function withValidator(known: SizedFile, seen: RemoteFile): SizedFile {
  return known.validator === undefined && seen.validator ? { ...seen, length: known.length } : known;
}

async function storeSegments(
  row: TaskRow,
  readings: readonly (SegmentReading & { readonly kind: 'segment' })[],
): Promise<TaskRow> {
  const segments: SegmentRow[] = readings.map(({ range, bytes }) => ({ fileId: row.id, ...range, bytes }));
  return storeAlive(row, { segments }, readings.at(-1)?.remote);
}

async function storeWhole(row: TaskRow, bytes: Blob, remote: RemoteFile): Promise<TaskRow> {
  const segment: SegmentRow = { fileId: row.id, firstByte: 0, lastByte: bytes.size - 1, bytes };
  return storeAlive(row, { segments: [segment], replacesAll: true }, remote);
}

async function storeAlive(
  row: TaskRow,
  harvest: Parameters<typeof storeHarvest>[1],
  seen: RemoteFile | undefined,
): Promise<TaskRow> {
  const stored = await storeHarvest(row.id, harvest, (current) => {
    const { state } = current;
    if (state.state === 'completed' || (state.state === 'failed' && state.code === 'canceled')) return undefined;
    const remote = { ...current.remote, ...seen };
    return { ...current, failures: 0, name: seen?.name ?? current.name, remote: remote as RemoteFile };
  });
  if (!stored) throw new TransferError('canceled', `Task ${row.id} was removed while its bytes came`);
  return stored;
}
