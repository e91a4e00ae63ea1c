import { expect, test } from 'playwright/test';
import { withNewBytes } from '../../src/store/renewal.ts';
import { makeDocument } from '../support/seed-library.ts';

test('what a person does with a document while its new bytes are looked at stays', () => {
  const before = makeDocument(1, { isMissing: true, isFavourite: true, collections: ['travel'] });
  const { isMissing: _, sha256: __, pages: ___, ...whole } = before;
  const renewed = { ...whole, size: 7, catalogued: 'due', text: 'due', seen: 0, isOtherVersion: true } as const;
  const { isFavourite: ____, ...unstarred } = before;
  const theirs = { title: 'My own', titleFrom: 'person', collections: ['travel', 'work'], isPinned: true } as const;
  expect(withNewBytes({ ...unstarred, ...theirs }, renewed)).toEqual({
    ...renewed,
    ...theirs,
    isFavourite: undefined,
  });
  expect(withNewBytes(before, renewed)).toEqual(renewed);
});
