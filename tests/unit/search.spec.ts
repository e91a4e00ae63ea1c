import { expect, test } from 'playwright/test';
import { countingParts, indexDocument, mergeParts, wordsIn } from '../../src/library/search/index-part.ts';
import { PageIndex } from '../../src/library/search/page-index.ts';
import { parseQuery } from '../../src/library/search/query.ts';
import { snippetOf } from '../../src/library/search/snippet.ts';
import { fold, squash, termsOf } from '../../src/library/search/words.ts';
import { textOfItems } from '../../src/reader/page-text.ts';

test('case, accents and width make no other word; what makes another letter does', () => {
  expect(['Crêpes', 'STRASSE', 'Straße', 'ｆｕｌｌ', 'Ångström', 'Łódź', 'Ёлка'].map(fold)).toEqual([
    'crepes',
    'strasse',
    'strasse',
    'full',
    'angstrom',
    'lodz',
    'елка',
  ]);
  expect(fold('がか')).toBe('がか');
});

test('without spaces every two letters count, and the last one alone', () => {
  expect([...termsOf('PDF日本語 を')]).toEqual(['pdf', '日本', '本語', '語', 'を']);
  expect([...termsOf('Don’t, e-mail!')]).toEqual(['don', 't', 'e', 'mail']);
});

test('a query asks for all words, quoted ones beside each other, and the last may go on', () => {
  const { terms, phrases, typed } = parseQuery('Crêpes “at dawn” harb');
  expect(terms).toEqual([
    { word: 'crepes', isPrefix: false },
    { word: 'at', isPrefix: false },
    { word: 'dawn', isPrefix: false },
    { word: 'harb', isPrefix: true },
  ]);
  expect(phrases).toEqual([' at dawn ']);
  expect(typed).toEqual(['Crêpes', 'at dawn', 'harb']);
  expect(parseQuery('harbour ').terms).toEqual([{ word: 'harbour', isPrefix: false }]);
  expect(parseQuery('"at da').phrases).toEqual([' at da']);
  expect(squash('Leaves at: DAWN.')).toContain(parseQuery('"at dawn"').phrases[0]);
  expect(parseQuery('日本語').phrases).toEqual(['日本語']);
});

test('parts that are merged find what they found apart, and lose what is not kept', () => {
  const parts = [
    { id: 1, ...indexDocument('a', ['the ferry leaves', 'night night night', '']) },
    { id: 2, ...indexDocument('b', ['the night ferry']) },
    { id: 3, ...indexDocument('c', ['zeppelin']) },
  ];
  const everything = { isThere: () => true, inFields: [] };
  const find = (rows: typeof parts, words: string): unknown => {
    const index = new PageIndex();
    index.update(
      rows.map(({ id }) => id),
      rows,
    );
    const hits = index.search(parseQuery(words).terms, everything);
    return Object.fromEntries(hits.map(({ documentId, pages }) => [documentId, pages]));
  };
  const merged = mergeParts(parts, (id) => id !== 'c');
  if (!merged) throw new Error('Nothing is left');
  for (const rows of [parts, [{ id: 9, ...merged }]]) {
    expect(find(rows, 'night')).toEqual({ a: [2], b: [1] });
    expect(find(rows, 'ferry the ')).toEqual({ a: [1], b: [1] });
    expect(find(rows, 'ferry nig')).toEqual({ b: [1] });
    expect(find(rows, 'nigh ')).toEqual({});
  }
  expect(wordsIn(merged)).not.toContain('zeppelin');
  expect(mergeParts(parts, () => false)).toBeUndefined();
});

test('a document that was read again keeps its new words, whichever parts are merged', () => {
  const parts = [
    { id: 1, ...indexDocument('a', ['the ferry leaves']) },
    { id: 2, ...indexDocument('b', ['the night']) },
    { id: 3, ...indexDocument('a', ['the zeppelin leaves']) },
  ];
  const counting = countingParts(parts);
  const merged = mergeParts(parts.slice(0, 2), (documentId, { id }) => counting.get(documentId) === id);
  if (!merged) throw new Error('Nothing is left');
  const rows = [...parts.slice(2), { id: 4, ...merged }];
  const index = new PageIndex();
  index.update([3, 4], rows);
  const find = (words: string): readonly string[] =>
    index.search(parseQuery(words).terms, { isThere: () => true, inFields: [] }).map(({ documentId }) => documentId);
  expect(find('zeppelin')).toEqual(['a']);
  expect(find('ferry')).toEqual([]);
  expect(find('night')).toEqual(['b']);
});

test('a page without one of the words counts where the document’s title has it', () => {
  const index = new PageIndex();
  index.update([1], [{ id: 1, ...indexDocument('a', ['ferry', 'night', 'ferry']) }]);
  const { terms } = parseQuery('tides ferry');
  expect(index.search(terms, { isThere: () => true, inFields: [new Set(['a']), new Set()] })).toMatchObject([
    { documentId: 'a', pages: [1, 3] },
  ]);
  expect(index.search(terms, { isThere: () => false, inFields: [new Set(['a']), new Set()] })).toEqual([]);
});

test('a snippet shows the words, marked, in the stretch that has the most of them', () => {
  const text = `${'Nothing here. '.repeat(30)}The ferry leaves the HARBOUR at night. ${'Nothing here. '.repeat(30)}`;
  const pieces = snippetOf(`ferry ${text}`, parseQuery('ferry harbour').marks);
  expect(pieces.filter(({ isMarked }) => isMarked).map((piece) => piece.text)).toEqual(['ferry', 'HARBOUR']);
  const words = pieces.map((piece) => piece.text).join('');
  expect(words).toMatch(/^… .*The ferry leaves.* …$/u);
  expect(words.length).toBeLessThan(220);
  const marked = snippetOf('これは日本語です', parseQuery('日本語').marks).filter(({ isMarked }) => isMarked);
  expect(marked.map((piece) => piece.text)).toEqual(['日本語']);
});

test('words broken at a line’s end are whole, ligatures are letters, and lines stay apart', () => {
  const line = (str: string, hasEOL = true) => ({ str, hasEOL });
  expect(
    textOfItems([line('The trans-'), line('port of ﬁne'), line('goods – self-'), line('Made', false), line(' \0here')]),
  ).toBe('The transport of fine\ngoods – self-\nMade here');
  expect(textOfItems([line('日本'), line('語を読む')])).toBe('日本語を読む');
});
