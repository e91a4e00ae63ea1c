import { expect, test } from 'playwright/test';
import type { ByteRange } from '../../src/store/byte-range.ts';
import type { RemoteFile } from '../../src/store/schema.ts';
import { isSegmented, planDownload, plannedBytes, segmentSize } from '../../src/transfer/plan.ts';
import { missingRanges, parseContentRange, rangeLength, splitRange, toRangeHeader } from '../../src/transfer/ranges.ts';

const MB = 1_000_000;
const request = { url: 'https://example.org/a.pdf', method: 'GET', headers: [] };
const remoteOf = (length: number, acceptsRanges = true): RemoteFile => ({
  url: request.url,
  type: 'application/pdf',
  access: 'allowed',
  acceptsRanges,
  length,
});

/** Every byte of the file exactly once, in order. */
function expectCover(length: number, ranges: readonly ByteRange[]): void {
  let next = 0;
  for (const { firstByte, lastByte } of ranges) {
    expect(firstByte).toBe(next);
    expect(lastByte).toBeGreaterThanOrEqual(firstByte);
    next = lastByte + 1;
  }
  expect(next).toBe(length);
}

test('ranges are inclusive (RFC 9110 §14.1.2)', () => {
  expect(toRangeHeader({ firstByte: 0, lastByte: 0 })).toBe('bytes=0-0');
  expect(rangeLength({ firstByte: 5, lastByte: 9 })).toBe(5);
  expect(parseContentRange('bytes 5-9/10')).toEqual({ firstByte: 5, lastByte: 9, total: 10 });
});

test('a Content-Range that makes no sense is none (RFC 9110 §14.4)', () => {
  for (const header of [
    null,
    '',
    'bytes 9-5/10',
    'bytes 0-9/*',
    'bytes 0-10/10',
    'items 0-1/2',
    'bytes */10',
    'bytes 0-1/2 ',
  ]) {
    expect(parseContentRange(header), String(header)).toBeUndefined();
  }
});

test('splitting covers every byte once, whatever the sizes', () => {
  for (const length of [1, 7, 8, 9, 16, 1000]) {
    for (const size of [1, 3, 8, 2000]) expectCover(length, splitRange({ firstByte: 0, lastByte: length - 1 }, size));
  }
  for (const size of [0, -1, 1.5, NaN, Infinity])
    expect(() => splitRange({ firstByte: 0, lastByte: 9 }, size)).toThrow(RangeError);
});

test('what is missing and what is stored together are the file', () => {
  const stored = [
    { firstByte: 2, lastByte: 3 },
    { firstByte: 3, lastByte: 5 },
    { firstByte: 8, lastByte: 8 },
  ];
  expect(missingRanges(12, stored)).toEqual([
    { firstByte: 0, lastByte: 1 },
    { firstByte: 6, lastByte: 7 },
    { firstByte: 9, lastByte: 11 },
  ]);
  expect(missingRanges(9, [{ firstByte: 0, lastByte: 8 }])).toEqual([]);
  expect(missingRanges(0, [])).toEqual([]);
});

test('segments are 8 to 32 MB, growing with the file, at most some hundreds', () => {
  expect(segmentSize(16 * MB)).toBe(8 * MB);
  expect(segmentSize(2_000 * MB)).toBe(15_625_000);
  expect(segmentSize(6_000 * MB)).toBe(32 * MB);
  for (const length of [16 * MB, 512 * MB, 5_000 * MB, 50_000 * MB]) {
    expect(Math.ceil(length / segmentSize(length))).toBeLessThanOrEqual(400);
  }
});

test('on a slow line two segments are ten seconds of it, and never less than 1 MB', () => {
  expect(segmentSize(100 * MB, 400_000)).toBe(2 * MB);
  expect(segmentSize(100 * MB, 10_000)).toBe(1 * MB);
  expect(segmentSize(100 * MB, 100 * MB)).toBe(12.5 * MB);
  expect(segmentSize(1_000 * MB, 100 * MB)).toBe(32 * MB);
});

test('a file that was interrupted comes in small segments from then on, and in no more than four hundred', () => {
  expect(segmentSize(256 * MB, 100 * MB, true)).toBe(2 * MB);
  expect(segmentSize(256 * MB, 200_000, true)).toBe(1 * MB);
  expect(segmentSize(2_000 * MB, 100 * MB, true)).toBe(5 * MB);
});

test('only a large file of known length on a server with ranges comes in segments', () => {
  expect(isSegmented(remoteOf(16 * MB))).toBe(true);
  expect(isSegmented(remoteOf(16 * MB - 1))).toBe(false);
  expect(isSegmented(remoteOf(16 * MB, false))).toBe(false);
  expect(isSegmented(undefined)).toBe(false);
  expect(planDownload({ id: 'a', request }, [])).toEqual([{ taskId: 'a', ...request }]);
});

test('a plan asks for every missing byte once and for no stored one', () => {
  const length = 100 * MB;
  const stored = [
    { firstByte: 0, lastByte: 8 * MB - 1 },
    { firstByte: 40 * MB, lastByte: 50 * MB - 1 },
  ];
  const plan = planDownload({ id: 'a', request, remote: remoteOf(length) }, stored);
  const ranges = plan.map(({ range }) => range ?? { firstByte: 0, lastByte: -1 });
  expectCover(
    length,
    [...ranges, ...stored].toSorted((a, b) => a.firstByte - b.firstByte),
  );
  expect(plannedBytes(plan, length)).toBe(82 * MB);
  expect(plannedBytes([{ taskId: 'a', ...request }], undefined)).toBeUndefined();
});
