import { expect, test } from 'playwright/test';
import { isFiltered, isShown, readingState } from '../../src/library/shelf-filter.ts';
import { withRows } from '../../src/library/shelf-order.ts';
import type { LibrarySort } from '../../src/store/library-look.ts';
import type { DocumentRow } from '../../src/store/schema.ts';
import { dayWords, extentWords, progressOf } from '../../src/ui/document-words.ts';
import { withSlots } from '../../src/ui/row-slots.ts';
import { NOTHING_SELECTED, among, extended, toggled } from '../../src/ui/selection.ts';
import { makeDocument } from '../support/seed-library.ts';

const SHELF = [
  makeDocument(1, { title: 'Paper 10', author: 'Zoë', usedAt: 50, addedAt: 10, size: 7 }),
  makeDocument(2, { title: 'paper 9', author: 'Ängström', usedAt: 10, addedAt: 30, size: 70 }),
  makeDocument(3, { title: 'Étude', author: 'zoe', usedAt: 30, addedAt: 20, size: 700 }),
  makeDocument(4, { title: 'Paper 10', author: 'Ängström', usedAt: 30, addedAt: 40, size: 7 }),
];

function numbersBy(sort: LibrarySort, rows: readonly DocumentRow[] = SHELF): readonly number[] {
  return withRows([], rows, sort).map(({ id }) => Number(id.slice(-5)));
}

test('names go from A, with their numbers as numbers; dates and sizes from the latest and largest', () => {
  expect(numbersBy('title')).toEqual([3, 2, 1, 4]);
  expect(numbersBy('author')).toEqual([2, 4, 3, 1]);
  expect(numbersBy('read')).toEqual([1, 4, 3, 2]);
  expect(numbersBy('added')).toEqual([4, 2, 3, 1]);
  expect(numbersBy('size')).toEqual([3, 2, 4, 1]);
  const { author: _, ...nameless } = makeDocument(5, { title: 'A' });
  expect(numbersBy('author', [nameless, ...SHELF])).toEqual([2, 4, 3, 1, 5]);
});

test('rows that are added one by one stand where sorting all would put them', () => {
  const rows = Array.from({ length: 300 }, (_, number) =>
    makeDocument(number, { title: `Title ${(number * 7919) % 101}`, usedAt: (number * 31) % 17 }),
  );
  for (const sort of ['title', 'author', 'read', 'added', 'size'] as const) {
    const portions = [rows.slice(0, 120), rows.slice(120, 121), [], rows.slice(121)];
    const sorted = portions.reduce<readonly DocumentRow[]>((before, portion) => withRows(before, portion, sort), []);
    expect(sorted).toEqual(withRows([], rows, sort));
    expect(sorted).toHaveLength(300);
  }
});

test('filters are all true of what is shown', () => {
  const unread = makeDocument(1, { isFavourite: true, collections: ['a', 'b'] });
  const reading = makeDocument(2, { openedAt: 5 });
  const finished = makeDocument(3, { openedAt: 5, finishedAt: 6, collections: ['b'] });
  expect([unread, reading, finished].map(readingState)).toEqual(['unread', 'reading', 'finished']);
  const shown = (filter: Parameters<typeof isShown>[1]): string[] =>
    [unread, reading, finished].filter((row) => isShown(row, filter)).map(readingState);
  expect(shown({})).toHaveLength(3);
  expect(shown({ collection: 'b' })).toEqual(['unread', 'finished']);
  expect(shown({ collection: 'b', reading: 'finished' })).toEqual(['finished']);
  expect(shown({ onlyFavourites: true, collection: 'a' })).toEqual(['unread']);
  expect(shown({ onlyFavourites: true, reading: 'reading' })).toEqual([]);
  expect([isFiltered({}), isFiltered({ collection: 'b' })]).toEqual([false, true]);
});

test('a range goes from the last one that was pressed alone, either way, and adds to what is selected', () => {
  const shown = ['a', 'b', 'c', 'd', 'e'];
  const start = toggled(NOTHING_SELECTED, 'c');
  const down = extended(start, 'e', shown);
  expect([...down.ids]).toEqual(['c', 'd', 'e']);
  expect([...extended(down, 'b', shown).ids].toSorted()).toEqual(['b', 'c', 'd', 'e']);
  expect([...extended(NOTHING_SELECTED, 'd', shown).ids]).toEqual(['d']);
  expect([...toggled(down, 'd').ids]).toEqual(['c', 'e']);
  expect([...among(down, ['a', 'd']).ids]).toEqual(['d']);
});

test('an entry says how far it was read, in words and as a share', () => {
  const position = { page: 12, top: 0, scale: 'auto' };
  expect(progressOf(makeDocument(1))).toBeUndefined();
  expect(progressOf(makeDocument(1, { openedAt: 1, position, pages: 48 }))).toEqual({
    words: 'Page 12 of 48',
    share: 0.25,
  });
  expect(progressOf(makeDocument(1, { openedAt: 1, position, finishedAt: 2 }))).toEqual({
    words: 'Finished',
    share: 1,
  });
  expect(extentWords(makeDocument(1, { pages: 1200, size: 1_440_000 }))).toBe('1,200 pages · 1.4 MB');
  const now = new Date(2026, 4, 3, 0, 30).getTime();
  const days = [now, now - 3_600_000, new Date(2026, 4, 1, 23).getTime()].map((time) => dayWords(time, now));
  expect(days).toEqual(['today', 'yesterday', '1 May 2026']);
});

test('elements of rows that went draw those that came, and none moves in a jump', () => {
  const first = withSlots(new Map(), [0, 1, 2, 3]);
  expect([...first]).toEqual([0, 1, 2, 3].map((row) => [row, row]));
  const stepped = withSlots(first, [1, 2, 3, 4]);
  expect([...stepped.values()]).toEqual([1, 2, 3, 0]);
  const jumped = withSlots(stepped, [90, 91, 92, 93, 94]);
  expect([...jumped.values()]).toEqual([1, 2, 3, 0, 4]);
  expect([...withSlots(jumped, [5]).values()]).toEqual([1]);
});
