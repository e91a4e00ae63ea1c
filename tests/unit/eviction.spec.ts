import { expect, test } from 'playwright/test';
import { excessToAskAbout, planEviction } from '../../src/library/eviction.ts';
import { newDocument } from '../../src/library/new-document.ts';
import type { DocumentRow } from '../../src/store/schema.ts';

/** A finished document of 100 bytes that was read at `usedAt`. */
function finished(id: string, usedAt: number, more: Partial<DocumentRow> = {}): DocumentRow {
  const row = newDocument({ id, isPdf: true, fileName: id, type: '', size: 100 });
  return { ...row, addedAt: 0, usedAt, openedAt: usedAt, finishedAt: usedAt, ...more };
}

/** One that nobody has read to its end. */
function unfinished(id: string, usedAt: number, more: Partial<DocumentRow> = {}): DocumentRow {
  const { finishedAt: _, ...row } = finished(id, usedAt, more);
  return row;
}

const ids = (rows: readonly DocumentRow[]): string[] => rows.map(({ id }) => id);

test('where nothing is wanted, nothing is offered', () => {
  expect(planEviction(0, [finished('a', 1)])).toEqual({ wanted: 0, offered: [], lacking: 0 });
  expect(planEviction(-5, [finished('a', 1)])).toEqual({ wanted: 0, offered: [], lacking: 0 });
});

test('the finished one that was read longest ago goes first, and no more than are needed', () => {
  const rows = [finished('c', 3), finished('a', 1), finished('b', 2)];
  expect(ids(planEviction(1, rows).offered)).toEqual(['a']);
  expect(ids(planEviction(100, rows).offered)).toEqual(['a']);
  expect(ids(planEviction(101, rows).offered)).toEqual(['a', 'b']);
  expect(planEviction(250, rows)).toMatchObject({ wanted: 250, lacking: 0 });
});

test('of two that were read in one millisecond every look offers the same', () => {
  expect(ids(planEviction(1, [finished('b', 1), finished('a', 1)]).offered)).toEqual(['a']);
  expect(ids(planEviction(1, [finished('a', 1), finished('b', 1)]).offered)).toEqual(['a']);
});

test('pinned, unread and half-read ones are never offered, nor those whose bytes are gone already', () => {
  const rows = [
    finished('pinned', 1, { isPinned: true }),
    finished('cleared', 1, { isMissing: true }),
    unfinished('half-read', 1),
    unfinished('large', 1, { size: 1_000_000 }),
    finished('done', 9),
  ];
  expect(planEviction(500, rows)).toEqual({ wanted: 500, offered: [finished('done', 9)], lacking: 400 });
});

test('an answer stands until the limit is another or the library has grown', () => {
  const kept = { limit: 100, taken: 150 };
  expect(excessToAskAbout({ libraryLimit: null, keptOverLimit: null }, 1e12)).toBe(0);
  expect(excessToAskAbout({ libraryLimit: 100, keptOverLimit: null }, 100)).toBe(0);
  expect(excessToAskAbout({ libraryLimit: 100, keptOverLimit: null }, 150)).toBe(50);
  expect(excessToAskAbout({ libraryLimit: 100, keptOverLimit: kept }, 150)).toBe(0);
  expect(excessToAskAbout({ libraryLimit: 100, keptOverLimit: kept }, 140)).toBe(0);
  expect(excessToAskAbout({ libraryLimit: 100, keptOverLimit: kept }, 151)).toBe(51);
  expect(excessToAskAbout({ libraryLimit: 120, keptOverLimit: kept }, 150)).toBe(30);
});
