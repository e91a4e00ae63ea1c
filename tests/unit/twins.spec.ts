import { expect, test } from 'playwright/test';
import type { DocumentRow } from '../../src/store/schema.ts';
import { withoutTwin, withTwins } from '../../src/store/twins.ts';

/** A document of which only age and question matter here. */
function row(id: string, addedAt: number, duplicateOf?: string): DocumentRow {
  const rest = { title: id, titleFrom: 'file', fileName: id, type: '', size: 1, seen: 1, notice: 'settled' } as const;
  const read = { catalogued: 'done', text: 'done' } as const;
  return {
    id,
    kind: 'file',
    addedAt,
    usedAt: addedAt,
    ...rest,
    ...read,
    ...(duplicateOf === undefined ? {} : { duplicateOf }),
  };
}

test('the only one with its bytes asks nothing', () => {
  expect(withTwins(row('a', 1), [])).toEqual([row('a', 1)]);
});

test('a newer document asks about the oldest with its bytes', () => {
  expect(withTwins(row('c', 3), [row('b', 2, 'a'), row('a', 1)])).toEqual([row('c', 3, 'a')]);
});

test('an older document that is hashed later is asked about at the newer one', () => {
  expect(withTwins(row('a', 1), [row('b', 2)])).toEqual([row('a', 1), row('b', 2, 'a')]);
});

test('whoever was asked about before is not asked again for an older document that is hashed later', () => {
  const answered = row('c', 3);
  expect(withTwins(row('a', 1), [answered, row('b', 2)])).toEqual([row('a', 1), row('b', 2, 'a')]);
});

test('of two that came in one millisecond, one asks', () => {
  expect(withTwins(row('b', 1), [row('a', 1)])).toEqual([row('b', 1, 'a')]);
  expect(withTwins(row('a', 1), [row('b', 1)])).toEqual([row('a', 1), row('b', 1, 'a')]);
});

test('a question vanishes with the document that it is about', () => {
  expect(withoutTwin('a', [row('a', 1), row('b', 2, 'a')])).toEqual([row('b', 2)]);
});

test('a question about a removed document becomes one about the oldest that is left', () => {
  const twins = [row('a', 1), row('b', 2, 'a'), row('c', 3, 'a'), row('d', 4)];
  expect(withoutTwin('a', twins)).toEqual([row('b', 2), row('c', 3, 'b')]);
});

test('a question about another document stays as it is', () => {
  expect(withoutTwin('b', [row('a', 1), row('b', 2, 'a'), row('c', 3, 'a')])).toEqual([]);
});
