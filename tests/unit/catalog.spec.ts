import { expect, test } from 'playwright/test';
import { withEntry } from '../../src/store/catalog.ts';
import { makeDocument } from '../support/seed-library.ts';

test('what a document says of itself takes the place of nothing that the person wrote', () => {
  const entry = { title: 'Its own title', author: 'Its own author', pages: 7 };
  const theirs = makeDocument(1, { title: 'Mine', titleFrom: 'person', author: 'Ada Keeper', catalogued: 'due' });
  expect(withEntry(theirs, entry)).toEqual({ ...theirs, pages: 7, catalogued: 'done' });
  const { author: _, ...unknown } = makeDocument(2, { titleFrom: 'file', catalogued: 'due' });
  expect(withEntry(unknown, entry)).toEqual({ ...unknown, ...entry, titleFrom: 'metadata', catalogued: 'done' });
});
