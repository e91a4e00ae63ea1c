import type { ByteRange } from '../store/byte-range.ts';
import type { RemoteFile, TaskRow } from '../store/schema.ts';
import type { PlannedRequest } from './engine.ts';
import { missingRanges, rangeLength, splitRange } from './ranges.ts';

const MB = 1_000_000;

/** Below this a file comes by one request: a lost one costs little. */
export const SEGMENTED_FROM = 16 * MB;

const SMALLEST_SEGMENT = 1 * MB;
const SMALL_SEGMENT = 8 * MB;
const LARGE_SEGMENT = 32 * MB;

/** Of a file that was interrupted before: who pauses once does so again, and each time loses what is under way. */
const INTERRUPTED_SEGMENT = 2 * MB;

/** A registration takes thousands, but each costs about 10 ms. */
const MOST_SEGMENTS = 400;

/** Chromium runs two requests of a registration at a time, so a pause throws away up to two segments. */
const SLOW_SECONDS = 5;

/** A request costs some 16 ms: what takes half a second hardly feels it, and a pause costs a second of a fast line. */
const FAST_SECONDS = 0.5;

/** Whether a file can be fetched in parts, and thus paused without starting over. */
export function isSegmented(remote: RemoteFile | undefined): remote is RemoteFile & { readonly length: number } {
  if (remote?.acceptsRanges !== true || remote.ignoresRanges === true) return false;
  return remote.length !== undefined && remote.length >= SEGMENTED_FROM;
}

/**
 * How large a segment should be, in bytes: by the file as long as the line is unknown, then by the line. Below 1.6 MB/s
 * two segments are ten seconds of it; from 16 MB/s on they grow from 8 MB to the 32 MB which cost a fast line nothing,
 * where 8 MB cost it a quarter (tests/bench/RESULTS.md).
 *
 * @param length of the file, in bytes.
 * @param bytesPerSecond of this host's line when it was last measured.
 * @param isInterrupted part of it came in an earlier run.
 */
export function segmentSize(length: number, bytesPerSecond?: number, isInterrupted = false): number {
  const wanted =
    bytesPerSecond === undefined
      ? clamp(Math.ceil(length / 128), SMALL_SEGMENT, LARGE_SEGMENT)
      : segmentOfLine(length, bytesPerSecond);
  const size = isInterrupted ? Math.min(wanted, INTERRUPTED_SEGMENT) : wanted;
  return Math.max(size, Math.ceil(length / MOST_SEGMENTS));
}

function segmentOfLine(length: number, bytesPerSecond: number): number {
  const slow = clamp(Math.round(bytesPerSecond * SLOW_SECONDS), SMALLEST_SEGMENT, SMALL_SEGMENT);
  // Also on a fast line a file has some segments, so that a pause costs no more than a part of it.
  const most = clamp(Math.ceil(length / 8), SMALL_SEGMENT, LARGE_SEGMENT);
  return clamp(Math.round(bytesPerSecond * FAST_SECONDS), slow, most);
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}

/**
 * The requests that bring what a download still lacks: one a segment, or one for the whole file.
 *
 * @param stored what lies in storage, in order of `firstByte`; counts only for a file that can be fetched in parts.
 * @param bytesPerSecond of this host's line when it was last measured.
 */
export function planDownload(
  { id: taskId, request, remote }: Pick<TaskRow, 'id' | 'request' | 'remote'>,
  stored: readonly ByteRange[],
  bytesPerSecond?: number,
): PlannedRequest[] {
  const { url, method, headers } = request;
  if (!isSegmented(remote)) return [{ taskId, url, method, headers }];
  const size = segmentSize(remote.length, bytesPerSecond, stored.length > 0);
  return missingRanges(remote.length, stored)
    .flatMap((range) => splitRange(range, size))
    .map((range) => ({ taskId, url, method, headers, range }));
}

/** Bytes that a plan brings; `undefined` when it has a request for a file of unknown size. */
export function plannedBytes(requests: readonly PlannedRequest[], length: number | undefined): number | undefined {
  const sizes = requests.map(({ range }) => (range ? rangeLength(range) : length));
  return sizes.some((size) => size === undefined)
    ? undefined
    : sizes.reduce<number>((sum, size) => sum + (size ?? 0), 0);
}
